// ALTO (Library of Congress), versions 1 to 4, of any namespace or none.
#include <algorithm>
#include <cmath>
#include <map>

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
using pages::LineEndHyphen;
using pages::PageContent;
using pages::Region;
using pages::Word;
using pugi::xml_node;

struct Style {
  double size = 0;
  bool bold = false;
};

double number_of(const xml_node& node, const char* attribute) {
  const double value = node.attribute(attribute).as_double();
  return std::isfinite(value) ? value : 0;
}

Box box_of(const xml_node& node) {
  const double left = number_of(node, "HPOS"), top = number_of(node, "VPOS");
  return {left, top, left + number_of(node, "WIDTH"), top + number_of(node, "HEIGHT")};
}

/// MeasurementUnit as the output names it; a file without one means tenths of millimetres.
std::string unit_of(const xml_node& alto) {
  const std::string unit = text_of(descendant_of(alto, "MeasurementUnit"));
  return unit == "pixel" ? "px" : unit == "inch1200" ? "inch1200" : "mm10";
}

class AltoReader {
 public:
  std::vector<PageContent> pages;

  void read(const xml_node& alto) {
    for (const xml_node& style : descendant_of(alto, "Styles").children())
      if (local_name(style) == "TextStyle") read_style(style);
    read_order(alto);
    for (const xml_node& page : descendant_of(alto, "Layout").children())
      if (local_name(page) == "Page") read_page(page);
  }

 private:
  void read_style(const xml_node& node) {
    const std::string_view weight = attribute_of(node, "FONTSTYLE");
    styles_[node.attribute("ID").value()] = {number_of(node, "FONTSIZE"),
                                             weight.find("bold") != std::string_view::npos};
  }

  /// The style that a node names, else that of the node around it.
  Style style_of(const xml_node& node, const Style& around) const {
    std::string_view names = attribute_of(node, "STYLEREFS");
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      const auto found = styles_.find(std::string(names.substr(0, end)));
      if (found != styles_.end()) return found->second;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
    return around;
  }

  void read_page(const xml_node& node) {
    PageContent page;
    page.label = pages::printable(attribute_of(node, "PRINTED_IMG_NR"));
    page.width = number_of(node, "WIDTH");
    page.height = number_of(node, "HEIGHT");
    pages.push_back(std::move(page));
    for (const Block& block : blocks_of(node)) read_block(block.node, block.margin);
  }

  struct Block {
    xml_node node;
    bool margin = false;
  };

  /// Text blocks in the order that ALTO 4 may state, else as they stand in the document.
  std::vector<Block> blocks_of(const xml_node& page) const {
    std::vector<Block> blocks;
    for (const xml_node& space : page.children())
      collect_blocks(space, local_name(space).ends_with("Margin"), blocks);
    const auto rank_of = [&](const Block& block) {
      auto found = ranks_.end();
      for (xml_node node = block.node; node && found == ranks_.end(); node = node.parent())
        found = ranks_.find(std::string(attribute_of(node, "ID")));
      return found == ranks_.end() ? ranks_.size() : found->second;
    };
    std::stable_sort(blocks.begin(), blocks.end(),
                     [&](const Block& a, const Block& b) { return rank_of(a) < rank_of(b); });
    return blocks;
  }

  /// The depth of the tree is bounded by load_xml().
  static void collect_blocks(const xml_node& node, bool margin, std::vector<Block>& blocks) {
    if (local_name(node) == "TextBlock") return blocks.push_back({node, margin});
    for (const xml_node& child : node.children()) collect_blocks(child, margin, blocks);
  }

  void read_order(const xml_node& tree) {
    descendant_of(tree, "ReadingOrder").find_node([&](const xml_node& node) {
      const std::string reference(attribute_of(node, "REF"));
      if (!reference.empty()) ranks_.emplace(reference, ranks_.size());
      return false;
    });
  }

  void read_block(const xml_node& node, bool margin) {
    Region region;
    const Style style = style_of(node, {});
    for (const xml_node& child : node.children()) {
      if (local_name(child) != "TextLine") continue;
      Line line = read_line(child, style_of(child, style));
      line.furniture = margin;
      if (!line.words.empty()) region.lines.push_back(std::move(line));
    }
    if (region.lines.empty()) return;
    auto& regions = pages.back().regions;
    region.next_column = begins_in_word_ && !regions.empty() &&
                         regions.back().lines.back().words.back().hyphen != LineEndHyphen::unknown;
    begins_in_word_ = false;
    regions.push_back(std::move(region));
  }

  Line read_line(const xml_node& node, const Style& style) {
    Line line;
    for (const xml_node& child : node.children()) {
      const std::string_view kind = local_name(child);
      if (kind == "String") {
        add_word(child, style_of(child, style), line.words);
      } else if (kind == "HYP" && !line.words.empty()) {
        Word& word = line.words.back();
        const std::string_view mark = attribute_of(child, "CONTENT");
        if (!pages::ends_with_hyphen(word.text))
          word.text += pages::printable(mark.empty() ? "-" : mark);
        word.box = pages::united(word.box, box_of(child));
      }
    }
    for (Word& word : line.words)
      if (&word != &line.words.back()) word.hyphen = LineEndHyphen::unknown;
    if (line.words.empty()) return line;
    Word& last = line.words.back();
    if (last.hyphen == LineEndHyphen::hard && !pages::ends_with_hyphen(last.text)) last.text += '-';
    return pages::line_of(std::move(line.words));
  }

  void add_word(const xml_node& node, const Style& style, std::vector<Word>& words) {
    Word word;
    word.text = pages::printable(attribute_of(node, "CONTENT"));
    if (word.text.empty()) return;
    word.box = box_of(node);
    word.font_size = style.size;
    word.bold = style.bold;
    const double confidence = node.attribute("WC").as_double(-1);
    word.confidence = confidence >= 0 && confidence <= 1 ? confidence : -1;
    const std::string_view part = attribute_of(node, "SUBS_TYPE");
    if (part == "HypPart1") {
      const std::string whole(attribute_of(node, "SUBS_CONTENT"));
      word.hyphen = whole.starts_with(word.text + "-") ? LineEndHyphen::hard : LineEndHyphen::soft;
    }
    begins_in_word_ = begins_in_word_ || (part == "HypPart2" && words.empty());
    words.push_back(std::move(word));
  }

  std::map<std::string, Style> styles_;
  std::map<std::string, std::size_t> ranks_;  ///< of blocks, alone or together, in reading order
  bool begins_in_word_ = false;  ///< the block being read begins with the rest of a word
};

}  // namespace

SourceText read_alto(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  XmlFile file = load_xml(bytes, name, limits);
  AltoReader reader;
  reader.read(file.document);
  TextBuilder text(name, limits);
  text.result().media_type = "application/alto+xml";
  text.result().box_unit = unit_of(file.document);
  text.result().encoding = file.encoding;
  text.result().warnings = std::move(file.warnings);
  return pages::finish_blocks(std::move(reader.pages), name, text);
}

}  // namespace handvest
