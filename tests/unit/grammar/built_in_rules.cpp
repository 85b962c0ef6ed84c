// The built-in mention rules on the example documents: the tables that came with the program, the
// automata made at run time and the slow reference find the same.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/embedded.hpp"
#include "grammar/frozen.hpp"
#include "grammar/part_finder.hpp"
#include "slow_dispatcher.hpp"

using namespace handvest;

namespace {

// The texts of the example documents; of real ones too, where they lie beside the project.
std::vector<std::string> documents() {
  const std::filesystem::path root = HANDVEST_ROOT;
  std::vector<std::filesystem::path> paths;
  for (const auto& folder : {root / "corpora", root / "../shared/corpus"}) {
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (file.path().extension() == ".txt") paths.push_back(file.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

Grammar grammar_without_tables() {
  std::vector<GrammarFile> files;
  for (const auto& file : embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  return compile_grammar(files, PatternCheck::later);
}

std::string shown_parts(const std::optional<Match>& match) {
  if (!match) return "none";
  std::vector<std::string> parts;
  for (const auto& [name, span] : match->groups) {
    parts.push_back(std::string(name) + "[" + std::to_string(span.begin) + "," +
                    std::to_string(span.end) + ")");
  }
  std::sort(parts.begin(), parts.end());
  std::string text;
  for (const auto& part : parts) text += part + " ";
  return text;
}

// One line of so many, short enough for the reference.
std::vector<std::string> sample_of_lines(const std::vector<std::string>& texts, std::size_t every) {
  std::vector<std::string> lines;
  std::size_t count = 0;
  for (const auto& text : texts) {
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
      const bool digits = line.find_first_of("0123456789") != std::string::npos;
      if (digits && line.size() < 160 && count++ % every == 0) lines.push_back(line);
    }
  }
  return lines;
}

// All of a rule but its pattern and its examples.
std::string shown_rule(const Rule& rule) {
  std::ostringstream out;
  out << rule.id << ' ' << rule.yields << ' ' << rule.left_edge << rule.right_edge << ' '
      << rule.priority << ' ' << rule.longest << ' ' << (rule.cue != nullptr);
  for (const auto& [name, value] : rule.attributes) out << ' ' << name << '=' << value;
  for (const auto& condition : rule.conditions) {
    out << (condition.place == Condition::Place::before ? " before" : " after") << condition.wanted
        << condition.word_edge;
  }
  return out.str();
}

std::string shown_entry(const Entry& entry) {
  std::ostringstream out;
  out << entry.id;
  for (const auto& [name, value] : entry.attributes) out << ' ' << name << '=' << value;
  for (const auto& form : entry.forms) out << '|' << form;
  for (const auto& child : entry.children) out << '(' << shown_entry(child) << ')';
  return out.str();
}

}  // namespace

TEST_CASE("what a document reads of the rules is what the grammar's files say") {
  const Grammar whole = builtin_grammar(true);
  const Grammar packed = builtin_grammar(false);
  REQUIRE(packed.subjects().size() == whole.subjects().size());
  CHECK(packed.version() == whole.version());
  for (std::size_t s = 0; s < whole.subjects().size(); ++s) {
    const Subject& read = packed.subjects()[s];
    const Subject& written = whole.subjects()[s];
    CHECK(read.attributes == written.attributes);
    REQUIRE(read.rules.size() == written.rules.size());
    for (std::size_t i = 0; i < written.rules.size(); ++i) {
      CHECK(shown_rule(read.rules[i]) == shown_rule(written.rules[i]));
      const std::string& pattern = read.rules[i].pattern.expression();
      const bool has_tables = read.rules[i].cue != nullptr || read.attributes.contains("stage");
      if (!pattern.empty() || !has_tables) {
        CHECK(pattern == written.rules[i].pattern.expression());
      }
    }
    REQUIRE(read.entries.size() == written.entries.size());
    for (std::size_t i = 0; i < written.entries.size(); ++i) {
      CHECK(shown_entry(read.entries[i]) == shown_entry(written.entries[i]));
    }
  }
}

TEST_CASE("tables made with the program find what automata made at run time find") {
  REQUIRE(frozen_grammar() != nullptr);
  const Grammar frozen = builtin_grammar();
  const Grammar lazy = grammar_without_tables();
  std::size_t hits = 0;
  for (const auto& text : documents()) {
    const auto found = frozen.dispatcher("mentions")->scan(text);
    CHECK(shown(found) == shown(lazy.dispatcher("mentions")->scan(text)));
    hits += found.size();
  }
  CHECK(hits > 500);
}

TEST_CASE("the parts of a match are those that the regular expression finds") {
  const Grammar grammar = builtin_grammar();
  for (const auto& text : documents()) {
    for (const auto& hit : grammar.dispatcher("mentions")->scan(text)) {
      const std::string_view found = slice(text, hit.span);
      CAPTURE(hit.rule->id, std::string(found));
      CHECK(shown_parts(hit.parts->find(found)) ==
            shown_parts(hit.rule->pattern.full_match(found)));
    }
  }
}

TEST_CASE("the dispatcher finds in real lines what the slow reference finds") {
  const Grammar grammar = builtin_grammar();
  const SlowDispatcher slow(grammar.rules_of("mentions"));
  const auto lines = sample_of_lines(documents(), 6);
  REQUIRE(lines.size() > 30);
  for (const auto& line : lines) {
    CAPTURE(line);
    CHECK(shown(grammar.dispatcher("mentions")->scan(line)) == shown(slow.scan(line)));
  }
}
