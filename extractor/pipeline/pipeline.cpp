#include "pipeline/pipeline.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "layout/layout.hpp"
#include "meaning/meaning.hpp"
#include "mentions/mentions.hpp"
#include "structure/structure.hpp"
#include "text/code_points.hpp"

namespace handvest {
namespace {

// "m1234": the kind of thing and the code points before it.
std::string id_at(char kind, std::size_t begin, const CodePointIndex& index) {
  std::array<char, 24> id{kind};
  const auto end =
      std::to_chars(id.data() + 1, id.data() + id.size(), index.code_points_before(begin)).ptr;
  return {id.data(), end};
}

void number_mentions(std::vector<Mention>& mentions, const CodePointIndex& index) {
  for (auto& mention : mentions) mention.id = id_at('m', mention.span.begin, index);
}

// Those that have no mention's number.
void number_targets(std::vector<Target>& targets, const CodePointIndex& index) {
  for (auto& target : targets) {
    if (target.id.empty()) target.id = id_at('t', target.span.begin, index);
  }
}

void number_parallels(std::vector<Parallel>& parallels, const CodePointIndex& index) {
  for (auto& parallel : parallels) {
    parallel.id = id_at('x', parallel.members.front().span.begin, index);
  }
}

void append(std::vector<Warning>& all, const std::vector<Warning>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

std::vector<Warning> in_text_order(std::vector<Warning> warnings) {
  std::stable_sort(warnings.begin(), warnings.end(), [](const Warning& a, const Warning& b) {
    return (a.span ? a.span->begin : 0) < (b.span ? b.span->begin : 0);
  });
  return warnings;
}

}  // namespace

Extraction extract(SourceText source, const Grammar& grammar, const ExtractOptions& options) {
  Extraction result;
  result.source = std::move(source);
  result.grammar = grammar.version();
  result.warnings = result.source.warnings;
  Layout layout = find_layout(result.source, grammar);
  append(result.warnings, layout.warnings);
  result.outline = find_structure(result.source, std::move(layout), grammar, options.profile);
  result.mentions = find_mentions(result.source, result.outline, grammar, options.max_mentions);
  const CodePointIndex index(result.source.text);
  number_mentions(result.mentions.mentions, index);
  result.meaning = find_meaning(result.source, result.outline, result.mentions, grammar);
  number_targets(result.meaning.targets, index);
  number_parallels(result.meaning.parallels, index);
  append(result.warnings, result.outline.warnings);
  append(result.warnings, result.mentions.warnings);
  append(result.warnings, result.meaning.warnings);
  result.warnings = in_text_order(std::move(result.warnings));
  return result;
}

}  // namespace handvest
