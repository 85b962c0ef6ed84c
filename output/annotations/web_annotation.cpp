#include <algorithm>
#include <nlohmann/json.hpp>

#include "output/annotations/marks.hpp"
#include "output/annotations/writers.hpp"
#include "output/json/writer.hpp"

namespace handvest {
namespace {

constexpr std::size_t kContext = 32;  // code points of prefix and suffix

std::string source_name(const Document& document) {
  const auto& root = document.root();
  const auto source = root.find("source");
  if (source == root.end() || !source->is_object()) return {};
  return source->value("name", std::string());
}

/// `name` as a relative IRI reference (RFC 3987): all but letters, digits and "-._~" escaped.
std::string relative_iri(std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string iri;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      iri += c;
    } else {
      iri += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
    }
  }
  return iri;
}

/// Writes the annotations of one document.
class PageWriter {
 public:
  PageWriter(const Document& document, JsonWriter& json)
      : document_(document),
        json_(json),
        text_(document.text()),
        source_(relative_iri(source_name(document))) {}

  void write(const Mark& mark) {
    json_.begin_object();
    json_.field("id", "urn:handvest:" + document_.key() + ":" + mark.id);
    json_.field("type", "Annotation");
    json_.field("motivation", "classifying");
    json_.key("body");
    json_.begin_array();
    body("classifying", mark.type);
    if (!mark.value.empty()) body("describing", mark.value);
    if (!mark.qualifier.empty()) body("tagging", mark.qualifier);
    json_.end_array();
    target(mark);
    json_.end_object();
  }

 private:
  void body(const char* purpose, const std::string& value) {
    json_.begin_object();
    json_.field("type", "TextualBody");
    json_.field("purpose", purpose);
    json_.field("format", "text/plain");
    json_.field("value", value);
    json_.end_object();
  }

  void target(const Mark& mark) {
    json_.key("target");
    json_.begin_object();
    json_.field("source", source_);
    json_.key("selector");
    json_.begin_array();
    json_.begin_object();
    json_.field("type", "TextPositionSelector");
    json_.field("start", mark.start);
    json_.field("end", mark.end);
    json_.end_object();
    quote(mark);
    json_.end_array();
    json_.end_object();
  }

  void quote(const Mark& mark) {
    const std::string_view exact =
        document_.has_text() ? text_.slice(mark.start, mark.end) : std::string_view(mark.text);
    if (exact.empty()) return;
    json_.begin_object();
    json_.field("type", "TextQuoteSelector");
    json_.field("exact", exact);
    if (document_.has_text()) {
      json_.field("prefix", text_.slice(mark.start - std::min(mark.start, kContext), mark.start));
      json_.field("suffix", text_.slice(mark.end, mark.end + kContext));
    }
    json_.end_object();
  }

  const Document& document_;
  JsonWriter& json_;
  CodePointText text_;
  std::string source_;
};

}  // namespace

std::string write_web_annotation(const Document& document) {
  JsonWriter json(false);
  PageWriter page(document, json);
  json.begin_object();
  json.field("@context", "http://www.w3.org/ns/anno.jsonld");
  json.field("id", "urn:handvest:" + document.key());
  json.field("type", "AnnotationPage");
  json.key("items");
  json.array(marks_of(document), [&](const Mark& mark) { page.write(mark); });
  json.end_object();
  return json.take() + "\n";
}

}  // namespace handvest
