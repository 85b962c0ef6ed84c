#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <climits>
#include <cmath>
#include <memory>
#include <mutex>

#include "source/formats.hpp"
#include "source/pages/arrange.hpp"
#include "source/pages/compose.hpp"
#include "source/pages/words.hpp"
#include "source/text_builder.hpp"

namespace handvest {
namespace {

// A page list may promise more pages than the file holds; after so many missing ones it is at its
// end.
constexpr int most_missing_pages = 100;
// Memory that one word takes until the text is made, beside its letters.
constexpr std::size_t word_cost = sizeof(pages::Word) + 64;

/// Poppler reports damage on standard error unless told otherwise; the library never prints.
void keep_poppler_quiet() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

std::unique_ptr<poppler::document> open_document(std::string_view bytes, const std::string& name) {
  if (bytes.size() > INT_MAX)
    throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                "a PDF of more than 2 GB cannot be read; split it, e.g. with 'qpdf --split-pages'");
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document)
    throw Error(ErrorCode::damaged, {name, 0, 0, 0},
                "the PDF is damaged and cannot be opened; try to mend it with 'qpdf IN OUT' or "
                "'mutool clean'");
  if (document->is_locked())
    throw Error(
        ErrorCode::cannot_read, {name, 0, 0, 0},
        "the PDF is locked with a password; unlock it with 'qpdf --decrypt --password=...'");
  if (document->pages() <= 0)
    throw Error(ErrorCode::damaged, {name, 0, 0, 0}, "the PDF is damaged: it has no pages");
  return document;
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return pages::printable(std::string_view(bytes.data(), bytes.size()));
}

bool is_bold(const poppler::text_box& box) {
  if (!box.has_font_info()) return false;
  const std::string font = box.get_font_name();
  for (const char* weight : {"Bold", "bold", "Black", "Heavy"})
    if (font.find(weight) != std::string::npos) return true;
  return false;
}

bool is_finite(const pages::Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) &&
         std::isfinite(box.bottom);
}

/// Reads pages until the words outgrow the limit.
class PageReader {
 public:
  PageReader(std::string name, const ReadLimits& limits)
      : name_(std::move(name)), budget_(limits.max_expansion) {}

  pages::PageWords read(const poppler::page& page) {
    pages::PageWords result;
    const poppler::rectf area = page.page_rect();
    result.label = utf8(page.label());
    // Poppler gives the page as stored but the words as shown.
    const bool lies = page.orientation() == poppler::page::landscape ||
                      page.orientation() == poppler::page::seascape;
    result.width = lies ? area.height() : area.width();
    result.height = lies ? area.width() : area.height();
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) add(box, result);
    return result;
  }

 private:
  void add(const poppler::text_box& text, pages::PageWords& page) {
    pages::Word word;
    const poppler::rectf box = text.bbox();
    word.text = utf8(text.text());
    word.box = {box.left(), box.top(), box.right(), box.bottom()};
    if (word.text.empty() || !is_finite(word.box)) return;
    word.font_size = text.has_font_info() ? text.get_font_size() : 0;
    word.bold = is_bold(text);
    charge(word.text.size() + word_cost);
    page.words.push_back(std::move(word));
    page.turns.push_back(text.rotation() & 3);
  }

  void charge(std::size_t bytes) {
    if (bytes > budget_)
      throw Error(ErrorCode::too_large, {name_, 0, 0, 0},
                  "the PDF holds more text than --max-expansion allows");
    budget_ -= bytes;
  }

  std::string name_;
  std::size_t budget_;
};

std::vector<pages::PageWords> read_pages(const poppler::document& document, const std::string& name,
                                         const ReadLimits& limits, TextBuilder& text) {
  std::vector<pages::PageWords> pages;
  PageReader reader(name, limits);
  int missing = 0;
  for (int i = 0; i < document.pages() && missing < most_missing_pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    missing = page ? 0 : missing + 1;
    pages.push_back(page ? reader.read(*page) : pages::PageWords{});
  }
  if (missing > 0) {
    text.warn("damaged-pages", "the PDF breaks off: it has fewer pages than it says");
    pages.resize(pages.size() - static_cast<std::size_t>(missing));
  }
  return pages;
}

bool has_words(const std::vector<pages::PageWords>& pages) {
  return std::any_of(pages.begin(), pages.end(),
                     [](const pages::PageWords& page) { return !page.words.empty(); });
}

}  // namespace

SourceText read_pdf(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  keep_poppler_quiet();
  const auto document = open_document(bytes, name);
  TextBuilder text(name, limits);
  auto pages = read_pages(*document, name, limits, text);
  if (!has_words(pages))
    throw Error(ErrorCode::needs_ocr, {name, 0, 0, 0},
                "the PDF holds images and no text; read it with OCR first, e.g. 'ocrmypdf -l nld' "
                "or 'tesseract -l nld'");
  text.result().media_type = "application/pdf";
  text.result().box_unit = "pt";
  pages::compose(pages::arrange(std::move(pages)), text);
  return text.finish();
}

}  // namespace handvest
