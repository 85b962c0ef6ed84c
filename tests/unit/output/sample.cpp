#include "sample.hpp"

#include <stdexcept>

#include "source/sha256.hpp"

namespace handvest::test {
namespace {

// "e" and a combining acute accent; 🏘 lies outside the BMP; U+0007 is a lone control character.
constexpr const char* kText =
    "Overzicht \xF0\x9F\x8F\x98\n"  // page 1
    "CHARTER 'Ve\xCC\x81ldhoek \"samen\"', WATERSTAD\r\n"
    "mevr. A. de Wit, wethouder van Waterstad, hierna: de Stad\n"
    "=1+1; geldig van 2008 tot 2012\n"
    "1. Wonen & <werken>\n"
    "Inzet stad:\n"
    "-\tDe stad betaalt circa \xE2\x82\xAC 2,5 miljoen\tin 2009, mits\x07 akkoord\xC2\xB9\n"
    "Aandeel +groen van 6,8%\n"
    "\fnaar 20/25 procent in 2011.\n"  // page 2
    "Begroting\tx\n"
    "@jaar\t\xE2\x82\xAC 2,5\n"
    "\xC2\xB9 Zie nr. 6\n"
    "Aldus ondertekend te Waterstad op 11 februari 2008 in tweevoud.";

class Finder {
 public:
  explicit Finder(const std::string& text) : text_(text) {}

  /// The first place of `part` at or after the last one found.
  Span next(const std::string& part) {
    const std::size_t begin = text_.find(part, from_);
    if (begin == std::string::npos) throw std::logic_error("not in the sample: " + part);
    from_ = begin + part.size();
    return {begin, from_};
  }

