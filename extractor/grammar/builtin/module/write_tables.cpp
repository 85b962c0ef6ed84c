// Writes the tables of the built-in rules as C++: run when the program is built.
//
// usage: handvest_write_tables OUTPUT.cpp GRAMMAR.xml...
#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

#include "grammar/beginnings.hpp"
#include "grammar/cue_ways.hpp"
#include "grammar/freeze.hpp"
#include "grammar/grammar.hpp"
#include "grammar/packed.hpp"
#include "grammar/part_program.hpp"
#include "grammar/rule_table.hpp"

namespace {

using namespace handvest;

GrammarFile read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string xml((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  return {path.substr(path.find_last_of("/\\") + 1), std::move(xml)};
}

template <typename Container, typename Show>
void write_array(std::ostream& out, const std::string& declaration, const Container& items,
                 const Show& show) {
  out << "constexpr " << declaration << "[] = {";
  std::size_t count = 0;
  for (const auto& item : items) {
    out << (count++ % 16 == 0 ? "\n" : "");
    show(item);
    out << ',';
  }
  out << (count == 0 ? "{}" : "") << "};\n";
}

// Of all rules of a stage together, and of one rule that looks, before they are made fewer.
constexpr std::size_t kMostStates = 60000;
constexpr std::size_t kMostStatesOfOne = 40000;

OwnedTables write_automaton(std::ostream& out, const std::string& name, const Automaton& automaton,
                            std::size_t most_states = kMostStates) {
  const auto tables = freeze(automaton, most_states);
  if (!tables) throw std::runtime_error("the rules have too many states together: " + name);
  const auto number = [&](auto value) { out << static_cast<unsigned>(value); };
  write_array(out, "std::uint8_t " + name + "_class_of", tables->class_of, number);
  write_array(out, "FrozenAutomaton::Slot " + name + "_slots", tables->slots, number);
  write_array(out, "std::uint16_t " + name + "_labels", tables->labels, number);
  out << "constexpr FrozenAutomaton::Tables " << name << " = {" << name << "_class_of, " << name
      << "_slots, " << name << "_labels, " << tables->start << ", " << tables->accepting << "};\n";
  return *tables;
}

void write_beginnings(std::ostream& out, const OwnedBeginnings& beginnings) {
  write_array(out, "std::uint8_t beginning_unknown", beginnings.unknown,
              [&](std::uint8_t bits) { out << +bits; });
  write_array(out, "std::uint64_t beginning_bits", beginnings.bits,
              [&](std::uint64_t bits) { out << bits << 'U'; });
  out << "constexpr FrozenBeginnings beginnings = {beginning_unknown, beginning_bits};\n";
}

// The program of one pattern; what stands for it in an initialiser.
std::string write_program(std::ostream& out, const std::string& name, const Pattern& pattern) {
  const auto owned = part_program(pattern);
  if (owned.states.empty()) return "{}";
  write_array(out, "PartState " + name, owned.states, [&](const PartState& state) {
    out << "{PartState::Kind{" << static_cast<unsigned>(state.kind) << "}," << +state.first << ','
        << +state.last << ',' << +state.begins << ',' << state.next << ',' << state.other << '}';
  });
  write_array(out, "PartSet " + name + "_sets", owned.sets, [&](const PartSet& set) {
    out << "{{" << set[0] << "U," << set[1] << "U," << set[2] << "U," << set[3] << "U}}";
  });
  write_array(out, "const char* " + name + "_names", owned.names,
              [&](const std::string& part) { out << '"' << part << '"'; });
  const std::string sets =
      "std::span(" + name + "_sets).first(" + std::to_string(owned.sets.size()) + ")";
  return "{" + name + ", " + sets + ", " + name + "_names}";
}

void write_parts(std::ostream& out, const RuleTable& table) {
  std::string list;
  for (std::size_t i = 0; i < table.rules.size(); ++i) {
    const std::string name = "parts_" + std::to_string(i);
    list += "    " + write_program(out, name, table.rules[i].rule->pattern) + ",\n";
  }
  out << "constexpr PartProgram parts[] = {\n" << list << "    {}};\n";
}

std::string identifier(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  return text;
}

const char* name_of(CuePlace place) {
  switch (place) {
    case CuePlace::before:
      return "CuePlace::before";
    case CuePlace::after:
      return "CuePlace::after";
    case CuePlace::begin:
      return "CuePlace::begin";
    case CuePlace::whole:
      return "CuePlace::whole";
    case CuePlace::within:
      break;
  }
  return "CuePlace::within";
}

bool begins_at_tokens(const Automaton& automaton, const FrozenAutomaton& frozen) {
  const auto& states = automaton.states();
  return !frozen.can_begin(' ') &&
         std::all_of(states.begin(), states.end(), [](const Automaton::State& state) {
           return state.kind != Automaton::Kind::accept || (state.next & FrozenCue::kLeftEdge) != 0;
         });
}

// What stands for pairs of kinds in an initialiser.
std::string shown(const KindPairs& pairs) {
  std::string list;
  for (const std::uint32_t seconds : pairs.seconds) list += std::to_string(seconds) + "U,";
  return "{{" + list + "}}";
}

// What stands for a rule's pairs in an initialiser.
std::string write_pairs(std::ostream& out, const std::string& name, CuePlace place,
                        const FrozenAutomaton& automaton) {
  if (place != CuePlace::within) return "{}";
  const auto pairs = beginning_pairs(automaton);
  if (pairs.empty()) return "{}";
  write_array(out, "BytePair " + name + "_pairs", pairs, [&](const BytePair& pair) {
    out << '{' << +pair.first << ',' << +pair.second << '}';
  });
  return name + "_pairs";
}

void write_cues(std::ostream& out, const Grammar& grammar) {
  std::ostringstream list;
  std::size_t count = 0;
  for (const Subject& subject : grammar.subjects()) {
    for (const Rule& rule : subject.rules) {
      const auto place = cue_place(rule.attribute("look"));
      if (!place) continue;
      const auto automaton = cue_automaton(
          parse_expression(rule.pattern.expression(), rule.pattern.options()), *place);
      if (!automaton) throw std::runtime_error("rule " + rule.id + " cannot look so");
      const std::string name = "cue_" + std::to_string(count++) + "_" + identifier(rule.id);
      const auto tables = write_automaton(out, name, *automaton, kMostStatesOfOne);
      const FrozenAutomaton frozen(tables.view());
      const std::string pairs = write_pairs(out, name, *place, frozen);
      const bool whole = *place == CuePlace::whole;
      const std::string parts = whole ? write_program(out, name + "_parts", rule.pattern) : "{}";
      list << "    {\"" << rule.id << "\", " << name_of(*place) << ", "
           << (begins_at_tokens(*automaton, frozen) ? "true, " : "false, ") << name << ", "
           << frozen.step(frozen.start(), '\n') << ", " << shown(beginning_kinds(frozen)) << ", "
           << pairs << ", " << parts << "},\n";
    }
  }
  out << "constexpr FrozenCue cues[] = {\n"
      << list.str() << "    {}};\nconstexpr std::size_t cue_count = " << count << ";\n";
}

std::string literal(std::string_view text) {
  std::ostringstream out;
  out << '"' << std::oct << std::setfill('0');
  for (const char c : text) {
    const bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
    if (plain) out << c;
    if (!plain) out << '\\' << std::setw(3) << static_cast<unsigned>(static_cast<unsigned char>(c));
  }
  out << '"';
  return out.str();
}

void write_subjects(std::ostream& out, const Grammar& grammar) {
  out << "constexpr std::string_view subjects[] = {\n";
  for (const Subject& subject : grammar.subjects()) {
    const std::string bytes = packed(subject);
    out << "    {" << literal(bytes) << ", " << bytes.size() << "},\n";  // some bytes are zero
  }
  out << "};\n";
}

void write(std::ostream& out, const Grammar& grammar) {
  const RuleTable table(grammar.rules_of("mentions"));
  const RuleAutomata automata(table);
  out << "// Generated by write_tables.cpp.\n#include \"grammar/frozen.hpp\"\n\n"
      << "namespace handvest {\nnamespace {\n\n";
  const OwnedTables at_edge = write_automaton(out, "at_edge", automata.at_edge);
  write_beginnings(out, beginnings(FrozenAutomaton(at_edge.view())));
  write_automaton(out, "inside", automata.inside);
  write_automaton(out, "before", automata.before);
  write_automaton(out, "after", automata.after);
  write_array(out, "std::uint64_t context_kinds", context_kinds(table),
              [&](std::uint64_t kinds) { out << kinds << 'U'; });
  write_parts(out, table);
  write_cues(out, grammar);
  write_subjects(out, grammar);
  out << "constexpr FrozenGrammar grammar = {{at_edge, inside, before, after, beginnings, "
         "context_kinds, "
      << "std::span(parts).first(" << table.rules.size() << ")}, "
      << "std::span(cues).first(cue_count), subjects, " << literal(grammar.version())
      << "};\n\n}  // namespace\n\n"
      << "const FrozenGrammar* frozen_grammar() { return &grammar; }\n\n}  // namespace "
         "handvest\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::vector<GrammarFile> files;
    for (int i = 2; i < argc; ++i) files.push_back(read_file(argv[i]));
    const Grammar grammar = compile_grammar(files, PatternCheck::later);
    std::ofstream out(argv[1], std::ios::binary);
    write(out, grammar);
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "handvest_write_tables: " << error.what() << '\n';
    return 1;
  }
}
