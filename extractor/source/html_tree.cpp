#include "source/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <csetjmp>
#include <cstdlib>
#include <vector>

#include "source/encoding.hpp"
#include "source/html_nesting.hpp"

namespace handvest {
namespace {

constexpr std::size_t kMostAttributes = 2000;

[[noreturn]] void refuse(const std::string& name, const std::string& sentence) {
  throw Error(ErrorCode::too_large, {name, 0, 0, 0}, sentence);
}

// The memory of one parse. gumbo knows no failing allocation and frees its tree by recursion, so
// this heap bounds it from outside: when the budget or the time is spent it jumps out of the parse
// (through C frames only), and it frees everything itself.
class ParseHeap {
 public:
  ParseHeap(std::size_t budget, std::size_t input)
      : left_(budget), deadline_(Clock::now() + kStart + kPerMegabyte * (input >> 20U)) {}
  ParseHeap(const ParseHeap&) = delete;
  ParseHeap& operator=(const ParseHeap&) = delete;
  ~ParseHeap() {
    while (head_ != nullptr) {
      Block* next = head_->next;
      std::free(head_);
      head_ = next;
    }
  }

  // Null when the parse was given up.
  GumboOutput* parse(std::string_view html) {
    options_ = kGumboDefaultOptions;
    options_.allocator = [](void* heap, std::size_t size) {
      return static_cast<ParseHeap*>(heap)->allocate(size);
    };
    options_.deallocator = [](void* heap, void* memory) {
      static_cast<ParseHeap*>(heap)->release(memory);
    };
    options_.userdata = this;
    options_.max_errors = 0;
    if (setjmp(give_up_) != 0) return nullptr;
    return gumbo_parse_with_options(&options_, html.data(), html.size());
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::seconds kStart{10};
  static constexpr std::chrono::seconds kPerMegabyte{1};
  static constexpr std::size_t kClockEvery = 4096;

  struct alignas(std::max_align_t) Block {
    Block* previous = nullptr;
    Block* next = nullptr;
    std::size_t size = 0;
  };

  void* allocate(std::size_t size) {
    const bool late = ++allocations_ % kClockEvery == 0 && Clock::now() > deadline_;
    auto* block = size + sizeof(Block) > left_ || late
                      ? nullptr
                      : static_cast<Block*>(std::malloc(size + sizeof(Block)));
    if (block == nullptr) std::longjmp(give_up_, 1);
    left_ -= size + sizeof(Block);
    *block = {nullptr, head_, size};
    if (head_ != nullptr) head_->previous = block;
    head_ = block;
    return block + 1;
  }

  void release(void* memory) {
    if (memory == nullptr) return;
    Block* block = static_cast<Block*>(memory) - 1;
    left_ += block->size + sizeof(Block);
    if (block->previous != nullptr) block->previous->next = block->next;
    if (block->next != nullptr) block->next->previous = block->previous;
    if (head_ == block) head_ = block->next;
    std::free(block);
  }

  std::size_t left_;
  Clock::time_point deadline_;
  std::size_t allocations_ = 0;
  Block* head_ = nullptr;
  GumboOptions options_{};
  std::jmp_buf give_up_{};
};

std::string name_of_element(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return piece.data == nullptr ? "unknown" : std::string(piece.data, piece.length);
}

pugi::xml_node append_element(pugi::xml_node parent, const GumboElement& element) {
  pugi::xml_node node = parent.append_child(name_of_element(element).c_str());
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    node.append_attribute(attribute->name).set_value(attribute->value);
  }
  return node;
}

struct Frame {
  const GumboVector* children;
  unsigned next;
  pugi::xml_node to;
};

// Copies the tree without recursion. Throws when it is too deep.
void copy_tree(const GumboNode& root, pugi::xml_node to, const std::string& name,
               const ReadLimits& limits) {
  std::vector<Frame> open{{&root.v.document.children, 0, to}};
  while (!open.empty()) {
    Frame& frame = open.back();
    if (frame.next == frame.children->length) {
      open.pop_back();
      continue;
    }
    const auto* node = static_cast<const GumboNode*>(frame.children->data[frame.next++]);
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      if (open.size() > limits.max_depth) refuse(name, "elements of the HTML are nested too deep");
      const pugi::xml_node copy = append_element(frame.to, node->v.element);
      open.push_back({&node->v.element.children, 0, copy});
    } else if (node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT) {
      frame.to.append_child(pugi::node_pcdata).set_value(node->v.text.text);
    }
  }
}

}  // namespace

XmlFile load_html(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  Decoded decoded = decode_markup(bytes, declared_encoding(bytes), name);
  XmlFile file;
  file.encoding = std::move(decoded.encoding);
  file.warnings = std::move(decoded.warnings);
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
  const HtmlNesting nesting = measure_nesting(decoded.text);
  if (nesting.open_elements > limits.max_depth || nesting.attributes > kMostAttributes) {
    refuse(name, "the HTML leaves " + std::to_string(nesting.open_elements) +
                     " elements open at once or has " + std::to_string(nesting.attributes) +
                     " attributes on one tag; this is no document that people write");
  }
  ParseHeap heap(limits.max_expansion, decoded.text.size());
  const GumboOutput* output = heap.parse(decoded.text);
  if (output == nullptr) {
    refuse(name, "the HTML is too large or too malformed to be parsed within --max-expansion");
  }
  copy_tree(*output->document, file.document, name, limits);
  return file;
}

}  // namespace handvest
