#include "output/json/places.hpp"

#include <algorithm>

namespace handvest::json_detail {

Places::Places(const SourceText& source)
    : source_(source), code_points_(source.text), lines_(source.text) {}

void Places::write(JsonWriter& json, const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  const std::size_t end_line = lines_.number_at(span.empty() ? span.begin : span.end - 1);
  json.begin_object();
  json.field("start", offset(span.begin));
  json.field("end", offset(span.end));
  json.field("line", line);
  if (end_line != line) json.field("end_line", end_line);
  write_page(json, span);
  json.end_object();
}

void Places::field(JsonWriter& json, std::string_view name, const Span& span) const {
  json.key(name);
  write(json, span);
}

void Places::array(JsonWriter& json, std::string_view name, const std::vector<Span>& spans) const {
  json.key(name);
  json.array(spans, [&](const Span& span) { write(json, span); });
}

void Places::write_with_column(JsonWriter& json, const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  const std::size_t start = offset(span.begin);
  json.begin_object();
  json.field("start", start);
  json.field("end", offset(span.end));
  json.field("line", line);
  json.field("column", start - offset(lines_.line(line).begin));
  write_page(json, span);
  json.end_object();
}

void Places::write_page(JsonWriter& json, const Span& span) const {
  const auto& pages = source_.pages;
  const auto after =
      std::upper_bound(pages.begin(), pages.end(), span.begin,
                       [](std::size_t offset, const Page& page) { return offset < page.begin; });
  if (after != pages.begin()) json.field("page", after - pages.begin());
}

}  // namespace handvest::json_detail
