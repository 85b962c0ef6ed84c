#include <boost/regex.hpp>
#include <mutex>
#include <stdexcept>

#include "grammar/grammar.hpp"
#include "grammar/prefilter.hpp"

namespace handvest {
namespace {

// Names of `(?<name>…)` groups, in the order of their numbers: Boost keeps only hashes of them.
std::vector<std::string> group_names(const std::string& expression) {
  constexpr std::string_view kOpening = "(?<";
  std::vector<std::string> names;
  for (auto at = expression.find(kOpening); at != std::string::npos;
       at = expression.find(kOpening, at + 1)) {
    const auto begin = at + kOpening.size();
    const auto end = expression.find('>', begin);
    const bool looks_behind = expression[begin] == '=' || expression[begin] == '!';
    if (!looks_behind && end != std::string::npos) {
      names.push_back(expression.substr(begin, end - begin));
    }
  }
  return names;
}

}  // namespace

struct Pattern::Compiled {
  SyntaxOptions options;
  std::once_flag once;
  boost::regex regex;
  std::vector<std::string> names;
  std::unique_ptr<Prefilter> prefilter;
};

namespace {

template <typename Results>
Match to_match(const Results& results, std::string_view text,
               const std::vector<std::string>& names) {
  const auto offset = [&](const char* place) {
    return static_cast<std::size_t>(place - text.data());
  };
  Match match{{offset(results[0].first), offset(results[0].second)}, {}};
  for (const auto& name : names) {
    const auto& part = results[name];
    if (part.matched) match.groups[name] = {offset(part.first), offset(part.second)};
  }
  return match;
}

}  // namespace

std::optional<Span> Match::group(std::string_view name) const {
  const auto found = groups.find(name);
  if (found == groups.end()) return std::nullopt;
  return found->second;
}

Pattern::Pattern(const std::string& expression, bool ignore_case)
    : Pattern(expression, SyntaxOptions{ignore_case, false}) {}

Pattern::Pattern(const std::string& expression, const SyntaxOptions& options)
    : expression_(expression), compiled_(std::make_unique<Compiled>()) {
  compiled_->options = options;
}

void Pattern::compile() const { compiled(); }

const Pattern::Compiled& Pattern::compiled() const {
  std::call_once(compiled_->once, [this] {
    const Syntax syntax = parse_expression(expression_, compiled_->options);
    const std::string bytes = to_byte_expression(syntax);
    compiled_->regex.assign(bytes, boost::regex::perl);
    compiled_->names = group_names(bytes);
    compiled_->prefilter = std::make_unique<Prefilter>(syntax);
  });
  return *compiled_;
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::optional<Match> Pattern::match_at(std::string_view text, std::size_t offset) const {
  boost::cmatch results;
  const char* const end = text.data() + text.size();
  const auto flags = boost::match_default | boost::match_continuous | boost::match_prev_avail;
  try {
    const auto used = offset == 0 ? flags & ~boost::match_prev_avail : flags;
    if (!boost::regex_search(text.data() + offset, end, results, compiled().regex, used)) return {};
  } catch (const std::runtime_error&) {
    return {};  // too complex: costs this one match
  }
  return to_match(results, text, compiled().names);
}

std::optional<Match> Pattern::search(std::string_view text, std::size_t from) const {
  if (!compiled().prefilter->may_match(text.substr(from))) return {};
  boost::cmatch results;
  const char* const end = text.data() + text.size();
  const auto flags =
      from == 0 ? boost::match_default : boost::match_default | boost::match_prev_avail;
  try {
    if (!boost::regex_search(text.data() + from, end, results, compiled().regex, flags)) return {};
  } catch (const std::runtime_error&) {
    return {};
  }
  return to_match(results, text, compiled().names);
}

std::optional<Match> Pattern::full_match_or_throw(std::string_view text) const {
  boost::cmatch results;
  if (!boost::regex_match(text.data(), text.data() + text.size(), results, compiled().regex)) {
    return {};
  }
  return to_match(results, text, compiled().names);
}

std::optional<Match> Pattern::full_match(std::string_view text) const {
  try {
    return full_match_or_throw(text);
  } catch (const std::runtime_error&) {
    return {};
  }
}

// Told by the expression as written: to compile it for this would cost more than all its matches.
bool Pattern::has_groups() const {
  for (auto at = expression_.find("(?"); at != std::string::npos;
       at = expression_.find("(?", at + 1)) {
    const std::string_view opening = std::string_view(expression_).substr(at + 2, 2);
    if (opening.starts_with('\'')) return true;
    if (opening.starts_with('<') && opening != "<=" && opening != "<!") return true;
  }
  return false;
}

}  // namespace handvest
