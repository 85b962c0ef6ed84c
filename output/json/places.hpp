// Byte spans as the JSON writes them; private to output/json.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "output/json/writer.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"
#include "text/code_points.hpp"
#include "text/lines.hpp"

namespace handvest::json_detail {

/// Translates byte spans of one source to code points, lines and pages. Refers to the source, which
/// must outlive it.
class Places {
 public:
  explicit Places(const SourceText& source);

  std::size_t characters() const { return code_points_.count(); }
  std::size_t lines() const { return lines_.count(); }
  std::size_t offset(std::size_t byte) const { return code_points_.code_points_before(byte); }
  std::string_view text(const Span& span) const { return slice(source_.text, span); }
  std::string_view text_of(const Item& item) const { return item.text(source_.text); }

  /// {"start", "end", "line", and "end_line" where it differs, "page" for paged sources,
  /// "xpath" where the source is markup}.
  void write(JsonWriter& json, const Span& span) const;
  void field(JsonWriter& json, std::string_view name, const Span& span) const;
  void array(JsonWriter& json, std::string_view name, std::span<const Span> spans) const;
  /// {"start", "end", "line", "column", "page"}, and where the format has them "xpath", or "boxes"
  /// and "confidence" of the words; the column counts code points from 0 in the line.
  void write_mention(JsonWriter& json, const Span& span) const;

 private:
  void write_page(JsonWriter& json, const Span& span) const;
  void write_original(JsonWriter& json, const Span& span) const;
  /// The first location that overlaps the span; the end when none does.
  std::vector<Location>::const_iterator first_location(const Span& span) const;

  const SourceText& source_;
  CodePointIndex code_points_;
  LineIndex lines_;
};

}  // namespace handvest::json_detail
