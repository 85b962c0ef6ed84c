#include "output/json/places.hpp"

#include <algorithm>

namespace handvest::json_detail {

Places::Places(const SourceText& source)
    : source_(source), code_points_(source.text), lines_(source.text) {}

Json Places::span(const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  const std::size_t end_line = lines_.number_at(span.empty() ? span.begin : span.end - 1);
  Json node = {{"start", offset(span.begin)}, {"end", offset(span.end)}, {"line", line}};
  if (end_line != line) node["end_line"] = end_line;
  add_location(node, span);
  return node;
}

Json Places::span_with_column(const Span& span) const {
  const std::size_t line = lines_.number_at(span.begin);
  Json node = {{"start", offset(span.begin)},
               {"end", offset(span.end)},
               {"line", line},
               {"column", offset(span.begin) - offset(lines_.line(line).begin)}};
  add_location(node, span);
  return node;
}

void Places::add_location(Json& node, const Span& span) const {
  const auto& pages = source_.pages;
  const auto after =
      std::upper_bound(pages.begin(), pages.end(), span.begin,
                       [](std::size_t offset, const Page& page) { return offset < page.begin; });
  if (after != pages.begin()) node["page"] = after - pages.begin();
}

}  // namespace handvest::json_detail