 private:
  const std::string& text_;
  std::size_t from_ = 0;
};

Decimal decimal(const char* text) { return *parse_decimal(text); }

struct Spans {
  Span heading, title, party, formula, validity, section, label, item, money, year, note_mark;
  Span low, low_percentage, high, high_percentage, target_year, table, cell, footnote, signature;
  Span number;
};

Spans find_spans(const std::string& text) {
  Finder find(text);
  Spans s;
  s.heading = find.next("Overzicht \xF0\x9F\x8F\x98");
  s.title = find.next("CHARTER 'Ve\xCC\x81ldhoek \"samen\"', WATERSTAD");
  s.party = find.next("mevr. A. de Wit, wethouder van Waterstad");
  s.formula = find.next("=1+1");
  s.validity = find.next("2008 tot 2012");
  s.section = find.next("1. Wonen & <werken>");
  s.label = find.next("Inzet stad");
  s.item = find.next("De stad betaalt circa ");
  s.money = find.next("\xE2\x82\xAC 2,5 miljoen");
  s.year = find.next("2009");
  s.note_mark = find.next("\xC2\xB9");
  s.item.end = s.note_mark.end;
  s.low = find.next("Aandeel +groen van 6,8%");
  s.low_percentage = {s.low.end - 4, s.low.end};
  s.high_percentage = find.next("20/25 procent");
  s.target_year = find.next("2011");
  s.high = {s.high_percentage.begin - 5, s.target_year.end + 1};
  s.table = find.next("Begroting\tx\n@jaar\t\xE2\x82\xAC 2,5");
  s.cell = {s.table.end - 7, s.table.end};
  s.footnote = find.next("\xC2\xB9 Zie nr. 6");
  s.number = {s.footnote.end - 5, s.footnote.end};
  s.signature = find.next("Aldus ondertekend te Waterstad op 11 februari 2008 in tweevoud.");
  return s;
}

SourceText sample_source() {
  SourceText source;
  source.name = "sample \"1\".txt";
  source.media_type = "text/plain";
  source.encoding = "UTF-8";
  source.text = kText;
  source.sha256 = sha256_hex(source.text);
  source.pages = {{0, "1"}, {source.text.find('\f') + 1, "2"}};
  source.identifiers = {"stcrt-2008-1"};
  return source;
}

Table sample_table(const Spans& s) {
  Table table;
  table.caption = "Begroting, x miljoen";
  TableRow header;
  header.cells = {{{s.table.begin, s.table.begin + 9}, "Begroting", false, 1, 2}};
  TableRow row;
  row.cells = {{{s.table.begin + 12, s.table.begin + 17}, "@jaar", true, 2, 1},
               {s.cell, "\xE2\x82\xAC 2,5", false, 1, 1},
               {{s.cell.end, s.cell.end}, "", false, 1, 1}};
  table.header = {header};
  table.rows = {row};
  return table;
}

Block sample_block(const Spans& s) {
  Block block;
  block.id = "waterstad/1/inzet-stad";
  block.role = Role::inzet;
  block.party = PartySide::stad;
  block.label = "Inzet stad";
  block.label_span = s.label;
  block.span = {s.label.begin, s.table.end};
  block.content = {
      {ItemType::list_item,
       1,
       "-",
       0,
       "De stad betaalt circa \xE2\x82\xAC 2,5 miljoen\tin 2009, mits\x07 akkoord\xC2\xB9",
       {s.item},
       ""},
      {ItemType::paragraph,
       0,
       "",
       0,
       "Aandeel +groen van 6,8% naar 20/25 procent in 2011.",
       {s.low, s.high},
       ""},
      {ItemType::table,
       0,
       "",
       0,
       "Begroting x @jaar \xE2\x82\xAC 2,5",
       {s.table},
       "waterstad/table-1"}};
  return block;
}

Section sample_section(const Spans& s) {
  Section section;
  section.id = "waterstad/1";
  section.number = "1";
  section.title = "Wonen & <werken>";
  section.heading_span = s.section;
  section.theme = "wonen";
  section.order = 2;
  section.span = {s.section.begin, s.table.end};
  section.blocks = {sample_block(s)};
  return section;
}

Charter sample_charter(const Spans& s) {
  Charter charter;
  charter.id = "waterstad";
  charter.number = "3";
  charter.title = "CHARTER 'Ve\xCC\x81ldhoek \"samen\"', WATERSTAD";
  charter.city = {"Waterstad", "gm9999"};
  charter.span = {s.title.begin, s.signature.end};
  charter.content = {{ItemType::paragraph,
                      0,
                      "",
                      0,
                      "=1+1; geldig van 2008 tot 2012",
                      {{s.formula.begin, s.validity.end}},
                      ""}};
  charter.sections = {sample_section(s)};
  charter.footnotes = {{"\xC2\xB9", "Zie nr. 6", s.footnote, s.note_mark}};
  charter.tables = {{"waterstad/table-1", "waterstad/1/inzet-stad", s.table, sample_table(s)}};
  return charter;
}

Outline sample_outline(const Spans& s) {
  Outline outline;
  outline.kind = "charters";
  outline.profile = "profile-charter";
  outline.title = "Overzicht \xF0\x9F\x8F\x98";
  outline.date = "2008-02-11";
  outline.identifiers = {"stcrt-2008-1"};
  outline.content = {
      {ItemType::subheading, 0, "", 0, "Overzicht \xF0\x9F\x8F\x98", {s.heading}, ""}};
  outline.charters = {sample_charter(s)};
  outline.furniture = {{s.low.end + 1, s.low.end + 2}};
  outline.coverage = {400, 380, 1, {s.formula}};
  return outline;
}

Mention mention(const char* id, MentionType type, const Span& span, const char* normalized) {
  Mention result;
  result.id = id;
  result.type = type;
  result.span = span;
  result.normalized = normalized;
  result.rule = std::string(name_of(type)) + ".sample";
  return result;
}

std::vector<Mention> sample_mentions(const Spans& s) {
  auto validity = mention("m127", MentionType::period, s.validity, "2008/2012");
  validity.value.start = "2008";
  validity.value.end = "2012";
  auto money = mention("m197", MentionType::money, s.money, "EUR 2500000");
  money.value.amount = decimal("2500000");
  money.value.unit = "EUR";
  money.qualifier = Qualifier::about;
  money.rate = "P1Y";
  auto year = mention("m214", MentionType::date, s.year, "2009");
  year.value.start = "2009";
  auto low = mention("m254", MentionType::percentage, s.low_percentage, "6.8");
  low.value.amount = decimal("6.8");
  low.value.unit = "%";
  auto high = mention("m265", MentionType::percentage, s.high_percentage, "20/25");
  high.value.amount = decimal("20");
  high.value.upper = decimal("25");
  high.value.unit = "%";
  auto cell = mention("m306", MentionType::money, s.cell, "EUR 2500000");
  cell.value = money.value;
  return {validity,
          money,
          year,
          low,
          high,
          cell,
          mention("m318", MentionType::reference, s.number, "nr. 6")};
}

Agreement sample_agreement(const Spans& s) {
  Agreement agreement;
  agreement.charter = "waterstad";
  agreement.neighbourhoods = {{"V\xC3\xA9ldhoek", s.title}};
  agreement.parties = {{"mevr. A. de Wit", "wethouder van Waterstad", "stad", "Waterstad", "gm9999",
                        "de Stad", s.party}};
  agreement.signature =
      Signature{"Waterstad", "2008-02-11", {"2008-02-11", "2008-02-12"}, 2, s.signature};
  agreement.validity = Validity{"2008/2012", s.validity};
  return agreement;
}

Target sample_target(const Spans& s) {
  Target target;
  target.id = "t265";
  target.in = "waterstad/1/inzet-stad";
  target.indicator = "+groen";
  target.indicator_span = {s.low.begin + 8, s.low.begin + 14};
  target.unit = "%";
  target.direction = "up";
  target.place = "V\xC3\xA9ldhoek";
  target.baseline = {decimal("6.8"), std::nullopt, "2007", "m254", Qualifier::none};
  target.target = {decimal("20"), decimal("25"), "2011", "m265", Qualifier::at_least};
  target.span = {s.low.begin, s.high.end};
  target.rule = "target.sample";
  return target;
}

Pledge sample_pledge(const Spans& s) {
  Pledge pledge;
  pledge.id = "p197";
  pledge.in = "waterstad/1/inzet-stad";
  pledge.payer = "De stad";
  pledge.side = "stad";
  pledge.beneficiary = "bewoners";
  pledge.scope = "city";
  pledge.amount = decimal("2500000");
  pledge.upper = decimal("2500000.25");
  pledge.period = "2009";
  pledge.purpose = "-groen";
  pledge.condition = "mits akkoord";
  pledge.qualifier = Qualifier::about;
  pledge.mention = "m197";
  pledge.span = s.item;
  pledge.rule = "pledge.sample";
  return pledge;
}

}  // namespace

Extraction sample() {
  Extraction extraction;
  extraction.source = sample_source();
  extraction.grammar = "nl-0123456789abcdef";
  const Spans s = find_spans(extraction.source.text);
  extraction.outline = sample_outline(s);
  extraction.mentions.mentions = sample_mentions(s);
  extraction.meaning.agreements = {sample_agreement(s)};
  extraction.meaning.targets = {sample_target(s)};
  extraction.meaning.pledges = {sample_pledge(s)};
  const ParallelMember member = {"waterstad", "waterstad/1/inzet-stad", s.item, 0.9375, {"2009"},
                                 false};
  extraction.meaning.parallels = {{"parallel-1", "De stad betaalt", {member, member}}};
  extraction.warnings = {{"sample", "Nothing is wrong.", std::nullopt},
                         {"damaged-formula", "This is no =formula.", s.formula}};
  return extraction;
}

}  // namespace handvest::test
