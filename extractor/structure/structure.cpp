#include "structure/structure.hpp"

namespace handvest {

Outline find_structure(const SourceText& source, const Layout& layout, const Grammar&,
                       const std::string&) {
  Outline outline;
  outline.kind = "document";
  outline.title = source.title;
  for (const auto& element : layout.elements) {
    Item item;
    item.text = element.text;
    item.spans = element.spans;
    outline.content.push_back(std::move(item));
  }
  return outline;
}

}  // namespace handvest
