// Elements of the layout as the structure stage looks at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/element.hpp"

namespace handvest::structure {

/// One element and the form in which headings and labels are recognised.
struct Piece {
  explicit Piece(const Element& of) : element(&of), kind_(of.kind) {}

  const Element* element;
  Span span;                 ///< from the marker or first span to the end of the last
  std::string_view text;     ///< the element's
  std::string_view printed;  ///< the plain form where the text stands so; see plain()
  std::string changed;       ///< the plain form where it does not
  bool gap_before = false;   ///< a blank line or a page end stands before it
  bool apart = false;        ///< stands alone: a gap before and after it
  bool content = false;      ///< neither furniture nor footnote

  ElementKind kind() const { return kind_; }
  /// Of short elements: marker and text without emphasis, footnote marks and doubled blanks. Empty
  /// on elements too long for a heading.
  std::string_view plain() const { return printed.empty() ? changed : printed; }
  bool is_short() const { return !plain().empty(); }
  /// Begins with a list mark that is no number or letter, so that it heads nothing.
  bool bulleted = false;

 private:
  ElementKind kind_;  ///< the element's
};

/// The elements in order, one piece for each. Refers to `source`, the document's text, and to
/// `elements`, which must outlive the result.
std::vector<Piece> pieces_of(std::string_view source, const std::vector<Element>& elements);

/// `text` with every run of white space (U+00A0 too) one blank, without emphasis signs ('*'),
/// superscript footnote marks at the end, and blanks at the ends.
std::string plain_form(std::string_view text);

/// Index of the first content piece after `index`; pieces.size() when there is none.
std::size_t next_content(const std::vector<Piece>& pieces, std::size_t index);

}  // namespace handvest::structure
