#include "output/tables/fields.hpp"

namespace handvest::tables_detail {
namespace {

using Fields = std::vector<Field>;

constexpr auto kText = ColumnType::text;
constexpr auto kInteger = ColumnType::integer;
constexpr auto kNumber = ColumnType::number;

constexpr Field kDocument = {"document",     kText,      "@document", "Key of the document",
                             FieldRole::key, "documents"};

Fields operator+(Fields left, const Fields& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Field key(std::string_view name, std::string_view path, std::string_view description) {
  return {name, kText, path, description, FieldRole::key};
}

/// A number that tells the rows of one document apart, where the JSON has no id.
Fields numbered() {
  return {{"n", kInteger, "@n", "Number of the row in its document, from 1", FieldRole::key}};
}

Fields in_charter() {
  return {{"charter", kText, "@charter", "Charter that holds it", FieldRole::plain, "charters"},
          {"city", kText, "@city", "City of the charter", FieldRole::repeated}};
}

Fields in_section() {
  return in_charter() +
         Fields{{"section", kText, "@section", "Innermost section that holds it", FieldRole::plain,
                 "sections"},
                {"section_title", kText, "@section_title", "Title of the section",
                 FieldRole::repeated},
                {"theme", kText, "@theme", "Theme of the section", FieldRole::repeated}};
}

Fields in_block() {
  return in_section() +
         Fields{
             {"block", kText, "@block", "Block that holds it", FieldRole::plain, "blocks"},
             {"role", kText, "@role", "Role of the block: ambitie, inzet or ambitie+inzet",
              FieldRole::repeated},
             {"party", kText, "@party",
              "Whose block it is: gezamenlijk, stad, rijk or rijk_partners", FieldRole::repeated}};
}

Fields range() {
  return {
      {"start", kInteger, "span/start", "First code point in the canonical text, from 0"},
      {"end", kInteger, "span/end", "Code point after the last"},
      {"line", kInteger, "span/line", "Line of the first character, from 1"},
      {"end_line", kInteger, "span/end_line", "Line of the last character, where it is another"},
      {"page", kInteger, "span/page", "Page of the first character, for paged sources"}};
}

TableFields documents() {
  return {
      "documents",
      "document",
      "The documents that were read",
      {kDocument,
       {"name", kText, "source/name", "File name"},
       {"media_type", kText, "source/media_type", "IANA media type of the file"},
       {"encoding", kText, "source/encoding", "Encoding of the file"},
       {"sha256", kText, "source/sha256", "SHA-256 of the canonical text in UTF-8"},
       {"characters", kInteger, "source/characters", "Code points of the canonical text"},
       {"lines", kInteger, "source/lines", "Lines of the canonical text"},
       {"pages", kInteger, "source/pages", "Pages, for paged sources"},
       {"kind", kText, "document/kind", "Kind of document"},
       {"profile", kText, "document/profile", "Profile of the grammar that read it"},
       {"title", kText, "document/title", "Title"},
       {"date", kText, "document/date", "Date, EDTF"},
       {"identifiers", kText, "document/identifiers/*", "Public identifiers"},
       {"version", kText, "generator/version", "Version of handvest"},
       {"grammar", kText, "generator/grammar", "Grammar that read it"},
       {"inked", kInteger, "coverage/characters", "Code points that are no white space"},
       {"structured", kInteger, "coverage/structured", "Of these, in items, headings and tables"},
       {"furniture", kInteger, "coverage/furniture", "Of these, in page furniture"}}};
}

TableFields charters() {
  return {"charters", "charter", "The agreements with one city or region",
          Fields{kDocument,
                 key("charter", "id", "Id of the charter"),
                 {"number", kText, "number", "Number as printed"},
                 {"title", kText, "title", "Title as printed"},
                 {"city", kText, "city/name", "City or region"},
                 {"city_id", kText, "city/id", "TOOI code of the city"},
                 {"neighbourhoods", kText, "neighbourhoods/*/name", "Neighbourhoods"},
                 {"signed_at", kText, "signature/place", "Place of signing"},
                 {"signed_on", kText, "signature/date", "Date of signing, EDTF"},
                 {"copies", kInteger, "signature/copies", "Copies drawn up"},
                 {"validity", kText, "validity/period", "Period of validity, EDTF"}} +
              range()};
}

TableFields sections() {
  return {"sections", "section", "Parts with a heading; a section's range holds its sub-sections",
          Fields{kDocument, key("section", "id", "Id of the section")} + in_charter() +
              Fields{{"parent", kText, "@section", "Section that holds it", FieldRole::plain,
                      "sections"},
                     {"number", kText, "number", "Number as printed"},
                     {"title", kText, "title", "Heading without number"},
                     {"theme", kText, "theme", "Theme, an id of the grammar"},
                     {"level", kInteger, "level", "Level from 1"},
                     {"logical_order", kInteger, "order",
                      "Place among its siblings, where the print contradicts it"}} +
              range()};
}

TableFields blocks() {
  return {"blocks", "block", "Labelled parts of sections: whose ambition or contribution",
          Fields{kDocument, key("block", "id", "Id of the block")} + in_section() +
              Fields{{"role", kText, "role", "ambitie, inzet or ambitie+inzet"},
                     {"party", kText, "party", "gezamenlijk, stad, rijk or rijk_partners"},
                     {"label", kText, "label", "Label as printed"}} +
              range()};
}

TableFields items() {
  return {"items", "item", "Paragraphs, list items, subheadings and tables",
          Fields{kDocument, key("item", "@item", "'i' and the start of the item")} + in_block() +
              Fields{{"type", kText, "type", "paragraph, list_item, subheading or table"},
                     {"level", kInteger, "level", "Nesting of a list item"},
                     {"marker", kText, "marker", "Marker of a list item as printed"},
                     {"table_id", kText, "table", "Id of the table"},
                     {"text", kText, "text", "Text, line ends as blanks"}} +
              range()};
}

TableFields footnotes() {
  return {"footnotes", "footnote", "Texts of footnotes",
          Fields{kDocument} + numbered() + in_charter() +
              Fields{{"mark", kText, "mark", "Mark as printed"},
                     {"text", kText, "text", "Text"},
                     {"reference", kInteger, "reference/start", "Start of the mark in the text"}} +
              range()};
}

TableFields cells() {
  return {"cells", "cell", "Cells of tables",
          Fields{kDocument} + numbered() + in_block() +
              Fields{{"table_id", kText, "@table", "Id of the table"},
                     {"caption", kText, "@caption", "Caption of the table"},
                     {"head", kInteger, "@head", "1 for a cell of the table's head"},
                     {"row", kInteger, "@row", "Row, from 1"},
                     {"column", kInteger, "@column", "Column, from 1"},
                     {"text", kText, "text", "Text"},
                     {"mention", kText, "mention", "First mention in the cell", FieldRole::plain,
                      "mentions"}} +
              range()};
}

TableFields mentions() {
  return {"mentions", "mention",
          "Numbers, percentages, amounts, dates, periods, durations, ages, ordinals, references",
          Fields{kDocument, key("mention", "id", "Id of the mention")} + in_block() +
              Fields{{"item", kText, "@item", "Item that holds it", FieldRole::plain, "items"},
                     {"type", kText, "type", "Type"},
                     {"text", kText, "text", "The exact characters of the source"},
                     {"normalized", kText, "normalized", "The value as one string"},
                     {"amount", kNumber, "value/amount", "Figure; low end of a range"},
                     {"upper", kNumber, "value/upper", "High end of a range"},
                     {"currency", kText, "value/currency", "ISO 4217 code"},
                     {"unit", kText, "value/unit", "Unit"},
                     {"first_date", kText, "value/start", "Date, or first date of a period, EDTF"},
                     {"last_date", kText, "value/end", "Last date of a period, EDTF"},
                     {"qualifier", kText, "qualifier", "about, at_least, at_most, …"},
                     {"rate", kText, "rate", "Duration that the value recurs in"},
                     {"rule", kText, "rule", "Grammar rule that made it"},
                     {"start", kInteger, "span/start",
                      "First code point in the canonical text, from 0"},
                     {"end", kInteger, "span/end", "Code point after the last"},
                     {"line", kInteger, "span/line", "Line, from 1"},
                     {"column", kInteger, "span/column", "Column in code points, from 0"},
                     {"page", kInteger, "span/page", "Page, for paged sources"}}};
}

TableFields targets() {
  return {"targets", "target", "Quantified targets: from where to where by when",
          Fields{kDocument, key("target", "id", "Id of the target")} + in_block() +
              Fields{{"indicator", kText, "indicator", "What is measured"},
                     {"unit", kText, "unit", "%, pp, number, EUR, grade or %change"},
                     {"direction", kText, "direction", "up, down or keep"},
                     {"place", kText, "place", "Neighbourhood"},
                     {"baseline", kNumber, "baseline/value", "Where it stands"},
                     {"baseline_date", kText, "baseline/date", "When it stood there, EDTF"},
                     {"value", kNumber, "target/value", "Where it should come; low end of a range"},
                     {"upper", kNumber, "target/upper", "High end of a range"},
                     {"date", kText, "target/date", "By when, EDTF"},
                     {"qualifier", kText, "target/qualifier", "about, at_least, at_most, …"},
                     {"baseline_mention", kText, "baseline/mention", "Mention of the baseline",
                      FieldRole::plain, "mentions"},
                     {"mention", kText, "target/mention", "Mention of the target value",
                      FieldRole::plain, "mentions"},
                     {"rule", kText, "rule", "Grammar rule that made it"}} +
              range()};
}

TableFields pledges() {
  return {
      "pledges", "pledge", "Promises of money: who pays what to whom, when and for what",
      Fields{kDocument, key("pledge", "id", "Id of the pledge")} + in_block() +
          Fields{{"payer", kText, "payer", "Who pays"},
                 {"side", kText, "side", "Side of the payer: rijk, stad or overig"},
                 {"beneficiary", kText, "beneficiary", "Who receives"},
                 {"scope", kText, "scope", "national or city"},
                 {"amount", kNumber, "amount/amount", "Sum; low end of a range"},
                 {"upper", kNumber, "amount/upper", "High end of a range"},
                 {"currency", kText, "amount/currency", "ISO 4217 code"},
                 {"qualifier", kText, "qualifier", "about, at_least, at_most, …"},
                 {"rate", kText, "rate", "Duration that the sum recurs in"},
                 {"period", kText, "period", "When, EDTF"},
                 {"purpose", kText, "purpose", "For what"},
                 {"condition", kText, "condition", "On what condition"},
                 {"mention", kText, "mention", "Mention of the sum", FieldRole::plain, "mentions"},
                 {"rule", kText, "rule", "Grammar rule that made it"}} +
          range()};
}

TableFields parties() {
  return {"parties", "party", "Whom the charters name as party or signatory",
          Fields{kDocument} + numbered() + in_charter() +
              Fields{{"name", kText, "name", "Name as printed"},
                     {"role", kText, "role", "Office as printed"},
                     {"side", kText, "side", "rijk, stad or overig"},
                     {"organisation", kText, "organisation", "Ministry or body"},
                     {"organisation_id", kText, "organisation_id", "TOOI identifier"},
                     {"alias", kText, "alias", "The name that the charter uses further on"}} +
              range()};
}

TableFields parallels() {
  return {
      "parallels", "parallel",
      "Items that stand nearly alike in several charters, one row for each place",
      Fields{kDocument} + numbered() +
          Fields{{"parallel", kText, "@parallel", "Id of the group"},
                 {"standard", kText, "@standard", "Standard text of the group"}} +
          in_block() +
          Fields{{"similarity", kNumber, "similarity", "Likeness to the standard text, 0 to 1"},
                 {"wording", kText, "wording", "standard, or own: to be read before it is counted"},
                 {"differences", kText, "differences/*", "What only this place has"}} +
          range()};
}

TableFields warnings() {
  return {"warnings", "warning", "What was read with doubt or not at all",
          Fields{kDocument} + numbered() +
              Fields{{"code", kText, "code", "Stable code"},
                     {"message", kText, "message", "One sentence"}} +
              range()};
}

}  // namespace

std::vector<TableFields> all_tables() {
  return {documents(), charters(), sections(), blocks(),  items(),     footnotes(), cells(),
          mentions(),  targets(),  pledges(),  parties(), parallels(), warnings()};
}

}  // namespace handvest::tables_detail
