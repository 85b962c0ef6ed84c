// The text as a reader takes it: without page furniture and emphasis marks. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest::meaning {

/// The source's text, in which page furniture and the marks of emphasis ('*', '**') are blanks.
class PlainText {
 public:
  /// The source must outlive it.
  PlainText(const SourceText& source, const Outline& outline);

  /// Appends a part of it, as long as that of the source. Line ends stay.
  void append(Span span, std::string& to) const;
  /// The same with blanks for line ends and tabs.
  void append_line(Span span, std::string& to) const;

 private:
  std::string_view source_;
  std::vector<Span> furniture_;  // in order
};

/// Does PlainText have this part of the source as it stands, on one line without tabs?
bool is_plain_line(std::string_view text);

/// `text` with every run of white space as one blank and none at the ends.
std::string collapsed(std::string_view text);

/// The paragraphs of `span`: runs of lines without a blank line between them.
std::vector<Span> paragraphs(std::string_view text, Span span);

/// The lines of `span` that are not blank, trimmed.
std::vector<Span> filled_lines(std::string_view text, Span span);

}  // namespace handvest::meaning
