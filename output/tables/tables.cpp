#include "output/tables/tables.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "output/tables/row_maker.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

using tables_detail::Context;
using tables_detail::Json;
using tables_detail::member;
using tables_detail::RowMaker;
using tables_detail::text_of;

constexpr int kMaxDepth = 1000;  // of sections: far beyond any document, far below the stack's end

/// A piece of an item in code points.
struct Piece {
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::string item;
};

std::int64_t offset_of(const Json& span, std::string_view key) {
  const Json& found = member(span, key);
  return found.is_number_integer() ? found.get<std::int64_t>() : 0;
}

/// Walks over one document and makes its rows.
class Walk {
 public:
  explicit Walk(const Document& document) : document_(document), rows_(document.key()) {}

  Tables run() {
    const Json& root = document_.root();
    rows_.add("documents", root, {});
    container(root, {});
    for (const auto& party : member(root, "parties")) rows_.add("parties", party, {});
    for (const auto& charter : member(root, "charters")) visit_charter(charter);
    tables(root, {});
    for (const auto& charter : member(root, "charters")) {
      tables(charter, context_of(text_of(charter, "id")));
    }
    order_pieces();
    for (const auto& mention : member(root, "mentions")) visit_mention(mention);
    for (const auto& target : member(root, "targets")) add_placed("targets", target);
    for (const auto& pledge : member(root, "pledges")) add_placed("pledges", pledge);
    for (const auto& parallel : member(root, "parallels")) visit_parallel(parallel);
    for (const auto& warning : member(root, "warnings")) rows_.add("warnings", warning, {});
    return rows_.take();
  }

 private:
  void visit_charter(const Json& charter) {
    rows_.add("charters", charter, {});
    const Context context = {{"charter", text_of(charter, "id")},
                             {"city", text_of(member(charter, "city"), "name")}};
    contexts_[text_of(charter, "id")] = context;
    for (const auto& party : member(charter, "parties")) rows_.add("parties", party, context);
    container(charter, context);
  }

  // What the document and a charter have alike.
  void container(const Json& node, const Context& context) {
    content(node, context);
    for (const auto& section : member(node, "sections")) visit_section(section, context, 0);
    for (const auto& footnote : member(node, "footnotes")) {
      rows_.add("footnotes", footnote, context);
    }
  }

  void visit_section(const Json& section, Context context, int depth) {
    if (depth > kMaxDepth) {
      throw Error(ErrorCode::damaged, {document_.key(), 0, 0, 0}, "its sections nest too deeply");
    }
    rows_.add("sections", section, context);
    context["section"] = text_of(section, "id");
    context["section_title"] = text_of(section, "title");
    const std::string theme = text_of(section, "theme");
    if (!theme.empty()) context["theme"] = theme;
    contexts_[context["section"]] = context;
    content(section, context);
    for (const auto& block : member(section, "blocks")) visit_block(block, context);
    for (const auto& inner : member(section, "sections")) visit_section(inner, context, depth + 1);
  }

  void visit_block(const Json& block, Context context) {
    rows_.add("blocks", block, context);
    context["block"] = text_of(block, "id");
    context["role"] = text_of(block, "role");
    context["party"] = text_of(block, "party");
    contexts_[context["block"]] = context;
    content(block, context);
  }

  void content(const Json& node, Context context) {
    for (const auto& item : member(node, "content")) {
      const std::string id = item_id(offset_of(member(item, "span"), "start"));
      context["item"] = id;
      rows_.add("items", item, context);
      add_pieces(item, id);
    }
  }

  std::string item_id(std::int64_t start) {
    const std::string id = "i" + std::to_string(start);
    std::string unused = id;
    for (int n = 2; !item_ids_.insert(unused).second; ++n) unused = id + "-" + std::to_string(n);
    return unused;
  }

  void add_pieces(const Json& item, const std::string& id) {
    const auto add = [&](const Json& span) {
      pieces_.push_back({offset_of(span, "start"), offset_of(span, "end"), id});
    };
    const Json& spans = member(item, "spans");
    if (spans.is_null()) return add(member(item, "span"));
    for (const auto& span : spans) add(span);
  }

  void order_pieces() {
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.start < b.start; });
  }

  std::string item_at(std::int64_t offset) const {
    const auto after =
        std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                         [](std::int64_t at, const Piece& piece) { return at < piece.start; });
    if (after == pieces_.begin() || std::prev(after)->end <= offset) return {};
    return std::prev(after)->item;
  }

  void tables(const Json& node, const Context& around) {
    for (const auto& table : member(node, "tables")) {
      Context context = around;
      const std::string in = text_of(table, "in");
      if (!in.empty()) context = context_of(in);
      context["table"] = text_of(table, "id");
      context["caption"] = text_of(table, "caption");
      context["head"] = "1";
      const std::size_t head = rows(member(table, "header"), context, 0);
      context["head"] = "0";
      rows(member(table, "rows"), context, head);
    }
  }

  // Numbers go on over head and body, so that a table has each row number once.
  std::size_t rows(const Json& lines, Context& context, std::size_t row) {
    for (const auto& line : lines) {
      context["row"] = std::to_string(++row);
      std::size_t column = 0;
      for (const auto& cell : line) {
        context["column"] = std::to_string(++column);
        rows_.add("cells", cell, context);
      }
    }
    return row;
  }

  void visit_mention(const Json& mention) {
    Context context = context_of(text_of(mention, "in"));
    context["item"] = item_at(offset_of(member(mention, "span"), "start"));
    rows_.add("mentions", mention, context);
  }

  void add_placed(std::string_view table, const Json& node) {
    rows_.add(table, node, context_of(text_of(node, "in")));
  }

  void visit_parallel(const Json& parallel) {
    for (const auto& place : member(parallel, "members")) {
      Context context = context_of(text_of(place, "in"));
      context["parallel"] = text_of(parallel, "id");
      context["standard"] = text_of(parallel, "text");
      rows_.add("parallels", place, context);
    }
  }

  Context context_of(const std::string& id) const {
    const auto found = contexts_.find(id);
    return found == contexts_.end() ? Context() : found->second;
  }

  const Document& document_;
  RowMaker rows_;
  std::unordered_map<std::string, Context> contexts_;  // by the id of charter, section, block
  std::set<std::string> item_ids_;
  std::vector<Piece> pieces_;
};

}  // namespace

Tables tables_of(const Document& document) { return Walk(document).run(); }

}  // namespace handvest
