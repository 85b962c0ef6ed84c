#include "layout/layout.hpp"

#include "text/lines.hpp"

namespace handvest {

Layout find_layout(const SourceText& source, const Grammar&) {
  Layout layout;
  const LineIndex lines(source.text);
  bool blank_before = true;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const Span line = trimmed(source.text, lines.line(number));
    if (!line.empty()) {
      Element element;
      element.spans = {line};
      element.text = slice(source.text, line);
      element.blank_before = blank_before;
      layout.elements.push_back(std::move(element));
    }
    blank_before = line.empty();
  }
  return layout;
}

}  // namespace handvest
