#include "output/json/nodes.hpp"

namespace handvest::json_detail {

void set_if(Json& node, const char* key, const std::string& text) {
  if (!text.empty()) node[key] = text;
}

Json number(const Decimal& value) {
  if (value.exponent == 0) return value.coefficient;
  return value.to_double();
}

CellMentions::CellMentions(const std::vector<Mention>& mentions) {
  for (const auto& mention : mentions) by_begin_.emplace(mention.span.begin, &mention);
}

std::string CellMentions::in(const Span& cell) const {
  const auto found = by_begin_.lower_bound(cell.begin);
  if (found == by_begin_.end() || !cell.contains(found->second->span)) return {};
  return found->second->id;
}

namespace {

Json value_node(const Mention& mention) {
  const Value& value = mention.value;
  Json node = Json::object();
  if (value.amount) node["amount"] = number(*value.amount);
  if (value.upper) node["upper"] = number(*value.upper);
  set_if(node, mention.type == MentionType::money ? "currency" : "unit", value.unit);
  set_if(node, "start", value.start);
  set_if(node, "end", value.end);
  return node;
}

Json mention_node(const Mention& mention, const Places& places) {
  Json node = {{"id", mention.id},
               {"type", name_of(mention.type)},
               {"text", places.text(mention.span)},
               {"normalized", mention.normalized},
               {"value", value_node(mention)}};
  set_if(node, "qualifier", name_of(mention.qualifier));
  set_if(node, "rate", mention.rate);
  node["span"] = places.span_with_column(mention.span);
  set_if(node, "in", mention.in);
  node["rule"] = mention.rule;
  return node;
}

Json point_node(const TargetPoint& point) {
  Json node = Json::object();
  if (point.value) node["value"] = number(*point.value);
  if (point.upper) node["upper"] = number(*point.upper);
  set_if(node, "date", point.date);
  set_if(node, "qualifier", name_of(point.qualifier));
  set_if(node, "mention", point.mention);
  return node;
}

Json target_node(const Target& target, const Places& places) {
  Json node = {{"id", target.id}};
  set_if(node, "in", target.in);
  set_if(node, "indicator", target.indicator);
  if (!target.indicator_span.empty()) node["indicator_span"] = places.span(target.indicator_span);
  set_if(node, "unit", target.unit);
  set_if(node, "direction", target.direction);
  set_if(node, "place", target.place);
  node["span"] = places.span(target.span);
  if (target.baseline.value || !target.baseline.date.empty())
    node["baseline"] = point_node(target.baseline);
  node["target"] = point_node(target.target);
  set_if(node, "rule", target.rule);
  return node;
}

Json amount_node(const Pledge& pledge) {
  Json node = {{"amount", number(pledge.amount)}};
  if (pledge.upper) node["upper"] = number(*pledge.upper);
  node["currency"] = pledge.currency;
  return node;
}

Json pledge_node(const Pledge& pledge, const Places& places) {
  Json node = {{"id", pledge.id}};
  set_if(node, "in", pledge.in);
  set_if(node, "payer", pledge.payer);
  set_if(node, "side", pledge.side);
  set_if(node, "beneficiary", pledge.beneficiary);
  set_if(node, "scope", pledge.scope);
  node["amount"] = amount_node(pledge);
  set_if(node, "qualifier", name_of(pledge.qualifier));
  set_if(node, "period", pledge.period);
  set_if(node, "purpose", pledge.purpose);
  set_if(node, "condition", pledge.condition);
  node["span"] = places.span(pledge.span);
  set_if(node, "mention", pledge.mention);
  set_if(node, "rule", pledge.rule);
  return node;
}

Json parallel_node(const Parallel& parallel, const Places& places) {
  Json node = {{"id", parallel.id}, {"text", parallel.text}, {"members", Json::array()}};
  for (const auto& member : parallel.members) {
    node["members"].push_back({{"charter", member.charter},
                               {"in", member.in},
                               {"similarity", member.similarity},
                               {"differences", member.differences},
                               {"span", places.span(member.span)}});
  }
  return node;
}

}  // namespace

Json mentions_of(const Extraction& extraction, const Places& places) {
  Json nodes = Json::array();
  for (const auto& mention : extraction.mentions.mentions)
    nodes.push_back(mention_node(mention, places));
  return nodes;
}

Json targets_of(const Extraction& extraction, const Places& places) {
  Json nodes = Json::array();
  for (const auto& target : extraction.meaning.targets)
    nodes.push_back(target_node(target, places));
  return nodes;
}

Json pledges_of(const Extraction& extraction, const Places& places) {
  Json nodes = Json::array();
  for (const auto& pledge : extraction.meaning.pledges)
    nodes.push_back(pledge_node(pledge, places));
  return nodes;
}

Json parallels_of(const Extraction& extraction, const Places& places) {
  Json nodes = Json::array();
  for (const auto& parallel : extraction.meaning.parallels)
    nodes.push_back(parallel_node(parallel, places));
  return nodes;
}

}  // namespace handvest::json_detail
