// The boundary to the module that reads PDF with Poppler, which brings some thirty libraries.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handvest {

/// One word with its box in points of 1/72 inch, y downwards from the page's upper left corner.
struct PdfWord {
  std::string text;  ///< UTF-8, as the PDF has it
  double left = 0, top = 0, right = 0, bottom = 0;
  double font_size = 0;  ///< 0 = unknown
  bool bold = false;
  int quarter_turns = 0;  ///< clockwise, 0 to 3
};

struct PdfPage {
  std::string label;
  double width = 0, height = 0;
  std::vector<PdfWord> words;
};

enum class PdfFailure {
  none,
  damaged,  ///< it cannot be opened
  locked,   ///< with a password
  no_pages,
  too_large,  ///< the words take more than the budget
};

struct PdfContent {
  PdfFailure failure = PdfFailure::none;
  std::string title;  ///< UTF-8, from the file's own metadata
  std::vector<PdfPage> pages;
  bool breaks_off = false;  ///< the last pages that it promises are missing
};

/// Reads all words of a PDF. `budget` bounds their bytes. Throws Error (unsupported_format) that
/// names the module when it cannot be loaded.
PdfContent read_pdf_words(std::string_view bytes, std::size_t budget, const std::string& name);

}  // namespace handvest

/// What the module exports. Never throws.
extern "C" void handvest_read_pdf_words(const char* bytes, std::size_t size, std::size_t budget,
                                        handvest::PdfContent* content);
