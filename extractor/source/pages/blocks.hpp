// What readers of formats with blocks and lines of their own (ALTO, PAGE XML, hOCR) share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/pages/page.hpp"
#include "source/text_builder.hpp"

namespace handvest::pages {

/// The numbers in `text`, whatever stands between them; at most `most`. What is no finite number is
/// passed over.
std::vector<double> numbers_in(std::string_view text, std::size_t most);

/// The box around points written "x,y x,y …" as PAGE and ALTO have them; all 0 for none.
Box box_of_points(std::string_view points);

/// Makes text of pages whose regions are in reading order. Lines without words and regions without
/// lines are left out; each region learns from the lines of its page that begin where its own do,
/// how far its lines may reach. Throws Error (needs_ocr) that names `name` when no page has words.
SourceText finish_blocks(std::vector<PageContent> pages, const std::string& name,
                         TextBuilder& text);

}  // namespace handvest::pages
