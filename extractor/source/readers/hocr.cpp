// hOCR 1.2: OCR results in XHTML, by the classes of its elements.
#include "source/formats.hpp"
#include "source/pages/blocks.hpp"
#include "source/pages/lines.hpp"
#include "source/pages/words.hpp"
#include "source/text_builder.hpp"
#include "source/xml.hpp"

namespace handvest {
namespace {

using pages::Box;
using pages::Line;
using pages::PageContent;
using pages::Region;
using pages::Word;
using pugi::xml_node;

/// Whether one of the node's classes is one of `names`.
bool has_class(const xml_node& node, std::initializer_list<std::string_view> names) {
  std::string_view classes = attribute_of(node, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    for (const auto name : names)
      if (classes.substr(0, end) == name) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

/// The numbers of a property in `title="bbox 0 0 10 10; x_wconf 96"`.
std::vector<double> property(const xml_node& node, std::string_view name) {
  std::string_view title = attribute_of(node, "title");
  while (!title.empty()) {
    title.remove_prefix(std::min(title.find_first_not_of(" ;\t\r\n"), title.size()));
    const std::size_t end = std::min(title.find(';'), title.size());
    const std::string_view one = title.substr(0, end);
    if (one.starts_with(name) && one.size() > name.size() && one[name.size()] == ' ')
      return pages::numbers_in(one.substr(name.size()), 4);
    title.remove_prefix(end);
  }
  return {};
}

class HocrReader {
 public:
  std::vector<PageContent> pages;

  /// Walks in document order, which is the reading order. `box` is that of the innermost element
  /// that has one. The depth is bounded by load_xml().
  void read(const xml_node& node, const Box& around) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
      return add_word(pages::printable(node.value()), around, -1);
    const auto numbers = property(node, "bbox");
    const Box box =
        numbers.size() == 4 ? Box{numbers[0], numbers[1], numbers[2], numbers[3]} : around;
    if (has_class(node, {"ocrx_word", "ocr_word"})) return read_word(node, box);
    if (has_class(node, {"ocr_page"})) begin_page(node, box);
    const bool block = has_class(node, {"ocr_carea", "ocrx_block", "ocr_par"});
    const bool running = has_class(node, {"ocr_header", "ocr_footer", "ocr_pageno"});
    const bool line =
        running || has_class(node, {"ocr_line", "ocrx_line", "ocr_caption", "ocr_textfloat"});
    if (block) region_open_ = false;
    if (line) line_open_ = false;
    furniture_ = furniture_ || running;
    for (const xml_node& child : node.children()) read(child, box);
    if (running) furniture_ = false;
    if (block) region_open_ = false;
    if (line || block) line_open_ = false;
  }

 private:
  void begin_page(const xml_node& node, const Box& box) {
    PageContent page;
    page.width = box.right;
    page.height = box.bottom;
    const auto number = property(node, "lpageno");
    if (!number.empty()) page.label = std::to_string(static_cast<long>(number[0]));
    pages.push_back(std::move(page));
    region_open_ = line_open_ = false;
  }

  void read_word(const xml_node& node, const Box& box) {
    const auto confidence = property(node, "x_wconf");
    const bool known = !confidence.empty() && confidence[0] >= 0 && confidence[0] <= 100;
    add_word(pages::printable(text_of(node)), box, known ? confidence[0] / 100 : -1);
  }

  void add_word(std::string text, const Box& box, double confidence) {
    if (text.empty()) return;
    Word word;
    word.text = std::move(text);
    word.box = box;
    word.confidence = confidence;
    Line& line = open_line();
    line.box = line.words.empty() ? box : pages::united(line.box, box);
    line.words.push_back(std::move(word));
  }

  Line& open_line() {
    if (pages.empty()) pages.emplace_back();
    auto& regions = pages.back().regions;
    if (!region_open_) regions.emplace_back();
    auto& lines = regions.back().lines;
    if (!line_open_ || !region_open_) {
      lines.emplace_back();
      lines.back().furniture = furniture_;
    }
    region_open_ = line_open_ = true;
    return lines.back();
  }

  bool region_open_ = false;
  bool line_open_ = false;
  bool furniture_ = false;
};

}  // namespace

SourceText read_hocr(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  XmlFile file = load_xml(bytes, name, limits);
  HocrReader reader;
  reader.read(descendant_of(file.document, "body"), {});
  TextBuilder text(name, limits);
  text.result().media_type = "text/vnd.hocr+html";
  text.result().box_unit = "px";
  text.result().encoding = file.encoding;
  text.result().warnings = std::move(file.warnings);
  return pages::finish_blocks(std::move(reader.pages), name, text);
}

}  // namespace handvest
