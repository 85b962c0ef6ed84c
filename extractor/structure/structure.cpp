#include "structure/structure.hpp"

#include "structure/charters.hpp"
#include "structure/ids.hpp"
#include "structure/sections.hpp"
#include "text/fold.hpp"

namespace handvest {

using namespace structure;

namespace {

Charter charter_of(const Context& context, const CharterRange& range, Ids& ids,
                   std::vector<Span>& furniture) {
  Charter charter;
  charter.city = range.city;
  charter.number = range.number;
  charter.title = range.title;
  const std::string name = slug(charter.city.name);
  charter.id = ids.unique(name.empty() ? "charter" : name);
  const Survey found = survey(context, range.begin, range.end, range.city, range.title_end);
  Parts parts = build_sections(context, range.begin, range.end, divide(context, found), charter.id,
                               ids, furniture);
  charter.span = {context.pieces[range.begin].span.begin, context.pieces[range.begin].span.end};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (context.pieces[i].content) charter.span.end = context.pieces[i].span.end;
  }
  charter.content = std::move(parts.content);
  charter.sections = std::move(parts.sections);
  charter.footnotes = std::move(parts.footnotes);
  charter.tables = std::move(parts.tables);
  return charter;
}

// What stands outside every charter.
void add_rest(const Context& context, std::size_t begin, std::size_t end, Ids& ids,
              Outline& outline) {
  if (begin >= end) return;
  const Survey found = survey(context, begin, end, {}, begin);
  Parts parts =
      build_sections(context, begin, end, divide(context, found), {}, ids, outline.furniture);
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  append(outline.content, parts.content);
  append(outline.sections, parts.sections);
  append(outline.footnotes, parts.footnotes);
  append(outline.tables, parts.tables);
}

}  // namespace

Outline find_structure(const SourceText& source, const Layout& layout, const Grammar& grammar,
                       const std::string& forced) {
  const auto pieces = pieces_of(layout.elements);
  const Profile profile = choose_profile(grammar, pieces, forced);
  const Places places(grammar);
  const Themes themes(grammar);
  const LabelRules labels(profile, places);
  const auto tocs = find_tocs(source.text, pieces, profile);
  const auto in_toc = toc_mask(tocs, pieces.size());
  const Context context{source.text, pieces, profile, labels, themes, tocs, in_toc};

  Outline outline;
  outline.kind = profile.kind();
  outline.profile = profile.id();
  outline.title = source.title;
  Ids ids;
  std::size_t done = 0;
  for (const auto& range : find_charters(pieces, profile, places, tocs, in_toc)) {
    add_rest(context, done, range.begin, ids, outline);
    outline.charters.push_back(charter_of(context, range, ids, outline.furniture));
    done = range.end;
  }
  add_rest(context, done, pieces.size(), ids, outline);
  return outline;
}

}  // namespace handvest
