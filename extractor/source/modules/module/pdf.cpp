#include "source/modules/pdf.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

namespace {

using handvest::PdfContent;
using handvest::PdfFailure;
using handvest::PdfPage;
using handvest::PdfWord;

// A page list may promise more pages than the file holds; after so many missing ones it is at its
// end.
constexpr int kMostMissingPages = 100;
// Memory that one word takes until the text is made, beside its letters.
constexpr std::size_t kWordCost = 2 * sizeof(PdfWord);

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.data(), bytes.size()};
}

bool is_bold(const poppler::text_box& box) {
  if (!box.has_font_info()) return false;
  const std::string font = box.get_font_name();
  constexpr std::array<const char*, 4> kWeights = {"Bold", "bold", "Black", "Heavy"};
  return std::any_of(kWeights.begin(), kWeights.end(),
                     [&](const char* weight) { return font.find(weight) != std::string::npos; });
}

PdfWord word_of(const poppler::text_box& text) {
  const poppler::rectf box = text.bbox();
  return {utf8(text.text()), box.left(),         box.top(),
          box.right(),       box.bottom(),       text.has_font_info() ? text.get_font_size() : 0,
          is_bold(text),     text.rotation() & 3};
}

/// Reads pages until the words outgrow the budget.
class PageReader {
 public:
  explicit PageReader(std::size_t budget) : budget_(budget) {}

  /// False when the budget does not suffice.
  bool read(const poppler::page& page, PdfPage& result) {
    const poppler::rectf area = page.page_rect();
    result.label = utf8(page.label());
    // Poppler gives the page as stored but the words as shown.
    const bool lies = page.orientation() == poppler::page::landscape ||
                      page.orientation() == poppler::page::seascape;
    result.width = lies ? area.height() : area.width();
    result.height = lies ? area.width() : area.height();
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
      PdfWord word = word_of(box);
      const std::size_t cost = word.text.size() + kWordCost;
      if (cost > budget_) return false;
      budget_ -= cost;
      result.words.push_back(std::move(word));
    }
    return true;
  }

 private:
  std::size_t budget_;
};

PdfFailure problem_of(const poppler::document* document) {
  if (document == nullptr) return PdfFailure::damaged;
  if (document->is_locked()) return PdfFailure::locked;
  return document->pages() <= 0 ? PdfFailure::no_pages : PdfFailure::none;
}

void read_pages(const poppler::document& document, std::size_t budget, PdfContent& content) {
  PageReader reader(budget);
  int missing = 0;
  for (int i = 0; i < document.pages() && missing < kMostMissingPages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    missing = page ? 0 : missing + 1;
    content.pages.emplace_back();
    if (page && !reader.read(*page, content.pages.back())) {
      content.failure = PdfFailure::too_large;
      return;
    }
  }
  content.breaks_off = missing > 0;
  content.pages.resize(content.pages.size() - static_cast<std::size_t>(missing));
}

}  // namespace

extern "C" void handvest_read_pdf_words(const char* bytes, std::size_t size, std::size_t budget,
                                        PdfContent* content) {
  // Poppler reports damage on standard error unless told otherwise; the library never prints.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (size > INT_MAX) {
    content->failure = PdfFailure::too_large;
    return;
  }
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes, static_cast<int>(size)));
  content->failure = problem_of(document.get());
  if (content->failure != PdfFailure::none) return;
  content->title = utf8(document->get_title());
  read_pages(*document, budget, *content);
}
