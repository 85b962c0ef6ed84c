#include "grammar/dispatcher.hpp"

#include <mutex>

#include "grammar/dispatcher_run.hpp"
#include "grammar/frozen.hpp"
#include "grammar/grammar.hpp"
#include "grammar/lazy_automaton.hpp"

namespace handvest {
namespace {

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Letters beyond ASCII that Dutch texts have lie in U+00C0 to U+02AF: lead bytes C3 to CA.
bool is_latin_letter(std::uint8_t lead, std::uint8_t second) {
  if (lead < 0xC3 || lead > 0xCA) return false;
  return lead != 0xC3 || (second != 0x97 && second != 0xB7);
}

std::vector<PartFinder> part_finders(const RuleTable& table, const FrozenRules* frozen) {
  std::vector<PartFinder> finders;
  finders.reserve(table.rules.size());
  for (std::size_t label = 0; label < table.rules.size(); ++label) {
    if (frozen != nullptr) {
      finders.emplace_back(frozen->parts[label]);
    } else {
      finders.emplace_back(table.rules[label].rule->pattern);
    }
  }
  return finders;
}

}  // namespace

bool word_ends_at(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  const auto last = static_cast<std::uint8_t>(text[offset - 1]);
  if (last < 0x80) return is_ascii_word(text[offset - 1]);
  return offset >= 2 && is_latin_letter(static_cast<std::uint8_t>(text[offset - 2]), last);
}

bool word_begins_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const auto lead = static_cast<std::uint8_t>(text[offset]);
  if (lead < 0x80) return is_ascii_word(text[offset]);
  return offset + 1 < text.size() &&
         is_latin_letter(lead, static_cast<std::uint8_t>(text[offset + 1]));
}

// The rules with either the tables that came with the program or the automata that are made into
// tables while texts are read. Those are dear to make: each run borrows some and gives them back.
struct Dispatcher::Rules {
  using Lazy = Followers<LazyAutomaton>;

  Rules(const std::vector<const Rule*>& rules, const FrozenRules* given)
      : table(rules, given != nullptr ? given->context_kinds : nullptr),
        frozen(given),
        parts(part_finders(table, given)) {
    if (frozen == nullptr) automata = std::make_unique<RuleAutomata>(table);
  }

  std::unique_ptr<Lazy> take() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto followers = std::move(idle.back());
        idle.pop_back();
        return followers;
      }
    }
    return std::make_unique<Lazy>(*automata);
  }

  void give_back(std::unique_ptr<Lazy> followers) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(followers));
  }

  // Calls `work` with a run over the text.
  template <typename Work>
  void run(std::string_view text, const Work& work) {
    if (frozen != nullptr) {
      Followers<FrozenAutomaton> followers(*frozen);
      work(DispatcherRun<FrozenAutomaton>(table, parts, followers, &frozen->beginnings, text));
      return;
    }
    auto followers = take();
    work(DispatcherRun<LazyAutomaton>(table, parts, *followers, nullptr, text));
    give_back(std::move(followers));
  }

  RuleTable table;
  const FrozenRules* frozen;
  std::vector<PartFinder> parts;
  std::unique_ptr<RuleAutomata> automata;
  std::mutex mutex;
  std::vector<std::unique_ptr<Lazy>> idle;
};

Dispatcher::Dispatcher(const std::vector<const Rule*>& rules, const FrozenRules* frozen)
    : rules_(std::make_unique<Rules>(rules, frozen)) {}

Dispatcher::~Dispatcher() = default;

void Dispatcher::scan(std::string_view text, const Accept& accept) const {
  rules_->run(text, [&](auto&& run) { run.scan(accept); });
}

std::vector<Hit> Dispatcher::scan(std::string_view text) const {
  std::vector<Hit> hits;
  scan(text, [&](const Hit& hit) {
    hits.push_back(hit);
    return true;
  });
  return hits;
}

std::vector<Attempt> Dispatcher::attempts(std::string_view text, Span range,
                                          const Accept& accept) const {
  std::vector<Attempt> result;
  rules_->run(text, [&](auto&& run) { result = run.attempts(range, accept); });
  return result;
}

}  // namespace handvest
