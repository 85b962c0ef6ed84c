// The text as a reader takes it: without page furniture and emphasis marks. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest::meaning {

/// A copy of the source's text, as long as it, in which page furniture and the marks of emphasis
/// ('*', '**') are blanks. Offsets into it are offsets into the source. Line ends stay.
std::string plain_text(const SourceText& source, const Outline& outline);

/// `text` with every run of white space as one blank and none at the ends.
std::string collapsed(std::string_view text);

/// The paragraphs of `span`: runs of lines without a blank line between them.
std::vector<Span> paragraphs(std::string_view text, Span span);

/// The lines of `span` that are not blank, trimmed.
std::vector<Span> filled_lines(std::string_view text, Span span);

}  // namespace handvest::meaning
