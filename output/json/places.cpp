#include "output/json/places.hpp"

#include <algorithm>
#include <cmath>

namespace handvest::json_detail {
namespace {

/// A box around words that stand side by side on one page.
struct WordBox {
  std::size_t page;
  double left, top, right, bottom;
};

/// Whether the word goes on the line that the box covers.
bool on_same_line(const WordBox& box, const Location& word) {
  const double middle = word.y + word.height / 2;
  return box.page == word.page && box.top <= middle && middle <= box.bottom && word.x >= box.left;
}

void add_word(std::vector<WordBox>& boxes, const Location& word) {
  if (boxes.empty() || !on_same_line(boxes.back(), word)) {
    boxes.push_back({word.page, word.x, word.y, word.x + word.width, word.y + word.height});
    return;
  }
  WordBox& box = boxes.back();
  box.top = std::min(box.top, word.y);
  box.right = std::max(box.right, word.x + word.width);
  box.bottom = std::max(box.bottom, word.y + word.height);
}

/// Formats give no more than hundredths; more digits are a conversion's noise.
double rounded(double value) { return std::round(value * 100) / 100; }

void write_box(JsonWriter& json, const WordBox& box) {
  json.begin_object();
  json.field("page", box.page);
  json.field("x", rounded(box.left));
  json.field("y", rounded(box.top));
  json.field("w", rounded(box.right - box.left));
  json.field("h", rounded(box.bottom - box.top));
  json.end_object();
}

}  // namespace

Places::Places(const SourceText& source)
    : source_(source), code_points_(source.text), lines_(source.text) {}

void Places::write(JsonWriter& json, const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  const bool on_one_line = span.end <= lines_.line(line).end;
  const std::size_t end_line = on_one_line ? line : lines_.number_at(span.end - 1);
  json.begin_object();
  json.field("start", offset(span.begin));
  json.field("end", offset(span.end));
  json.field("line", line);
  if (end_line != line) json.field("end_line", end_line);
  write_page(json, span);
  const auto at = first_location(span);
  if (at != source_.locations.end()) json.field_if("xpath", at->xpath);
  json.end_object();
}

void Places::field(JsonWriter& json, std::string_view name, const Span& span) const {
  json.key(name);
  write(json, span);
}

void Places::array(JsonWriter& json, std::string_view name, std::span<const Span> spans) const {
  json.key(name);
  json.array(spans, [&](const Span& span) { write(json, span); });
}

void Places::write_mention(JsonWriter& json, const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  const std::size_t start = offset(span.begin);
  json.begin_object();
  json.field("start", start);
  json.field("end", offset(span.end));
  json.field("line", line);
  json.field("column", start - offset(lines_.line(line).begin));
  write_page(json, span);
  write_original(json, span);
  json.end_object();
}

void Places::write_page(JsonWriter& json, const Span& span) const {
  const auto& pages = source_.pages;
  if (pages.empty()) return;
  const auto after =
      std::upper_bound(pages.begin(), pages.end(), span.begin,
                       [](std::size_t offset, const Page& page) { return offset < page.begin; });
  if (after != pages.begin()) json.field("page", after - pages.begin());
}

std::vector<Location>::const_iterator Places::first_location(const Span& span) const {
  const auto& locations = source_.locations;  // ordered, and none inside another
  if (locations.empty()) return locations.end();
  const auto at = std::partition_point(
      locations.begin(), locations.end(),
      [&](const Location& location) { return location.span.end <= span.begin; });
  return at == locations.end() || at->span.begin >= span.end ? locations.end() : at;
}

void Places::write_original(JsonWriter& json, const Span& span) const {
  const auto& locations = source_.locations;
  auto at = first_location(span);
  if (at == locations.end()) return;
  json.field_if("xpath", at->xpath);
  std::vector<WordBox> boxes;
  double confidence = 1;
  bool known = false;
  for (; at != locations.end() && at->span.begin < span.end; ++at) {
    if (at->page > 0) add_word(boxes, *at);
    if (at->confidence < 0) continue;
    known = true;
    confidence = std::min(confidence, at->confidence);
  }
  if (!boxes.empty()) {
    json.key("boxes");
    json.array(boxes, [&](const WordBox& box) { write_box(json, box); });
  }
  if (known) json.field("confidence", rounded(confidence));
}

}  // namespace handvest::json_detail
