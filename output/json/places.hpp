// Byte spans as the JSON writes them; private to output/json.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "source/source_text.hpp"
#include "text/code_points.hpp"
#include "text/lines.hpp"

namespace handvest::json_detail {

using Json = nlohmann::ordered_json;

/// Translates byte spans of one source to code points, lines and pages.
class Places {
 public:
  explicit Places(const SourceText& source);

  std::size_t characters() const { return code_points_.count(); }
  std::size_t lines() const { return lines_.count(); }
  std::size_t offset(std::size_t byte) const { return code_points_.code_points_before(byte); }
  /// {"start", "end", "line", and "end_line" where it differs, "page" for paged sources}.
  Json span(const Span& span) const;
  /// span() with "column", code points from 0 in the line.
  Json span_with_column(const Span& span) const;
  std::string_view text(const Span& span) const { return slice(source_.text, span); }

 private:
  void add_location(Json& node, const Span& span) const;

  const SourceText& source_;
  CodePointIndex code_points_;
  LineIndex lines_;
};

}  // namespace handvest::json_detail
