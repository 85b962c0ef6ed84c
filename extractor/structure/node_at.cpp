#include "structure/structure.hpp"

namespace handvest {
namespace {

std::string node_in(const std::vector<Section>& sections, std::size_t offset) {
  for (const auto& section : sections) {
    if (!section.span.contains(offset)) continue;
    if (auto inner = node_in(section.sections, offset); !inner.empty()) return inner;
    for (const auto& block : section.blocks) {
      if (block.span.contains(offset)) return block.id;
    }
    return section.id;
  }
  return {};
}

}  // namespace

std::string node_at(const Outline& outline, std::size_t offset) {
  for (const auto& charter : outline.charters) {
    if (!charter.span.contains(offset)) continue;
    auto inner = node_in(charter.sections, offset);
    return inner.empty() ? charter.id : inner;
  }
  return node_in(outline.sections, offset);
}

}  // namespace handvest
