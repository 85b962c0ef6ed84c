#include "output/annotations/marks.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace handvest {
namespace {

using Json = nlohmann::ordered_json;

const Json& member(const Json& node, const char* key) {
  static const Json kNone;
  if (!node.is_object()) return kNone;
  const auto found = node.find(key);
  return found == node.end() ? kNone : *found;
}

std::string text_of(const Json& node) { return node.is_string() ? node.get<std::string>() : ""; }

std::string scalar_of(const Json& node) {
  if (node.is_null() || node.is_structured()) return {};
  return node.is_string() ? node.get<std::string>() : node.dump();
}

std::size_t offset_of(const Json& node) {
  return node.is_number_unsigned() ? node.get<std::size_t>() : 0;
}

Mark mark_of(const char* kind, const Json& node) {
  Mark mark;
  mark.kind = kind;
  mark.type = kind;
  mark.id = text_of(member(node, "id"));
  mark.start = offset_of(member(member(node, "span"), "start"));
  mark.end = std::max(mark.start, offset_of(member(member(node, "span"), "end")));
  mark.qualifier = text_of(member(node, "qualifier"));
  mark.rule = text_of(member(node, "rule"));
  mark.in = text_of(member(node, "in"));
  return mark;
}

Mark mention_of(const Json& node) {
  Mark mark = mark_of("mention", node);
  mark.type = text_of(member(node, "type"));
  mark.text = text_of(member(node, "text"));
  mark.value = text_of(member(node, "normalized"));
  return mark;
}

std::string range_of(const Json& low, const Json& high) {
  const std::string upper = scalar_of(high);
  return scalar_of(low) + (upper.empty() ? "" : "/" + upper);
}

void append_word(std::string& words, const std::string& word) {
  if (word.empty()) return;
  if (!words.empty()) words += ' ';
  words += word;
}

Mark target_of(const Json& node) {
  const Json& aim = member(node, "target");
  const Json& baseline = member(node, "baseline");
  Mark mark = mark_of("target", node);
  mark.qualifier = text_of(member(aim, "qualifier"));
  mark.mention = text_of(member(aim, "mention"));
  mark.baseline = text_of(member(baseline, "mention"));
  append_word(mark.value, text_of(member(node, "indicator")));
  if (!member(baseline, "value").is_null()) {
    append_word(mark.value, scalar_of(member(baseline, "value")) + " →");
  }
  append_word(mark.value, range_of(member(aim, "value"), member(aim, "upper")));
  append_word(mark.value, text_of(member(node, "unit")));
  append_word(mark.value, text_of(member(aim, "date")));
  return mark;
}

Mark pledge_of(const Json& node) {
  const Json& amount = member(node, "amount");
  Mark mark = mark_of("pledge", node);
  mark.mention = text_of(member(node, "mention"));
  append_word(mark.value, text_of(member(node, "payer")));
  append_word(mark.value, text_of(member(amount, "currency")));
  append_word(mark.value, range_of(member(amount, "amount"), member(amount, "upper")));
  append_word(mark.value, text_of(member(node, "period")));
  append_word(mark.value, text_of(member(node, "purpose")));
  return mark;
}

}  // namespace

std::vector<Mark> marks_of(const Document& document) {
  std::vector<Mark> marks;
  for (const auto& node : member(document.root(), "mentions")) marks.push_back(mention_of(node));
  for (const auto& node : member(document.root(), "targets")) marks.push_back(target_of(node));
  for (const auto& node : member(document.root(), "pledges")) marks.push_back(pledge_of(node));
  return marks;
}

std::vector<Mark> mentions_in_order(const Document& document) {
  std::vector<Mark> all;
  for (const auto& node : member(document.root(), "mentions")) all.push_back(mention_of(node));
  std::stable_sort(all.begin(), all.end(),
                   [](const Mark& a, const Mark& b) { return a.start < b.start; });
  std::vector<Mark> mentions;
  for (auto& mark : all) {
    if (mark.start == mark.end || (!mentions.empty() && mark.start < mentions.back().end)) continue;
    mentions.push_back(std::move(mark));
  }
  return mentions;
}

std::size_t CodePointText::byte_of(std::size_t code_point) const {
  return code_point >= index_.count() ? text_.size() : index_.byte_of(code_point);
}

std::string_view CodePointText::slice(std::size_t start, std::size_t end) const {
  const std::size_t begin = byte_of(start);
  return text_.substr(begin, std::max(begin, byte_of(end)) - begin);
}

}  // namespace handvest
