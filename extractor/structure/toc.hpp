// Tables of contents.
#pragma once

#include <string>
#include <vector>

#include "structure/profile.hpp"

namespace handvest::structure {

struct TocEntry {
  std::string number;  ///< as printed, without final dot; may be empty
  std::string title;
  std::string page;  ///< may be empty
  Span span;         ///< the entry's line
  Span number_span;  ///< empty when there is no number
  Span page_span;    ///< empty when there is no page number
};

/// A heading such as 'Inhoudsopgave' and the run of entries below it.
struct Toc {
  std::size_t heading = 0;  ///< index of the heading's piece
  std::size_t end = 0;      ///< index after the last piece of the table
  std::vector<TocEntry> entries;
};

/// All tables of contents of the text, in order. Rules: yields="toc-heading" for the heading,
/// yields="toc-entry" (parts `number`, `title`, `page`) for each line below it.
std::vector<Toc> find_tocs(std::string_view text, const std::vector<Piece>& pieces,
                           const Profile& profile);

/// For each of `count` pieces whether it lies in a table of contents (headings not counted).
std::vector<bool> toc_mask(const std::vector<Toc>& tocs, std::size_t count);

}  // namespace handvest::structure
