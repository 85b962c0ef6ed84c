#include "layout/layout.hpp"

#include <algorithm>

#include "layout/footnotes.hpp"
#include "layout/furniture.hpp"
#include "layout/headings.hpp"
#include "layout/hints.hpp"
#include "layout/joins.hpp"
#include "layout/lines.hpp"
#include "layout/lists.hpp"
#include "layout/pieces.hpp"
#include "layout/rules.hpp"
#include "layout/tables.hpp"
#include "layout/texts.hpp"
#include "layout/wrap.hpp"

namespace handvest {

Layout find_layout(const SourceText& source, const Grammar& grammar) {
  const layout::LayoutRules rules(grammar);
  const std::string_view text = source.text;
  layout::Lines lines = layout::find_lines(source);
  layout::mark_furniture(text, lines, rules);
  const layout::Wrapped wrapped = layout::wrapped_lines(text, lines, rules);
  Layout result;
  std::vector<layout::Piece> pieces =
      layout::make_pieces(text, lines, wrapped, rules, result.elements);
  layout::apply_hints(source, pieces);
  layout::make_marked_tables(source, pieces, rules);
  layout::drop_initials(text, pieces);
  layout::find_footnotes(text, lines, pieces);
  result.warnings = layout::mark_flat_tables(text, pieces, rules);
  layout::mark_headings(text, pieces, rules);
  layout::make_tables(text, lines, pieces, rules);
  layout::join_broken(text, lines, pieces, rules);
  layout::set_levels(pieces);
  layout::find_footnote_marks(text, pieces, rules);
  layout::set_texts(text, pieces, rules);
  std::erase_if(result.elements, [](const Element& element) { return element.spans.empty(); });
  const auto earlier = [](const Element& a, const Element& b) { return a.begin() < b.begin(); };
  if (!std::is_sorted(result.elements.begin(), result.elements.end(), earlier)) {
    std::stable_sort(result.elements.begin(), result.elements.end(), earlier);
  }
  return result;
}

}  // namespace handvest
