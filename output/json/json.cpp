#include "output/json.hpp"

#include "output/json/nodes.hpp"

namespace handvest {
namespace {

using json_detail::Places;

void write_strings(JsonWriter& json, std::string_view name,
                   const std::vector<std::string>& strings) {
  json.key(name);
  json.array(strings, [&](const std::string& text) { json.value(text); });
}

void write_generator(JsonWriter& json, const Extraction& extraction) {
  json.key("generator");
  json.begin_object();
  json.field("name", "handvest");
  json.field("version", HANDVEST_VERSION);
  json.field("grammar", extraction.grammar);
  json.end_object();
}

void write_source(JsonWriter& json, const SourceText& source, const Places& places) {
  json.key("source");
  json.begin_object();
  json.field("name", source.name);
  json.field("media_type", source.media_type);
  json.field_if("encoding", source.encoding);
  json.field("sha256", source.sha256);
  json.field("characters", places.characters());
  json.field("lines", places.lines());
  if (!source.pages.empty()) json.field("pages", source.pages.size());
  json.field_if("box_unit", source.box_unit);
  if (!source.identifiers.empty()) write_strings(json, "identifiers", source.identifiers);
  json.end_object();
}

void write_fields(JsonWriter& json, const std::vector<DocumentField>& fields,
                  const Places& places) {
  if (fields.empty()) return;
  json.key("fields");
  json.array(fields, [&](const DocumentField& field) {
    json.begin_object();
    json.field("name", field.name);
    json.field("text", field.text);
    places.field(json, "span", field.span);
    json.end_object();
  });
}

void write_document(JsonWriter& json, const Outline& outline, const Places& places) {
  json.key("document");
  json.begin_object();
  json.field("kind", outline.kind);
  json.field_if("profile", outline.profile);
  json.field_if("title", outline.title);
  json.field_if("date", outline.date);
  write_strings(json, "identifiers", outline.identifiers);
  write_fields(json, outline.fields, places);
  json.end_object();
}

void write_coverage(JsonWriter& json, const Coverage& coverage, const Places& places) {
  json.key("coverage");
  json.begin_object();
  json.field("characters", coverage.characters);
  json.field("structured", coverage.structured);
  json.field("furniture", coverage.furniture);
  places.array(json, "unknown", coverage.unknown);
  json.end_object();
}

void write_warnings(JsonWriter& json, const std::vector<Warning>& warnings, const Places& places) {
  json.key("warnings");
  json.array(warnings, [&](const Warning& warning) {
    json.begin_object();
    json.field("code", warning.code);
    json.field("message", warning.message);
    if (warning.span) places.field(json, "span", *warning.span);
    json.end_object();
  });
}

}  // namespace

void write_json(const Extraction& extraction, const JsonStyle& style, const ByteSink& sink) {
  const Places places(extraction.source);
  JsonWriter json(style.compact, sink);
  json.begin_object();
  json.field("format", "handvest/1");
  write_generator(json, extraction);
  write_source(json, extraction.source, places);
  write_document(json, extraction.outline, places);
  json_detail::write_outline(json, extraction, places);
  json_detail::write_mentions(json, extraction, places);
  json_detail::write_meaning(json, extraction.meaning, places);
  places.array(json, "furniture", extraction.outline.furniture);
  write_coverage(json, extraction.outline.coverage, places);
  write_warnings(json, extraction.warnings, places);
  json.end_object();
  json.finish();
}

std::string to_json(const Extraction& extraction, const JsonStyle& style) {
  std::string all;
  write_json(extraction, style, [&](std::string_view bytes) { all += bytes; });
  return all;
}

}  // namespace handvest
