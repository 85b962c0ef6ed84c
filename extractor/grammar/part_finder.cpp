#include "grammar/part_finder.hpp"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <mutex>
#include <vector>

#include "grammar/part_program.hpp"

namespace handvest {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kStepsBeforeMemory = 4000;
// States times bytes: a bit of memory, and at most one visit, each. Texts with parts are lines.
constexpr std::size_t kMostTried = std::size_t{1} << 23U;
constexpr std::size_t kUsuallyPending = 96;
constexpr std::size_t kUsualRoom = 2048;

// One match, depth first: of two ways the preferred one is followed to its end before the other.
class Search {
 public:
  Search(const PartProgram& program, std::string_view text)
      : program_(program), text_(text), places_(2 * program.names.size(), kNowhere, &room_) {
    pending_.reserve(kUsuallyPending);
  }
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  bool run() {
    if (attempt(kStepsBeforeMemory)) return true;
    if (steps_ < kStepsBeforeMemory) return false;
    if (program_.states.size() > kMostTried / (text_.size() + 1)) return false;
    tried_.assign(program_.states.size() * (text_.size() + 1), false);
    return attempt(kNowhere);
  }

  Match match() const {
    Match result{{0, text_.size()}, {}};
    result.groups.reserve(program_.names.size());
    for (std::size_t i = 0; i < program_.names.size(); ++i) {
      if (places_[2 * i + 1] == kNowhere) continue;
      result.groups.emplace_back(program_.names[i], Span{places_[2 * i], places_[2 * i + 1]});
    }
    return result;
  }

 private:
  // Something to do when the way that is followed leads nowhere: go another way, or forget where a
  // part was thought to begin or end.
  struct Pending {
    std::uint16_t state;
    bool restores;
    std::size_t at;  ///< restores: the place to put back
  };

  bool attempt(std::size_t most_steps) {
    pending_.assign(1, {0, false, 0});
    std::fill(places_.begin(), places_.end(), kNowhere);
    for (steps_ = 0; !pending_.empty() && steps_ < most_steps;) {
      const Pending next = pending_.back();
      pending_.pop_back();
      if (next.restores) {
        places_[next.state] = next.at;
      } else if (follow(next.state, next.at)) {
        return true;
      }
    }
    return false;
  }

  bool follow(std::uint16_t at_state, std::size_t at) {
    for (;; ++steps_) {
      if (was_tried(at_state, at)) return false;
      const PartState& state = program_.states[at_state];
      switch (state.kind) {
        case PartState::Kind::accept:
          return at == text_.size();
        case PartState::Kind::split:
          at = behind_repeat(state, at);
          if (dies(state.next, at)) {
            at_state = state.other;
            continue;
          }
          if (!dies(state.other, at)) pending_.push_back({state.other, false, at});
          break;
        case PartState::Kind::mark:
          pending_.push_back({state.first, true, places_[state.first]});
          places_[state.first] = at;
          break;
        case PartState::Kind::bytes:
        case PartState::Kind::letter:
        case PartState::Kind::set:
          if (!reads(state, at)) return false;
          ++at;
          break;
      }
      at_state = state.next;
    }
  }

  bool reads(const PartState& state, std::size_t at) const {
    if (at == text_.size()) return false;
    const auto byte = static_cast<std::uint8_t>(text_[at]);
    if (state.kind == PartState::Kind::set) return holds(state.first, byte);
    // Which of the other two it is cannot be foretold: of a letter the last is the first.
    const unsigned either_case = state.kind == PartState::Kind::letter ? 0x20 : 0;
    const auto beyond = static_cast<std::uint8_t>((byte | either_case) - state.first);
    return beyond <= state.last - state.first;
  }

  // Where a repeat such as `.+` ends, up to where there is one way. Not with memory: what is passed
  // over here is not remembered, and may be passed over often.
  std::size_t behind_repeat(const PartState& split, std::size_t at) {
    if (split.first == PartState::kNoSet || !tried_.empty()) return at;
    const std::size_t begin = at;
    while (at < text_.size() && holds(split.first, static_cast<std::uint8_t>(text_[at]))) ++at;
    steps_ += at - begin;
    return at;
  }

  bool holds(std::uint8_t set, std::uint8_t byte) const {
    return (program_.sets[set][byte / 64] >> byte % 64 & 1U) != 0;
  }

  // Most of many ways, such as the names of places, are known by one byte to lead nowhere.
  bool dies(std::uint16_t at_state, std::size_t at) const {
    const PartState& state = program_.states[at_state];
    // The kinds that read come first.
    if (state.kind <= PartState::Kind::set) return !reads(state, at);
    if (state.begins == PartState::kNoSet) return false;
    // Where text is left it must be read.
    if (at == text_.size()) return state.last == 0;
    return !holds(state.begins, static_cast<std::uint8_t>(text_[at]));
  }

  bool was_tried(std::uint16_t state, std::size_t at) {
    if (tried_.empty()) return steps_ >= kStepsBeforeMemory;
    const std::size_t place = state * (text_.size() + 1) + at;
    if (tried_[place]) return true;
    tried_[place] = true;
    return false;
  }

  const PartProgram& program_;
  std::string_view text_;
  std::array<std::byte, kUsualRoom> bytes_;
  std::pmr::monotonic_buffer_resource room_{bytes_.data(), bytes_.size()};
  std::pmr::vector<std::size_t> places_;  ///< begin and end of each part
  std::pmr::vector<Pending> pending_{&room_};
  std::vector<bool> tried_;
  std::size_t steps_ = 0;
};

}  // namespace

struct PartFinder::Compiled {
  explicit Compiled(const Pattern& given) : pattern(given) {}

  const PartProgram& program() {
    std::call_once(once, [this] { owned = part_program(pattern); });
    return owned.program;
  }

  const Pattern& pattern;
  std::once_flag once;
  OwnedPartProgram owned;
};

PartFinder::PartFinder(const Pattern& pattern) : compiled_(std::make_unique<Compiled>(pattern)) {}
PartFinder::PartFinder(const PartProgram& program) : program_(&program) {}
PartFinder::~PartFinder() = default;
PartFinder::PartFinder(PartFinder&&) noexcept = default;
PartFinder& PartFinder::operator=(PartFinder&&) noexcept = default;

std::optional<Match> PartFinder::find(std::string_view text) const {
  const PartProgram& program = compiled_ ? compiled_->program() : *program_;
  if (program.states.empty()) return Match{{0, text.size()}, {}};
  Search search(program, text);
  if (!search.run()) return std::nullopt;
  return search.match();
}

}  // namespace handvest
