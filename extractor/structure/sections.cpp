#include "structure/sections.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

ItemType type_of(const Piece& piece) {
  return piece.kind() == ElementKind::list_item ? ItemType::list_item : ItemType::paragraph;
}

// Gives what the element holds to an empty item. Most have no mark, and text as it is printed.
void fill_item(Element& element, Item& item) {
  item.level = item.type == ItemType::list_item ? std::max(1, element.level) : 0;
  item.spans = std::move(element.spans);
  item.printed = element.printed;
  if (!element.marker.empty()) item.marker = std::move(element.marker);
  if (!element.mended.empty()) item.mended = std::move(element.mended);
  if (!element.marker_span.empty()) {
    item.spans.front().begin = std::min(item.spans.front().begin, element.marker_span.begin);
  }
}

/// Fills sections while the pieces pass by.
class Builder {
 public:
  Builder(const Context& context, const std::string& prefix, Ids& ids, std::vector<Span>& furniture)
      : context_(context), prefix_(prefix), ids_(ids), furniture_(furniture) {}

  /// Where the next section or block begins.
  void set_limit(std::size_t offset) { limit_ = offset; }

  /// `items` will follow before the next section, block or signature.
  void begin(const Head& head, std::size_t items) {
    const Piece& piece = context_.pieces[head.index];
    switch (head.kind) {
      case Head::Kind::section:
        begin_section(head, piece);
        content().reserve(items);
        break;
      case Head::Kind::block:
        begin_block(*head.label, piece);
        content().reserve(items);
        break;
      case Head::Kind::subheading:
        add_item(head.index, ItemType::subheading);
        break;
      case Head::Kind::signature:
        open_.clear();
        block_ = nullptr;
        add_item(head.index, type_of(piece));
        break;
    }
  }

  /// Adds the piece of that index.
  void add(std::size_t index) {
    const Piece& piece = context_.pieces[index];
    switch (piece.kind()) {
      case ElementKind::furniture:
        furniture_.insert(furniture_.end(), piece.element->spans.begin(),
                          piece.element->spans.end());
        break;
      case ElementKind::footnote:
        parts_.footnotes.push_back(
            {piece.element->marker, std::string(piece.text), piece.span, std::nullopt});
        break;
      case ElementKind::table:
        add_table(index);
        break;
      default:
        add_item(index, type_of(piece));
    }
  }

  Parts finish() {
    tie_footnotes();
    return std::move(parts_);
  }

 private:
  std::string under(const std::string& parent, const std::string& name) const {
    return parent.empty() ? name : parent + "/" + name;
  }

  std::string current_id() const {
    if (block_ != nullptr) return block_->id;
    return open_.empty() ? prefix_ : open_.back()->id;
  }

  void begin_section(const Head& head, const Piece& piece) {
    while (!open_.empty() && open_.back()->level >= head.level) open_.pop_back();
    block_ = nullptr;
    const std::string parent = open_.empty() ? prefix_ : open_.back()->id;
    auto& siblings = open_.empty() ? parts_.sections : open_.back()->sections;
    Section section;
    section.number = head.heading->number;
    section.title = head.heading->title;
    section.theme = head.theme;
    section.level = head.level;
    section.heading_span = piece.span;
    section.span = piece.span;
    std::string name = section.number.empty() ? slug(section.title) : section.number;
    section.id = ids_.unique(under(parent, name.empty() ? "section" : name));
    siblings.push_back(std::move(section));
    open_.push_back(&siblings.back());
    extend(piece.span.end);
  }

  void begin_block(const Label& label, const Piece& piece) {
    if (open_.empty()) open_untitled(piece);
    Section& section = *open_.back();
    Block block;
    block.id = ids_.unique(under(section.id, block_name(label.role, label.party)));
    block.role = label.role;
    block.party = label.party;
    block.label = label.text;
    block.label_span = piece.span;
    block.span = piece.span;
    section.blocks.push_back(std::move(block));
    block_ = &section.blocks.back();
    extend(piece.span.end);
  }

  // A label before every heading: its section lost its own.
  void open_untitled(const Piece& piece) {
    Section section;
    section.id = ids_.unique(under(prefix_, "section"));
    section.heading_span = {piece.span.begin, piece.span.begin};
    section.span = piece.span;
    parts_.sections.push_back(std::move(section));
    open_.push_back(&parts_.sections.back());
  }

  void add_table(std::size_t index) {
    const Piece& piece = context_.pieces[index];
    const std::string in = current_id();
    const std::string id = ids_.unique(under(in, "table"));
    parts_.tables.push_back({id, in, piece.span, *piece.element->table});
    add_item(index, ItemType::table).table = id;
  }

  std::vector<Item>& content() {
    if (block_ != nullptr) return block_->content;
    return open_.empty() ? parts_.content : open_.back()->content;
  }

  Item& add_item(std::size_t index, ItemType type) {
    Element& element = context_.elements[index];
    marks_.insert(marks_.end(), element.footnote_marks.begin(), element.footnote_marks.end());
    extend(element);
    Item& item = content().emplace_back();
    item.type = type;
    fill_item(element, item);
    return item;
  }

  // What an item goes on with behind the next head lies in that head's section.
  void extend(const Element& element) {
    for (const auto& span : element.spans) {
      if (span.begin < limit_) extend(span.end);
    }
  }

