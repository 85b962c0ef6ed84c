#include "structure/structure.hpp"

#include <algorithm>

#include "structure/charters.hpp"
#include "structure/coverage.hpp"
#include "structure/document.hpp"
#include "structure/ids.hpp"
#include "structure/marks.hpp"
#include "structure/order.hpp"
#include "structure/sections.hpp"
#include "structure/toc_check.hpp"
#include "text/fold.hpp"

namespace handvest {

using namespace structure;

namespace {

/// Fills an outline charter by charter.
class Drawing {
 public:
  Drawing(const Context& context, Outline& outline)
      : context_(context), outline_(outline), count_(context.text, context.pieces) {
    outline_.marks = marks_of(context.pieces, context.tocs);
  }

  void draw(const std::vector<CharterRange>& ranges) {
    std::size_t done = 0;
    for (const auto& range : ranges) {
      add_rest(done, range.begin);
      add_charter(range);
      done = range.end;
    }
    add_rest(done, context_.pieces.size());
    check_order(outline_.sections, outline_.warnings);
    std::sort(outline_.marks.begin(), outline_.marks.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    count_.add_furniture(outline_.furniture);
    outline_.coverage = count_.result();
  }

 private:
  // `prefix` is the charter's id; empty outside every charter.
  Parts parts(const CharterRange& range, const std::string& prefix) {
    const Survey found = survey(context_, range.begin, range.end, range.city, range.title_end);
    add_heading_marks(context_, found, outline_.marks);
    const auto heads = divide(context_, found);
    if (prefix.empty()) add_unknown(range.begin, body_begin(found, heads));
    return build_sections(context_, range.begin, range.end, heads, prefix, ids_,
                          outline_.furniture);
  }

  static std::size_t body_begin(const Survey& found, const std::vector<Head>& heads) {
    const auto first = std::find_if(heads.begin(), heads.end(), [](const Head& head) {
      return head.kind == Head::Kind::section || head.kind == Head::Kind::block;
    });
    const std::size_t begin = first == heads.end() ? found.end : first->index;
    // What stands between the head and the first section introduces it.
    return found.head_end > found.begin ? std::min(begin, found.head_end) : begin;
  }

  void add_charter(const CharterRange& range) {
    Charter charter;
    charter.city = range.city;
    charter.number = range.number;
    charter.title = range.title;
    const std::string name = slug(charter.city.name);
    charter.id = ids_.unique(name.empty() ? "charter" : name);
    Parts found = parts(range, charter.id);
    charter.span = context_.pieces[range.begin].span;
    std::size_t last = range.end - 1;
    while (last > range.begin && !context_.pieces[last].content) --last;
    charter.span.end = context_.pieces[last].span.end;
    add_title_mark(range);
    charter.content = std::move(found.content);
    charter.sections = std::move(found.sections);
    charter.footnotes = std::move(found.footnotes);
    charter.tables = std::move(found.tables);
    check_order(charter.sections, outline_.warnings);
    if (charter.city.name.empty()) {
      outline_.warnings.push_back({"unknown-city",
                                   "No city was found with which this charter is made.",
                                   Span{charter.span.begin, charter.span.begin}});
    }
    outline_.charters.push_back(std::move(charter));
  }

  void add_title_mark(const CharterRange& range) {
    const Span place = number_place(context_.text, context_.pieces[range.begin].span, range.number);
    if (!place.empty()) outline_.marks.push_back(place);
  }

  // What stands outside every charter.
  void add_rest(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    CharterRange range;
    range.begin = begin;
    range.end = end;
    range.title_end = begin;
    Parts found = parts(range, {});
    append(outline_.content, found.content);
    append(outline_.sections, found.sections);
    append(outline_.footnotes, found.footnotes);
    append(outline_.tables, found.tables);
  }

  void add_unknown(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const bool known = context_.described[i] || context_.in_toc[i];
      if (context_.pieces[i].content && !known) count_.add_unknown(i);
    }
  }

  template <typename Node>
  static void append(std::vector<Node>& to, std::vector<Node>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }

  const Context& context_;
  Outline& outline_;
  CoverageCount count_;
  Ids ids_;
};

}  // namespace

Outline find_structure(const SourceText& source, Layout layout, const Grammar& grammar,
                       const std::string& forced) {
  const auto pieces = pieces_of(source.text, layout.elements);
  const Profile profile = choose_profile(grammar, pieces, forced);
  const Places places(grammar);
  const Themes themes(grammar);
  const LabelRules labels(profile, places);
  const RangeRules rules(profile);
  Outline outline;
  outline.title = source.title;
  const auto described = describe_document(grammar, profile, pieces, outline);
  const auto tocs = find_tocs(source.text, pieces, profile);
  const auto in_toc = toc_mask(tocs, pieces.size());
  const Context context{source.text, pieces, layout.elements, profile,  rules, labels,
                        themes,      tocs,   in_toc,          described};

  Drawing drawing(context, outline);
  drawing.draw(find_charters(pieces, profile, places, tocs, in_toc));
  if (outline.date.empty()) outline.date = source.date;
  if (outline.title.empty() && outline.charters.size() == 1) {
    outline.title = outline.charters.front().title;
  }
  check_tocs(tocs, places, outline);
  return outline;
}

}  // namespace handvest
