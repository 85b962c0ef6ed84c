#include <algorithm>

#include "structure/structure.hpp"

namespace handvest {
namespace {

// Charters, sections and blocks stand in the order of their begins and do not overlap.
template <typename Node>
const Node* holder(const std::vector<Node>& nodes, std::size_t offset) {
  const auto after =
      std::upper_bound(nodes.begin(), nodes.end(), offset,
                       [](std::size_t value, const Node& node) { return value < node.span.begin; });
  if (after == nodes.begin()) return nullptr;
  const Node& node = *std::prev(after);
  return node.span.contains(offset) ? &node : nullptr;
}

// Sections nest as deep as their levels go.
std::string_view node_in(const std::vector<Section>& sections, std::size_t offset) {
  const Section* section = holder(sections, offset);
  if (section == nullptr) return {};
  if (const auto inner = node_in(section->sections, offset); !inner.empty()) return inner;
  const Block* block = holder(section->blocks, offset);
  return block != nullptr ? block->id : section->id;
}

}  // namespace

std::string_view node_at(const Outline& outline, std::size_t offset) {
  const Charter* charter = holder(outline.charters, offset);
  if (charter == nullptr) return node_in(outline.sections, offset);
  const auto inner = node_in(charter->sections, offset);
  return inner.empty() ? charter->id : inner;
}

}  // namespace handvest
