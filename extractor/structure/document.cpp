#include "structure/document.hpp"

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <sstream>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

constexpr std::size_t kWithin = 80;

using Values = std::map<std::string, std::string, std::less<>>;

bool of_date(std::string_view name) { return name == "day" || name == "month" || name == "year"; }

/// Reads the pieces one after the other.
class Reader {
 public:
  Reader(const Profile& profile, Outline& outline) : outline_(outline) {
    template_ = profile.attribute("identifier");
    for (const Rule* rule : profile.rules("document")) rules_.push_back(limited(*rule));
    for (const auto& rule : rules_) last_place_ = std::max(last_place_, rule.within);
  }

  /// How many of the first elements may tell something.
  std::size_t last_place() const { return last_place_; }

  bool read(const Piece& piece, std::size_t index) {
    if (!piece.content) return false;
    const std::string_view text = piece.is_short() ? piece.plain() : piece.text;
    for (const auto& [rule, within, after] : rules_) {
      if (index >= within || (after != nullptr && *after != last_)) continue;
      const auto match = rule->match_begin(text);
      if (!match || (match->group("title") && values_.contains("title"))) continue;
      take(*match, text, piece.span);
      last_ = rule->id;
      return true;
    }
    last_.clear();
    return false;
  }

  const Values& values() const { return values_; }

  /// The template with its parts filled in; empty when one of them was not found.
  std::string identifier() const {
    std::string result;
    for (std::size_t i = 0; i < template_.size(); ++i) {
      const std::size_t close = template_[i] == '{' ? template_.find('}', i) : std::string::npos;
      if (close == std::string::npos) {
        result += template_[i];
        continue;
      }
      const auto value = values_.find(template_.substr(i + 1, close - i - 1));
      if (value == values_.end()) return {};
      for (const char c : value->second) {
        if (c != ' ') result += c;
      }
      i = close;
    }
    return result;
  }

 private:
  struct Limited {
    const Rule* rule;
    std::size_t within;        ///< of the first so many elements
    const std::string* after;  ///< behind an element that this rule read; nullptr: anywhere
  };

  static Limited limited(const Rule& rule) {
    const auto attribute = [&](std::string_view name) {
      const auto found = rule.attributes.find(name);
      return found == rule.attributes.end() ? nullptr : &found->second;
    };
    const std::string* within = attribute("within");
    const std::size_t most = within == nullptr ? kWithin
                             : *within == "all"
                                 ? static_cast<std::size_t>(-1)
                                 : static_cast<std::size_t>(std::atoi(within->c_str()));
    return {&rule, most, attribute("after")};
  }

  // The parts of one date come from one match.
  void take(const Match& match, std::string_view text, const Span& span) {
    const bool dated = values_.contains("year");
    for (const auto& [group, place] : match.groups) {
      const std::string name(group);
      const std::string value(slice(text, place));
      if (value.empty()) continue;
      const bool in_template = template_.find("{" + name + "}") != std::string::npos;
      if (name == "title" || in_template || (of_date(name) && !dated)) {
        values_.emplace(name, value);
      } else if (!of_date(name)) {
        outline_.fields.push_back({name, value, span});
      }
    }
  }

  Outline& outline_;
  std::vector<Limited> rules_;
  std::size_t last_place_ = 0;
  std::string template_;
  Values values_;
  std::string last_;
};

std::string value_of(const Values& values, std::string_view name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

// 1 to 12; 0 for what is no month.
int month_of(const Grammar& grammar, const std::string& name) {
  const Subject* shared = grammar.subject("structure");
  if (shared == nullptr) return 0;
  for (const auto& entry : shared->entries) {
    if (entry.id != "months") continue;
    const auto found = std::find(entry.forms.begin(), entry.forms.end(), fold(name));
    if (found != entry.forms.end()) return static_cast<int>(found - entry.forms.begin()) + 1;
  }
  return std::atoi(name.c_str());
}

std::string date_of(const Grammar& grammar, const Values& values) {
  const int year = std::atoi(value_of(values, "year").c_str());
  const int month = month_of(grammar, value_of(values, "month"));
  const int day = std::atoi(value_of(values, "day").c_str());
  if (year < 1000 || year > 9999 || month > 12 || day > 31) return {};
  std::ostringstream text;
  text << std::setfill('0') << year;
  if (month > 0) text << '-' << std::setw(2) << month;
  if (month > 0 && day > 0) text << '-' << std::setw(2) << day;
  return text.str();
}

}  // namespace

std::vector<bool> describe_document(const Grammar& grammar, const Profile& profile,
                                    const std::vector<Piece>& pieces, Outline& outline) {
  outline.kind = profile.kind();
  outline.profile = profile.id();
  std::vector<bool> read(pieces.size(), false);
  Reader reader(profile, outline);
  const std::size_t end = std::min(pieces.size(), reader.last_place());
  for (std::size_t i = 0; i < end; ++i) read[i] = reader.read(pieces[i], i);
  if (outline.title.empty()) outline.title = value_of(reader.values(), "title");
  outline.date = date_of(grammar, reader.values());
  if (auto identifier = reader.identifier(); !identifier.empty()) {
    outline.identifiers.push_back(std::move(identifier));
  }
  return read;
}

}  // namespace handvest::structure
