#include "output/json.hpp"

#include <nlohmann/json.hpp>

#include "output/json/nodes.hpp"

namespace handvest {
namespace {

using json_detail::Json;
using json_detail::Places;

Json generator_of(const Extraction& extraction) {
  return {{"name", "handvest"}, {"version", HANDVEST_VERSION}, {"grammar", extraction.grammar}};
}

Json source_of(const SourceText& source, const Places& places) {
  Json node = {
      {"name", source.name},     {"media_type", source.media_type},   {"encoding", source.encoding},
      {"sha256", source.sha256}, {"characters", places.characters()}, {"lines", places.lines()}};
  if (!source.pages.empty()) node["pages"] = source.pages.size();
  if (!source.identifiers.empty()) node["identifiers"] = source.identifiers;
  return node;
}

Json document_of(const Outline& outline) {
  Json node = {{"kind", outline.kind}};
  json_detail::set_if(node, "profile", outline.profile);
  json_detail::set_if(node, "title", outline.title);
  json_detail::set_if(node, "date", outline.date);
  node["identifiers"] = outline.identifiers;
  return node;
}

Json coverage_of(const Coverage& coverage, const Places& places) {
  Json unknown = Json::array();
  for (const auto& span : coverage.unknown) unknown.push_back(places.span(span));
  return {{"characters", coverage.characters},
          {"structured", coverage.structured},
          {"furniture", coverage.furniture},
          {"unknown", std::move(unknown)}};
}

Json warnings_of(const std::vector<Warning>& warnings, const Places& places) {
  Json nodes = Json::array();
  for (const auto& warning : warnings) {
    Json node = {{"code", warning.code}, {"message", warning.message}};
    if (warning.span) node["span"] = places.span(*warning.span);
    nodes.push_back(std::move(node));
  }
  return nodes;
}

Json spans_of(const std::vector<Span>& spans, const Places& places) {
  Json nodes = Json::array();
  for (const auto& span : spans) nodes.push_back(places.span(span));
  return nodes;
}

}  // namespace

std::string to_json(const Extraction& extraction, const JsonStyle& style) {
  const Places places(extraction.source);
  const json_detail::CellMentions cells(extraction.mentions.mentions);
  Json root;
  root["format"] = "handvest/1";
  root["generator"] = generator_of(extraction);
  root["source"] = source_of(extraction.source, places);
  root["document"] = document_of(extraction.outline);
  json_detail::add_document_outline(root, extraction, places, cells);
  root["mentions"] = json_detail::mentions_of(extraction, places);
  root["targets"] = json_detail::targets_of(extraction, places);
  root["pledges"] = json_detail::pledges_of(extraction, places);
  if (!extraction.meaning.parallels.empty()) {
    root["parallels"] = json_detail::parallels_of(extraction, places);
  }
  root["furniture"] = spans_of(extraction.outline.furniture, places);
  root["coverage"] = coverage_of(extraction.outline.coverage, places);
  root["warnings"] = warnings_of(extraction.warnings, places);
  return root.dump(style.compact ? -1 : 2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace handvest