  void extend(std::size_t end) {
    for (Section* section : open_) section->span.end = std::max(section->span.end, end);
    if (block_ != nullptr) block_->span.end = std::max(block_->span.end, end);
  }

  // The n-th footnote of a mark belongs to the n-th place that carries the mark.
  void tie_footnotes() {
    std::vector<bool> used(marks_.size(), false);
    std::map<std::string, std::vector<std::size_t>> by_mark;
    for (std::size_t i = marks_.size(); i > 0; --i) {
      by_mark[std::string(slice(context_.text, marks_[i - 1]))].push_back(i - 1);
    }
    for (auto& footnote : parts_.footnotes) {
      auto& places = by_mark[footnote.mark];
      if (places.empty()) continue;
      footnote.reference = marks_[places.back()];
      places.pop_back();
    }
  }

  const Context& context_;
  const std::string& prefix_;
  Ids& ids_;
  std::vector<Span>& furniture_;
  Parts parts_;
  std::vector<Section*> open_;
  Block* block_ = nullptr;
  std::vector<Span> marks_;
  std::size_t limit_ = 0;
};

// More text says nothing new about what a section is about.
constexpr std::size_t kEnoughBody = 4000;

// The theme that all sub-sections share.
std::string common_theme(const std::vector<Section>& sections) {
  const std::string& theme = sections.front().theme;
  const bool common = std::all_of(sections.begin(), sections.end(),
                                  [&](const Section& section) { return section.theme == theme; });
  return common ? theme : std::string();
}

// Whether the sub-sections go through the subject matter: then the section is about no one theme.
bool holds_many_themes(const Context& context, const std::vector<Section>& sections) {
  constexpr std::size_t kMany = 3;
  std::set<std::string> themes;
  for (const auto& section : sections) {
    if (!context.themes.closes(section.theme)) themes.insert(section.theme);
  }
  return themes.size() >= kMany;
}

// The first theme that a line such as "Thema's: wonen, werk" under the heading names.
std::string named_theme(const Context& context, const Section& section) {
  constexpr std::size_t kNear = 3;
  const std::size_t last = std::min(section.content.size(), kNear);
  for (std::size_t i = 0; i < last; ++i) {
    const std::string_view text = section.content[i].text(context.text);
    const auto found = context.rules.theme_lines.match_begin(text);
    if (!found) continue;
    std::istringstream themes{part(found->match, text, "themes")};
    for (std::string name; std::getline(themes, name, ',');) {
      const auto theme = context.themes.of_title(fold(name));
      if (!theme.empty()) return std::string(theme);
    }
  }
  return {};
}

// A section whose title says nothing takes the theme that a line under it names, or that of its
// sub-sections; without such, where it
// has a number or blocks, that of its text; and otherwise `around`.
void fill_themes(const Context& context, std::vector<Section>& sections,
                 const std::string& around) {
  for (auto& section : sections) {
    fill_themes(context, section.sections, section.theme.empty() ? around : section.theme);
    if (context.themes.closes(section.theme) && holds_many_themes(context, section.sections)) {
      section.theme = around;
    }
    if (section.theme.empty()) section.theme = named_theme(context, section);
    if (!section.theme.empty()) continue;
    const bool speaks = !section.number.empty() || !section.blocks.empty();
    if (!section.sections.empty()) {
      section.theme = common_theme(section.sections);
    } else if (speaks) {
      const Span body{section.heading_span.end,
                      std::max(section.heading_span.end, section.span.end)};
      section.theme =
          context.themes.of_body(fold(slice(context.text, body).substr(0, kEnoughBody)));
    }
    if (section.theme.empty()) section.theme = around;
  }
}

using Heads = std::vector<Head>;

// The first section, block or signature from `head` on. Subheadings end nothing.
Heads::const_iterator next_opening(const Heads& heads, Heads::const_iterator head) {
  return std::find_if(head, heads.end(),
                      [](const Head& other) { return other.kind != Head::Kind::subheading; });
}

std::size_t count_items(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) count += pieces[i].content ? 1 : 0;
  return count;
}

}  // namespace

Parts build_sections(const Context& context, std::size_t begin, std::size_t end,
                     const std::vector<Head>& heads, const std::string& prefix, Ids& ids,
                     std::vector<Span>& furniture) {
  Builder builder(context, prefix, ids, furniture);
  auto head = heads.begin();
  auto opening = next_opening(heads, head);
  const auto offset_of = [&](Heads::const_iterator at) {
    return at == heads.end() ? context.text.size() : context.pieces[at->index].span.begin;
  };
  builder.set_limit(offset_of(opening));
  for (std::size_t i = begin; i < end; ++i) {
    if (head == heads.end() || head->index != i) {
      builder.add(i);
      continue;
    }
    std::size_t items = 0;
    if (head == opening) {
      opening = next_opening(heads, std::next(head));
      items = count_items(context.pieces, i + 1, opening == heads.end() ? end : opening->index);
      builder.set_limit(offset_of(opening));
    }
    builder.begin(*head, items);
    ++head;
  }
  Parts parts = builder.finish();
  fill_themes(context, parts.sections, "algemeen");
  return parts;
}

}  // namespace handvest::structure
