#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/plain.hpp"
#include "meaning/reading/rules.hpp"
#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongestGap = 1500;  // between two clauses of one list of parties
constexpr std::size_t kWidestWrapped = 100;
constexpr std::size_t kLongestAlias = 80;
// What a line says further on is no party; the line is looked through once for each word in it.
constexpr std::size_t kLongestLine = 4000;

// Where the list of parties ends: behind its closing clause, or else with the opening.
std::size_t end_of_list(const AgreementText& text, const Rules& rules) {
  auto closing = rules.find_in("party.closing", text.plain, text.whole());
  if (!closing) return text.opening;
  std::size_t end = closing->end;
  while (closing) {
    end = std::min(text.plain.find('\n', closing->end), text.plain.size());
    const Span rest{end, std::min(end + kLongestGap, text.plain.size())};
    closing = rules.find_in("party.closing", text.plain, rest);
  }
  return end;
}

// Lines of narrow text are joined where the next word would not have fitted: the printer broke
// them, not the author.
std::vector<Span> unwrapped_lines(std::string_view text, Span span) {
  std::vector<Span> lines = filled_lines(text, span);
  std::size_t width = 0;
  for (const Span& line : lines) width = std::max(width, line.size());
  if (width > kWidestWrapped) return lines;
  std::vector<Span> joined;
  std::size_t last_size = 0;
  for (const Span& line : lines) {
    const std::size_t word = std::min(text.find_first_of(" \n", line.begin), line.end) - line.begin;
    const bool adjacent =
        !joined.empty() &&
        std::count(text.begin() + static_cast<std::ptrdiff_t>(joined.back().end),
                   text.begin() + static_cast<std::ptrdiff_t>(line.begin), '\n') == 1;
    if (adjacent && last_size + 1 + word > width) {
      joined.back().end = line.end;
    } else {
      joined.push_back(line);
    }
    last_size = line.size();
  }
  return joined;
}

// The first match of a rule in each of the lines of a text, none longer than kLongestLine, that are
// asked for in their order. Most lines have none: it is looked for in several at a time.
class LineMatches {
 public:
  LineMatches(const Rules& rules, RuleId rule) : rules_(rules), rule_(rule) {}

  std::optional<Span> in(std::string_view text, Span line) {
    if (line.end > searched_ || (next_ && next_->begin < line.begin)) {
      searched_ = std::min(text.size(), line.begin + kLongestLine);
      next_ = rules_.find_in(rule_, text, {line.begin, searched_});
    }
    if (!next_ || next_->begin >= line.end) return std::nullopt;
    return next_->end <= line.end ? next_ : rules_.find_in(rule_, text, line);
  }

 private:
  const Rules& rules_;
  RuleId rule_;
  std::size_t searched_ = 0;  // up to there
  std::optional<Span> next_;
};

class Reader {
 public:
  Reader(const AgreementText& text, const Rules& rules, Organisations& organisations)
      : source_(text), rules_(rules), organisations_(organisations) {}

  std::vector<Party> read() {
    text_ = source_.plain.substr(0, end_of_list(source_, rules_));
    const std::vector<Span> lines = unwrapped_lines(text_, {0, text_.size()});
    // The lines as the patterns see them: a line end inside one is a blank.
    for (const Span& line : lines) {
      std::replace(text_.begin() + static_cast<std::ptrdiff_t>(line.begin),
                   text_.begin() + static_cast<std::ptrdiff_t>(line.end), '\n', ' ');
    }
    for (const Span& line : lines) read_line(begin_of(line));
    return std::move(parties_);
  }

 private:
  Span begin_of(Span line) const {
    if (line.size() <= kLongestLine) return line;
    const std::size_t most = line.begin + kLongestLine;
    const std::size_t blank = text_.rfind(' ', most);
    return {line.begin, blank == std::string::npos || blank <= line.begin ? most : blank};
  }

  void read_line(Span line) {
    ++lines_since_role_;
    college_ = college_ || colleges_.in(text_, line);
    const bool has_role = role_ && lines_since_role_ <= 2;
    const auto role_word = role_words_.in(text_, line);
    if (!role_word && !has_role && !college_) return;  // most lines
    const bool has_title = rules_.find_in("party.title-word", text_, line).has_value();
    if (role_word && has_title && add_role_and_name(line)) return;
    if (role_word && add_name_and_role(line, *role_word)) return;
    if (has_role || college_) {
      std::optional<Match> name;
      if (has_title) name = rules_.match_in("party.name", text_, line);
      if (!name && has_role) name = rules_.match_in("party.bare-name", text_, line);
      if (name) return add(*name->group("name"), has_role ? *role_ : Span{}, line);
    }
    if (!role_word) return;
    for (const std::size_t place : role_places("party.on-behalf", line)) {
      const auto role = role_in({place, line.end});
      if (!role) continue;
      role_ = role;
      lines_since_role_ = 0;
      return;
    }
  }

