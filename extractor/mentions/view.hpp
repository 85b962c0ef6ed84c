// The text as the mention rules see it: blanks and line ends made uniform, words mended.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace handvest {

/// A normalised copy of a text that maps every position back. What it changes:
/// - runs of blanks (ASCII, no-break, thin, tabs stay) become one blank; blanks beside a line end
///   and carriage returns vanish: a line end is one LF;
/// - a hyphen or soft hyphen that breaks a word at a line end vanishes with the line end, other
/// soft
///   hyphens and zero-width characters vanish;
/// - asterisks that mark bold or italic print vanish;
/// - a letter and a combining accent become one code point (NFC).
class TextView {
 public:
  explicit TextView(std::string_view source);

  std::string_view text() const { return text_; }
  /// The source's bytes that the view's bytes [begin, end) stand for.
  Span to_source(const Span& span) const;

 private:
  friend class ViewBuilder;

  /// From `view` on, source offset = view offset + shift, up to the next edit.
  struct Edit {
    std::size_t view;
    std::size_t source;

    std::size_t to_source(std::size_t offset) const { return source + (offset - view); }
  };

  /// The first edit behind an offset of the view.
  std::vector<Edit>::const_iterator edit_behind(std::size_t view) const;

  std::string text_;
  std::vector<Edit> edits_;
};

}  // namespace handvest
