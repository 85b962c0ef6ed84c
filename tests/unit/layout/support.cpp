#include "support.hpp"

#include "text/lines.hpp"

namespace handvest::test {
namespace {

const Grammar& grammar() {
  static const Grammar loaded = builtin_grammar();
  return loaded;
}

std::string described(const std::string& source, const Element& element) {
  const std::string text(element.text(source));
  const std::string mark = element.marker.empty() ? "" : "[" + element.marker + "] ";
  switch (element.kind) {
    case ElementKind::paragraph:
      return "paragraph " + text;
    case ElementKind::list_item:
      return "item " + std::to_string(element.level) + " " + mark + text;
    case ElementKind::heading:
      return "heading " + text;
    case ElementKind::footnote:
      return "footnote " + mark + text;
    case ElementKind::furniture:
      return "furniture " + text;
    case ElementKind::table:
      return "table " + std::to_string(element.table->header.size()) + "+" +
             std::to_string(element.table->rows.size()) + "x" +
             std::to_string(element.table->columns.size());
  }
  return {};
}

std::string count(const std::string& text, const Span& span, std::vector<int>& covered) {
  if (span.end > text.size() || span.begin > span.end) return "a span lies outside the text";
  for (std::size_t i = span.begin; i < span.end; ++i) ++covered[i];
  return {};
}

}  // namespace

Layout layout_of(const std::string& text) {
  SourceText source;
  source.text = text;
  return find_layout(source, grammar());
}

std::vector<std::string> outline_of(const std::string& text, const Layout& layout) {
  std::vector<std::string> lines;
  lines.reserve(layout.elements.size());
  for (const auto& element : layout.elements) lines.push_back(described(text, element));
  return lines;
}

std::vector<std::string> outline_of(const std::string& text) {
  return outline_of(text, layout_of(text));
}

std::string coverage_fault(const std::string& text, const Layout& layout) {
  std::vector<int> covered(text.size(), 0);
  std::size_t last = 0;
  for (const auto& element : layout.elements) {
    if (element.spans.empty()) return "an element has no span";
    if (element.begin() < last) return "the elements are out of order";
    last = element.begin();
    std::string fault = count(text, element.marker_span, covered);
    std::size_t end = element.marker_span.end;
    for (const auto& span : element.spans) {
      if (span.begin < end)
        return "spans overlap or are out of order at " + std::to_string(span.begin);
      if (span.empty() || trimmed(text, span) != span) {
        return "a span is empty or not trimmed at " + std::to_string(span.begin);
      }
      fault += count(text, span, covered);
      end = span.end;
    }
    if (!fault.empty()) return fault;
  }
  const std::string_view view = text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool blank = trimmed(view, {i, i + 1}).empty();
    if (covered[i] > 1) return "byte " + std::to_string(i) + " is covered twice";
    // Bytes of multi-byte blanks are not looked at here: a blank of that kind may lie in a span.
    if (!blank && covered[i] == 0 && static_cast<unsigned char>(text[i]) < 0x80U) {
      return "byte " + std::to_string(i) + " is not covered";
    }
  }
  return {};
}

}  // namespace handvest::test
