#include "grammar/parts.hpp"

#include <algorithm>
#include <cctype>

#include "text/diagnostic.hpp"

namespace handvest {
namespace {

constexpr std::size_t kMaxExpanded = 1U << 20U;

[[noreturn]] void refuse(const GrammarPlace& place, const std::string& sentence) {
  throw Error(ErrorCode::bad_grammar, {place.file, place.line, 0, 0}, sentence);
}

// Does {name} begin at `at`? Counts begin with a digit; \p{…} and \x{…} are no parts.
bool refers_at(const std::string& pattern, std::size_t at) {
  if (pattern[at] != '{' || at + 1 >= pattern.size()) return false;
  if (std::isalpha(static_cast<unsigned char>(pattern[at + 1])) == 0) return false;
  if (at == 0) return true;
  if (pattern[at - 1] == '\\') return false;
  return !(at >= 2 && pattern[at - 2] == '\\' &&
           (pattern[at - 1] == 'p' || pattern[at - 1] == 'x'));
}

std::string escaped(const std::string& form) {
  std::string result;
  for (const char c : form) {
    if (std::string_view(".[{}()\\*+?|^$").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

void Parts::define(const std::string& name, const std::string& expression,
                   const GrammarPlace& place) {
  if (name.empty()) refuse(place, "a part has no name");
  const auto [part, added] = parts_.emplace(name, Part{expression, place, false, false});
  if (!added) {
    refuse(place, "the part {" + name + "} is defined twice, first in " + part->second.place.file +
                      ":" + std::to_string(part->second.place.line));
  }
}

const std::string& Parts::filled(const std::string& name, const std::string& user,
                                 const GrammarPlace& place) {
  const auto found = parts_.find(name);
  if (found == parts_.end()) {
    refuse(place, user + " uses the part {" + name + "}, which no file defines; add <part name=\"" +
                      name + "\">");
  }
  Part& part = found->second;
  if (part.filling) refuse(part.place, "the part {" + name + "} uses itself");
  if (!part.filled) {
    part.filling = true;
    part.expression = fill(part.expression, "the part {" + name + "}", part.place);
    part.filling = false;
    part.filled = true;
  }
  return part.expression;
}

std::string Parts::fill(const std::string& pattern, const std::string& user,
                        const GrammarPlace& place) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t close = refers_at(pattern, i) ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      result += pattern[i];
      continue;
    }
    result += "(?:" + filled(pattern.substr(i + 1, close - i - 1), user, place) + ")";
    if (result.size() > kMaxExpanded) {
      refuse(place, user + " grows beyond 1 MB when its parts are filled in");
    }
    i = close;
  }
  return result;
}

std::string alternation(std::vector<std::string> forms) {
  std::sort(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::string result;
  for (const auto& form : forms) result += (result.empty() ? "" : "|") + escaped(form);
  return result;
}

}  // namespace handvest
