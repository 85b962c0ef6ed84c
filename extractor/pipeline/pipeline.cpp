#include "pipeline/pipeline.hpp"

#include <algorithm>

#include "layout/layout.hpp"
#include "meaning/meaning.hpp"
#include "mentions/mentions.hpp"
#include "structure/structure.hpp"
#include "text/code_points.hpp"

namespace handvest {
namespace {

void number_mentions(std::vector<Mention>& mentions, const CodePointIndex& index) {
  for (auto& mention : mentions) {
    mention.id = "m" + std::to_string(index.code_points_before(mention.span.begin));
  }
}

// Those that have no mention's number.
void number_targets(std::vector<Target>& targets, const CodePointIndex& index) {
  for (auto& target : targets) {
    if (!target.id.empty()) continue;
    target.id = "t" + std::to_string(index.code_points_before(target.span.begin));
  }
}

void number_parallels(std::vector<Parallel>& parallels, const CodePointIndex& index) {
  for (auto& parallel : parallels) {
    const std::size_t begin = parallel.members.front().span.begin;
    parallel.id = "x" + std::to_string(index.code_points_before(begin));
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
