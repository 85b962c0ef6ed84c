#include <algorithm>

#include "output/json/nodes.hpp"
#include "structure/structure.hpp"

namespace handvest::json_detail {

std::string CellMentions::in(const Span& cell) const {
  const auto found =
      std::partition_point(mentions_.begin(), mentions_.end(),
                           [&](const Mention& mention) { return mention.span.begin < cell.begin; });
  return found != mentions_.end() && cell.contains(found->span) ? found->id : std::string();
}

namespace {

void write_value(JsonWriter& json, const Mention& mention) {
  const Value& value = mention.value;
  json.key("value");
  json.begin_object();
  if (value.amount) json.field("amount", *value.amount);
  if (value.upper) json.field("upper", *value.upper);
  json.field_if(mention.type == MentionType::money ? "currency" : "unit", value.unit);
  json.field_if("start", value.start);
  json.field_if("end", value.end);
  json.end_object();
}

void write_mention(JsonWriter& json, const Mention& mention, const Outline& outline,
                   const Places& places) {
  json.begin_object();
  json.field("id", mention.id);
  json.field("type", name_of(mention.type));
  json.field("text", places.text(mention.span));
  json.field("normalized", mention.normalized);
  write_value(json, mention);
  json.field_if("qualifier", name_of(mention.qualifier));
  json.field_if("rate", mention.rate);
  json.key("span");
  places.write_mention(json, mention.span);
  json.field_if("in", node_at(outline, mention.span.begin));
  json.field("rule", mention.rule);
  json.end_object();
}

void write_point(JsonWriter& json, std::string_view name, const TargetPoint& point) {
  json.key(name);
  json.begin_object();
  if (point.value) json.field("value", *point.value);
  if (point.upper) json.field("upper", *point.upper);
  json.field_if("date", point.date);
  json.field_if("qualifier", name_of(point.qualifier));
  json.field_if("mention", point.mention);
  json.end_object();
}

void write_target(JsonWriter& json, const Target& target, const Places& places) {
  json.begin_object();
  json.field("id", target.id);
  json.field_if("in", target.in);
  json.field_if("indicator", target.indicator);
  if (!target.indicator_span.empty()) places.field(json, "indicator_span", target.indicator_span);
  json.field_if("unit", target.unit);
  json.field_if("direction", target.direction);
  json.field_if("place", target.place);
  places.field(json, "span", target.span);
  if (target.baseline.value || !target.baseline.date.empty()) {
    write_point(json, "baseline", target.baseline);
  }
  write_point(json, "target", target.target);
  json.field_if("rule", target.rule);
  json.end_object();
}

void write_amount(JsonWriter& json, const Pledge& pledge) {
  json.key("amount");
  json.begin_object();
  json.field("amount", pledge.amount);
  if (pledge.upper) json.field("upper", *pledge.upper);
  json.field("currency", pledge.currency);
  json.end_object();
}

void write_pledge(JsonWriter& json, const Pledge& pledge, const Places& places) {
  json.begin_object();
  json.field("id", pledge.id);
  json.field_if("in", pledge.in);
  json.field_if("payer", pledge.payer);
  json.field_if("side", pledge.side);
  json.field_if("beneficiary", pledge.beneficiary);
  json.field_if("scope", pledge.scope);
  write_amount(json, pledge);
  json.field_if("qualifier", name_of(pledge.qualifier));
  json.field_if("rate", pledge.rate);
  json.field_if("period", pledge.period);
  json.field_if("purpose", pledge.purpose);
  json.field_if("condition", pledge.condition);
  places.field(json, "span", pledge.span);
  json.field_if("mention", pledge.mention);
  json.field_if("rule", pledge.rule);
  json.end_object();
}

void write_member(JsonWriter& json, const ParallelMember& member, const Places& places) {
  json.begin_object();
  json.field("charter", member.charter);
  json.field("in", member.in);
  json.field("similarity", member.similarity);
  json.field("wording", member.own_words ? "own" : "standard");
  json.key("differences");
  json.array(member.differences, [&](const std::string& difference) { json.value(difference); });
  places.field(json, "span", member.span);
  json.end_object();
}

void write_parallel(JsonWriter& json, const Parallel& parallel, const Places& places) {
  json.begin_object();
  json.field("id", parallel.id);
  json.field("text", parallel.text);
  json.key("members");
  json.array(parallel.members,
             [&](const ParallelMember& member) { write_member(json, member, places); });
  json.end_object();
}

}  // namespace

void write_mentions(JsonWriter& json, const Extraction& extraction, const Places& places) {
  json.key("mentions");
  json.array(extraction.mentions.mentions, [&](const Mention& mention) {
    write_mention(json, mention, extraction.outline, places);
  });
}

void write_meaning(JsonWriter& json, const Meaning& meaning, const Places& places) {
  json.key("targets");
  json.array(meaning.targets, [&](const Target& target) { write_target(json, target, places); });
  json.key("pledges");
  json.array(meaning.pledges, [&](const Pledge& pledge) { write_pledge(json, pledge, places); });
  if (meaning.parallels.empty()) return;
  json.key("parallels");
  json.array(meaning.parallels,
             [&](const Parallel& parallel) { write_parallel(json, parallel, places); });
}

}  // namespace handvest::json_detail
