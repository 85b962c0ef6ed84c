#include "grammar/pattern.hpp"

#include <array>
#include <atomic>
#include <mutex>

#include "grammar/first_bytes.hpp"
#include "grammar/regex.hpp"

namespace handvest {
namespace {

Match to_match(const std::vector<Span>& parts, const Regex& regex) {
  Match match{parts[0], {}};
  for (const auto& [name, number] : regex.names()) {
    if (parts[number].begin != Regex::kNowhere) match.groups.emplace_back(name, parts[number]);
  }
  return match;
}

std::optional<Match> match_or_throw(const Regex& regex, std::string_view text, std::size_t from) {
  const auto parts = regex.match(text, from);
  if (parts.empty()) return std::nullopt;
  return to_match(parts, regex);
}

std::optional<Match> match_or_nothing(const Regex& regex, std::string_view text, std::size_t from) {
  try {
    return match_or_throw(regex, text, from);
  } catch (const TooComplex&) {
    return std::nullopt;  // costs this one match
  }
}

// Something that is done once, by whichever thread comes first; that it is done is cheap to know.
class Once {
 public:
  template <typename Action>
  void call(const Action& action) {
    if (done_.load(std::memory_order_acquire)) return;
    std::call_once(flag_, [&] {
      action();
      done_.store(true, std::memory_order_release);
    });
  }

 private:
  std::once_flag flag_;
  std::atomic<bool> done_{false};
};

}  // namespace

// One expression for each way of matching that is asked for: most patterns are used in one way.
struct Pattern::Compiled {
  struct Slot {
    Once once;
    std::unique_ptr<Regex> regex;
  };
  std::array<Slot, 3> slots;
  Once once;
  std::string expression;  ///< as the matcher reads it
  std::unique_ptr<FirstBytes> first;

  void read(const Pattern& pattern) {
    once.call([&] {
      const Syntax syntax = parse_expression(pattern.expression_, pattern.options_);
      expression = to_expression(syntax);
      first = std::make_unique<FirstBytes>(syntax);
    });
  }

  bool may_begin(const Pattern& pattern, std::string_view text, std::size_t offset) {
    read(pattern);
    return first->may_begin(text, offset);
  }

  bool may_begin_with(const Pattern& pattern, std::uint8_t byte) {
    read(pattern);
    return first->may_begin_with(byte);
  }

  const Regex& regex(const Pattern& pattern, Regex::Use use) {
    read(pattern);
    Slot& slot = slots[static_cast<std::size_t>(use)];
    slot.once.call([&] { slot.regex = std::make_unique<Regex>(expression, use); });
    return *slot.regex;
  }
};

std::optional<Span> Match::group(std::string_view name) const {
  for (const auto& [group, place] : groups) {
    if (group == name) return place;
  }
  return std::nullopt;
}

Pattern::Pattern(const std::string& expression, bool ignore_case)
    : Pattern(expression, SyntaxOptions{ignore_case, false}) {}

Pattern::Pattern(std::string expression, const SyntaxOptions& options)
    : expression_(std::move(expression)),
      options_(options),
      compiled_(std::make_unique<Compiled>()) {}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

void Pattern::compile() const { compiled_->regex(*this, Regex::Use::search); }

bool Pattern::may_begin_with(std::uint8_t byte) const {
  return compiled_->may_begin_with(*this, byte);
}

std::optional<Match> Pattern::match_at(std::string_view text, std::size_t offset) const {
  if (!compiled_->may_begin(*this, text, offset)) return std::nullopt;
  return match_or_nothing(compiled_->regex(*this, Regex::Use::begin), text, offset);
}

std::optional<Match> Pattern::search(std::string_view text, std::size_t from) const {
  return match_or_nothing(compiled_->regex(*this, Regex::Use::search), text, from);
}

std::optional<Match> Pattern::full_match_or_throw(std::string_view text) const {
  return match_or_throw(compiled_->regex(*this, Regex::Use::whole), text, 0);
}

std::optional<Match> Pattern::full_match(std::string_view text) const {
  if (!compiled_->may_begin(*this, text, 0)) return std::nullopt;
  return match_or_nothing(compiled_->regex(*this, Regex::Use::whole), text, 0);
}

}  // namespace handvest
