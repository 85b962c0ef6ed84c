#include "grammar/part_program.hpp"

#include "grammar/automaton.hpp"

namespace handvest {

OwnedPartProgram part_program(const Pattern& pattern) {
  OwnedPartProgram owned;
  Automaton automaton;
  automaton.add(parse_expression(pattern.expression(), pattern.options()), 0);
  owned.names = automaton.part_names();
  if (owned.names.empty()) return owned;
  if (automaton.states().size() > 0xFFFF) throw SyntaxError("the pattern is too large", 0);
  for (const auto& state : automaton.states()) {
    owned.states.push_back({static_cast<std::uint8_t>(state.kind), state.first, state.last, 0,
                            static_cast<std::uint16_t>(state.next),
                            static_cast<std::uint16_t>(state.other)});
  }
  for (const auto& name : owned.names) owned.name_pointers.push_back(name.c_str());
  owned.program = {owned.states, static_cast<std::uint16_t>(automaton.starts().front()),
                   owned.name_pointers};
  return owned;
}

}  // namespace handvest