  // 'vertegenwoordigd door de wethouder Sociale Zaken, mw. A.B. Jansen'
  bool add_role_and_name(Span line) {
    for (const std::size_t place : role_places("party.and", line)) {
      const auto match = rules_.match_in("party.role-and-name", text_, {place, line.end});
      if (!match) continue;
      add(*match->group("name"), *match->group("role"), line);
      return true;
    }
    return false;
  }

  // 'Mw. A.B. Jansen, wethouder Sociale Zaken'
  bool add_name_and_role(Span line, Span first_word) {
    for (std::optional<Span> word = first_word; word;
         word = rules_.find_in("party.role-word", text_, {word->end, line.end})) {
      const Span before{line.begin, word->begin};
      if (before.empty() || text_[before.end - 1] != ' ') continue;
      auto name = rules_.match_in("party.name", text_, before);
      if (!name) name = rules_.match_in("party.bare-name", text_, before);
      if (!name) continue;
      auto role = role_in({word->begin, line.end});
      if (!role) continue;
      while (text_[role->end - 1] == '.') --role->end;
      add(*name->group("name"), *role, line);
      return true;
    }
    return false;
  }

  // A role begins behind the mark of its line or, else, behind a word that `behind` finds.
  std::vector<std::size_t> role_places(RuleId behind, Span line) const {
    const auto mark = rules_.find_in("party.mark", text_, line);
    std::vector<std::size_t> places = {mark ? mark->end : line.begin};
    for (Span rest = line; const auto word = rules_.find_in(behind, text_, rest);) {
      places.push_back(word->end);
      rest.begin = word->begin + 1;
    }
    return places;
  }

  // The role that is all that stands in `span`, but for an article and the marks at its end.
  std::optional<Span> role_in(Span span) const {
    if (!rules_.matches("party.role", text_, span)) return std::nullopt;
    const auto word = rules_.find_in("party.role-word", text_, span);
    if (!word) return std::nullopt;
    return Span{word->begin, text_.find_last_not_of(",;: ", span.end - 1) + 1};
  }

  void add(Span name, Span role, Span line) {
    Party party;
    party.name = collapsed(slice(text_, name));
    party.role = collapsed(slice(text_, role));
    const Organisations::Role& role_told = organisations_.role(party.role);
    party.side = side_of(party, role_told);
    party.span = source_.source_of(name);
    party.alias = alias_in({name.end, line.end});
    find_organisation(party, role_told, line);
    parties_.push_back(std::move(party));
    role_.reset();
    college_ = false;
  }

  // 'hierna te noemen: 'Gemeente Delft';'
  std::string alias_in(Span rest) const {
    const auto lead = rules_.find_in("party.alias", text_, rest);
    if (!lead) return {};
    const auto end = rules_.find_in("party.alias-end", text_, {lead->end, rest.end});
    const Span alias{lead->end, end ? end->begin : rest.end};
    return alias.size() <= kLongestAlias ? collapsed(slice(text_, alias)) : std::string();
  }

  std::string side_of(const Party& party, const Organisations::Role& role) const {
    if (!role.side.empty()) return role.side;
    return party.role.empty() && college_ ? "stad" : "overig";
  }

  void find_organisation(Party& party, const Organisations::Role& role, Span line) const {
    if (party.side == "rijk") return set_ministry(party, role.ministry);
    if (party.side != "stad") return;
    const auto named =
        rules_.find_behind("party.of-municipality", "party.municipality", text_, line);
    std::string name = named ? collapsed(slice(text_, *named)) : "";
    std::string id = organisations_.municipality_id(name);
    if (id.empty()) {
      name = source_.city == nullptr ? "" : source_.city->name;
      id = source_.city == nullptr ? "" : source_.city->id;
    }
    if (!name.empty()) party.organisation = "gemeente " + name;
    party.organisation_id = id;
  }

  static void set_ministry(Party& party, const Entry* ministry) {
    if (ministry == nullptr) return;
    party.organisation = ministry->attribute("name");
    party.organisation_id = ministry->id;
  }

  const AgreementText& source_;
  const Rules& rules_;
  Organisations& organisations_;
  std::string text_;  // the list; spans below are offsets into it
  LineMatches colleges_{rules_, "party.college"};
  LineMatches role_words_{rules_, "party.role-word"};
  std::vector<Party> parties_;
  std::optional<Span> role_;
  int lines_since_role_ = 0;
  bool college_ = false;  // the last words spoke of a municipality's board
};

}  // namespace

std::vector<Party> read_parties(const AgreementText& text, const Rules& rules,
                                Organisations& organisations) {
  return Reader(text, rules, organisations).read();
}

}  // namespace handvest::meaning
