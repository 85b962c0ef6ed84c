#include <algorithm>
#include <cmath>

#include "source/formats.hpp"
#include "source/metadata.hpp"
#include "source/modules/pdf.hpp"
#include "source/pages/arrange.hpp"
#include "source/pages/compose.hpp"
#include "source/pages/words.hpp"
#include "source/text_builder.hpp"

namespace handvest {
namespace {

void refuse(PdfFailure failure, const std::string& name) {
  const Place place{name, 0, 0, 0};
  switch (failure) {
    case PdfFailure::none:
      return;
    case PdfFailure::damaged:
      throw Error(ErrorCode::damaged, place,
                  "the PDF is damaged and cannot be opened; try to mend it with 'qpdf IN OUT' or "
                  "'mutool clean'");
    case PdfFailure::locked:
      throw Error(ErrorCode::cannot_read, place,
                  "the PDF is locked with a password; unlock it with 'qpdf --decrypt "
                  "--password=...'");
    case PdfFailure::no_pages:
      throw Error(ErrorCode::damaged, place, "the PDF is damaged: it has no pages");
    case PdfFailure::too_large:
      throw Error(ErrorCode::too_large, place,
                  "the PDF holds more text than --max-expansion allows; split it, e.g. with "
                  "'qpdf --split-pages'");
  }
}

bool is_finite(const pages::Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) &&
         std::isfinite(box.bottom);
}

pages::PageWords page_words(const PdfPage& page) {
  pages::PageWords result;
  result.label = pages::printable(page.label);
  result.width = page.width;
  result.height = page.height;
  for (const auto& from : page.words) {
    pages::Word word;
    word.text = pages::printable(from.text);
    word.box = {from.left, from.top, from.right, from.bottom};
    if (word.text.empty() || !is_finite(word.box)) continue;
    word.font_size = from.font_size;
    word.bold = from.bold;
    result.words.push_back(std::move(word));
    result.turns.push_back(from.quarter_turns);
  }
  return result;
}

bool has_words(const std::vector<pages::PageWords>& pages) {
  return std::any_of(pages.begin(), pages.end(),
                     [](const pages::PageWords& page) { return !page.words.empty(); });
}

}  // namespace

SourceText read_pdf(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  const PdfContent content = read_pdf_words(bytes, limits.max_expansion, name);
  refuse(content.failure, name);
  std::vector<pages::PageWords> pages;
  for (const auto& page : content.pages) pages.push_back(page_words(page));
  if (!has_words(pages))
    throw Error(ErrorCode::needs_ocr, {name, 0, 0, 0},
                "the PDF holds images and no text; read it with OCR first, e.g. 'ocrmypdf -l nld' "
                "or 'tesseract -l nld'");
  TextBuilder text(name, limits);
  if (content.breaks_off)
    text.warn("damaged-pages", "the PDF breaks off: it has fewer pages than it says");
  text.result().media_type = "application/pdf";
  text.result().box_unit = "pt";
  text.result().title = title_from_properties(pages::printable(content.title));
  pages::compose(pages::arrange(std::move(pages)), text);
  return text.finish();
}

}  // namespace handvest
