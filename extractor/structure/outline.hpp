// The third stage's result: documents, charters, sections, blocks and items.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/element.hpp"
#include "text/diagnostic.hpp"
#include "text/span_list.hpp"

namespace handvest {

enum class ItemType { paragraph, list_item, subheading, table };

/// One piece of content. A broken paragraph or list item is one item with several spans.
struct Item {
  ItemType type = ItemType::paragraph;
  int level = 0;       ///< list items: nesting from 1
  std::string marker;  ///< list items: as printed
  /// Most text reads as it is printed. It is not kept again: it is so many bytes at the end of the
  /// only span. 0 where lines were joined or words mended; then the text is `mended`.
  std::size_t printed = 0;
  std::string mended;
  SpanList spans;     ///< at least one
  std::string table;  ///< id of the table, for tables

  /// The text as it reads, without marker. `source` is the text of the item's document.
  std::string_view text(std::string_view source) const {
    return printed > 0 ? source.substr(spans.front().end - printed, printed) : mended;
  }
};

enum class Role { ambitie, inzet, ambitie_inzet };
enum class PartySide { gezamenlijk, stad, rijk, rijk_partners };

/// A labelled part of a section, such as 'Inzet stad'. Its span runs from its label to its last
/// character.
struct Block {
  std::string id;
  Role role = Role::ambitie;
  PartySide party = PartySide::gezamenlijk;
  std::string label;  ///< as printed, without letter and colon
  Span label_span;
  Span span;
  std::vector<Item> content;
};

struct Section {
  std::string id;
  std::string number;  ///< as printed, without final dot; empty when it has none
  std::string title;
  Span heading_span;  ///< number and title
  std::string theme;  ///< an id of grammars/nl/themes.xml
  int level = 1;
  std::optional<int>
      order;  ///< logical place among its siblings from 1, where the print contradicts it
  Span span;
  std::vector<Item> content;  ///< items in none of the blocks and sub-sections
  std::vector<Block> blocks;
  std::vector<Section> sections;
};

struct City {
  std::string name;  ///< standard spelling
  std::string id;    ///< TOOI code, "gm0361"; empty when unknown
};

struct Footnote {
  std::string mark;
  std::string text;
  Span span;
  std::optional<Span> reference;  ///< the mark in the running text, where it was found
};

struct OutlineTable {
  std::string id;
  std::string in;  ///< id of the block, section or charter that holds it
  Span span;
  Table table;
};

/// One agreement with one city or region.
struct Charter {
  std::string id;
  std::string number;
  std::string title;
  City city;
  Span span;
  std::vector<Item> content;  ///< in none of the sections: title, parties, signature
  std::vector<Section> sections;
  std::vector<Footnote> footnotes;
  std::vector<OutlineTable> tables;
};

/// How much of the text the outline accounts for.
struct Coverage {
  std::size_t characters = 0;  ///< non-blank code points of the text
  std::size_t structured = 0;  ///< of these, inside items, labels, headings, footnotes, tables
  std::size_t furniture = 0;   ///< of these, page furniture
  std::vector<Span> unknown;   ///< what lies in no known structure
};

/// Something that a document says about itself, such as its addressee.
struct DocumentField {
  std::string name;  ///< as the profile's rule names it: "addressee", "signatory"
  std::string text;
  Span span;
};

struct Outline {
  std::string kind;     ///< "charters", "agenda", "letter", …: from the profile
  std::string profile;  ///< id of the profile that was chosen, e.g. "profile-charter"
  std::string title;
  std::string date;  ///< EDTF; may be empty
  std::vector<std::string> identifiers;
  std::vector<DocumentField> fields;
  std::vector<Item> content;  ///< outside every charter and section
  std::vector<Section> sections;
  std::vector<Charter> charters;
  std::vector<Footnote> footnotes;   ///< outside every charter
  std::vector<OutlineTable> tables;  ///< outside every charter
  std::vector<Span> furniture;
  /// Ranges that carry a number which is no mention: list markers, section numbers, footnote marks,
  /// page numbers of a table of contents. Ordered.
  std::vector<Span> marks;
  Coverage coverage;
  std::vector<Warning> warnings;
};

/// Names as the JSON writes them.
const char* name_of(Role role);        ///< "ambitie", "inzet", "ambitie+inzet"
const char* name_of(PartySide party);  ///< "gezamenlijk", "stad", "rijk", "rijk_partners"
const char* name_of(ItemType type);    ///< "paragraph", "list_item", "subheading", "table"

}  // namespace handvest
