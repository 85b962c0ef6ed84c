// HTML, in particular that of zoek.officielebekendmakingen.nl (text in #broodtekst), with whatever
// stands around the document proper as furniture.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "source/formats.hpp"
#include "source/html_notes.hpp"
#include "source/html_tree.hpp"
#include "source/list_marker.hpp"
#include "source/markup_walk.hpp"
#include "source/metadata.hpp"
#include "source/roles.hpp"

namespace handvest {
namespace {

// Attributes that prepare() adds; no HTML attribute can have such a name.
constexpr const char* kMarker = "<marker>";
constexpr const char* kContent = "<content>";
constexpr const char* kTitle = "<title>";

constexpr std::array kRoles{
    NamedRole{"head", Role::skip},
    NamedRole{"script", Role::skip},
    NamedRole{"style", Role::skip},
    NamedRole{"template", Role::skip},
    NamedRole{"noscript", Role::skip},
    NamedRole{"svg", Role::skip},
    NamedRole{"math", Role::unknown},
    NamedRole{"select", Role::skip},
    NamedRole{"textarea", Role::skip},
    NamedRole{"object", Role::skip},
    NamedRole{"iframe", Role::skip},
    NamedRole{"colgroup", Role::skip},
    NamedRole{"html", Role::container},
    NamedRole{"body", Role::container},
    NamedRole{"div", Role::container},
    NamedRole{"section", Role::container},
    NamedRole{"article", Role::container},
    NamedRole{"main", Role::container},
    NamedRole{"form", Role::container},
    NamedRole{"fieldset", Role::container},
    NamedRole{"figure", Role::container},
    NamedRole{"blockquote", Role::container},
    NamedRole{"center", Role::container},
    NamedRole{"address", Role::container},
    NamedRole{"details", Role::container},
    NamedRole{"hr", Role::container},
    NamedRole{"p", Role::paragraph},
    NamedRole{"pre", Role::preformatted},
    NamedRole{"dt", Role::paragraph},
    NamedRole{"dd", Role::paragraph},
    NamedRole{"figcaption", Role::caption},
    NamedRole{"caption", Role::caption},
    NamedRole{"ul", Role::list},
    NamedRole{"ol", Role::list},
    NamedRole{"menu", Role::list},
    NamedRole{"table", Role::table},
    NamedRole{"thead", Role::table_head},
    NamedRole{"tr", Role::row},
    NamedRole{"td", Role::cell},
    NamedRole{"th", Role::header_cell},
    NamedRole{"br", Role::line_break},
    NamedRole{"b", Role::bold},
    NamedRole{"strong", Role::bold},
    NamedRole{"sup", Role::superscript},
    NamedRole{"img", Role::picture},
    NamedRole{"label", Role::furniture},
    NamedRole{"button", Role::furniture},
    NamedRole{"nav", Role::furniture},
    NamedRole{"footer", Role::furniture},
    NamedRole{"aside", Role::furniture},
    NamedRole{"dl", Role::container},
};

// The site's stylesheet names what the XML's elements were.
constexpr std::array kClasses{
    NamedRole{"ondertekening", Role::signature}, NamedRole{"tussenkop", Role::heading},
    NamedRole{"ol", Role::item_label},           NamedRole{"lidnr", Role::item_label},
    NamedRole{"li-nr", Role::item_label},        NamedRole{"li.nr", Role::item_label},
    NamedRole{"nootnum", Role::item_label},      NamedRole{"vet", Role::bold},
    NamedRole{"footnote-back", Role::skip},      NamedRole{"functie", Role::paragraph},
    NamedRole{"naam", Role::paragraph},
};

bool has_class(const pugi::xml_node& node, std::string_view wanted) {
  std::string_view classes = attribute_of(node, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (classes.substr(0, end) == wanted) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

Role role_of_class(const pugi::xml_node& node) {
  std::string_view classes = attribute_of(node, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    const Role role = role_named(kClasses, classes.substr(0, end));
    if (role != Role::unknown) return role;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return Role::unknown;
}

// 'staatscourant_kop', 'gemeenteblad_kop' are the document's title, 'artikel_kop' and the like are
// headings inside it.
bool is_title_class(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 8> kPapers{
      "staatscourant_kop",   "staatsblad_kop",      "tractatenblad_kop", "gemeenteblad_kop",
      "provinciaalblad_kop", "waterschapsblad_kop", "kamerstuk_kop",     "intitule"};
  if (local_name(node) == "h1" && has_class(node, "title")) return true;
  return std::any_of(kPapers.begin(), kPapers.end(),
                     [&](std::string_view paper) { return has_class(node, paper); });
}

bool is_note_reference(const pugi::xml_node& node) {
  if (is_marked_note(node)) return true;
  if (local_name(node) != "a" || !attribute_of(node, "href").starts_with('#')) return false;
  return attribute_of(node, "role") == "doc-noteref" || has_class(node, "footnote-ref") ||
         has_class(node, "nootref") || has_class(node, "noot");
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_hidden(const pugi::xml_node& node) {
  if (node.attribute("hidden")) return true;
  std::string style(attribute_of(node, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\n'; });
  std::transform(style.begin(), style.end(), style.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return style.find("display:none") != std::string::npos;
}

// What a browser shows after a click or never: whole blocks are kept as furniture, words and cells
// are left out.
ElementRole role_when_hidden(std::string_view name) {
  switch (role_named(kRoles, name)) {
    case Role::container:
    case Role::paragraph:
    case Role::list:
    case Role::table:
      return {Role::furniture};
    default:
      return {Role::skip};
  }
}

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (is_hidden(element)) return role_when_hidden(name);
  if (element.attribute(kContent)) return {Role::content};
  if (is_marked_label(element)) return {Role::item_label};
  if (element.attribute(kTitle) || is_title_class(element)) return {Role::title};
  if (is_heading(name)) return {Role::heading, name[1] - '0'};
  if (is_note_reference(element)) return {Role::note_reference};
  const Role by_class = role_of_class(element);
  if (by_class != Role::unknown) return {by_class};
  if (name == "span" && has_class(element.parent(), "_p_li") && !element.previous_sibling()) {
    return {Role::item_label};
  }
  if (name == "li") {
    // Lists of this class print their markers.
    const bool printed =
        has_class(element.parent(), "expliciet") || has_class(element.parent(), "_explicit");
    if (printed) return {Role::item};
    const auto marker = element.attribute(kMarker);
    return {Role::item, 0, marker ? marker.value() : "-"};
  }
  return {role_named(kRoles, name)};
}

Counting counting_of(const pugi::xml_node& list) {
  const std::string_view type = attribute_of(list, "type");
  if (type == "a") return Counting::lower_letter;
  if (type == "A") return Counting::upper_letter;
  if (type == "i") return Counting::lower_roman;
  if (type == "I") return Counting::upper_roman;
  return Counting::decimal;
}

void number_items(pugi::xml_node list) {
  int number = list.attribute("start").as_int(1);
  for (pugi::xml_node item : list.children("li")) {
    number = item.attribute("value").as_int(number);
    item.append_attribute(kMarker).set_value((counted(number, counting_of(list)) + ".").c_str());
    ++number;
  }
}

// From this rank on an element is a publication of the site, which parts paragraphs by elements.
constexpr int kPublication = 3;

// How sure it is that an element is the document proper, in a page with other things around it.
int content_rank(const pugi::xml_node& node) {
  if (attribute_of(node, "id") == "broodtekst") return 4;
  if (has_class(node, "officiele-publicatie")) return kPublication;
  if (local_name(node) == "main" || attribute_of(node, "role") == "main") return 2;
  return local_name(node) == "article" ? 1 : 0;
}

// Logos stand in headings, but their names are not of the heading's text.
void move_out_of_headings(const std::vector<pugi::xml_node>& pictures) {
  for (const auto& picture : pictures) {
    pugi::xml_node heading = picture.parent();
    while (heading && !is_heading(local_name(heading))) heading = heading.parent();
    if (heading) heading.parent().insert_move_before(picture, heading);
  }
}

// Whether the page parts its paragraphs by empty ones (<p></p>).
bool has_empty_paragraphs(const pugi::xml_node& tree) {
  std::size_t empty = 0;
  std::size_t all = 0;
  tree.find_node([&](const pugi::xml_node& node) {
    if (local_name(node) != "p") return false;
    ++all;
    if (!node.first_child()) ++empty;
    return false;
  });
  return parts_by_empty_paragraphs(empty, all);
}

// Numbers the items of lists, takes pictures out of headings and finds the document proper: a null
// node when it is the whole page.
pugi::xml_node prepare(const pugi::xml_node& tree) {
  pugi::xml_node content;
  int best = 0;
  std::size_t articles = 0;
  std::vector<pugi::xml_node> pictures;
  tree.find_node([&](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "ol") number_items(node);
    if (name == "article") ++articles;
    if (name == "img") pictures.push_back(node);
    if (const int rank = content_rank(node); rank > best) {
      best = rank;
      content = node;
    }
    return false;
  });
  move_out_of_headings(pictures);
  return best == 1 && articles > 1 ? pugi::xml_node() : content;
}

// A page's one first-level heading is its title.
void mark_title(const pugi::xml_node& content) {
  pugi::xml_node only;
  std::size_t count = 0;
  bool titled = false;
  content.find_node([&](const pugi::xml_node& node) {
    titled = titled || is_title_class(node);
    if (local_name(node) == "h1" && !text_of(node).empty()) {
      ++count;
      only = node;
    }
    return false;
  });
  if (count == 1 && !titled) only.append_attribute(kTitle);
}

// h3 directly under the title is the first level of this document.
void rank_headings(SourceText& source) {
  std::set<int> levels;
  for (const auto& hint : source.hints) {
    if (hint.kind == HintKind::heading && hint.level > 0) levels.insert(hint.level);
  }
  for (auto& hint : source.hints) {
    if (hint.kind != HintKind::heading || hint.level == 0) continue;
    hint.level = static_cast<int>(std::distance(levels.begin(), levels.find(hint.level))) + 1;
  }
}

}  // namespace

SourceText read_html(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  XmlFile file = load_html(bytes, name, limits);
  BlockWriter writer(name, limits);
  MarkupWalk walk(writer, role_of);
  pugi::xml_node content = prepare(file.document);
  mark_html_notes(file.document);
  mark_title(content ? content : file.document);
  if (content) {
    content.append_attribute(kContent);
    walk.begin_furniture();
  }
  if (content_rank(content) < kPublication && has_empty_paragraphs(file.document)) {
    writer.set_parted_by_empty_paragraphs();
  }
  walk.element(file.document.document_element());
  SourceText source = writer.finish();
  source.media_type = "text/html";
  source.encoding = std::move(file.encoding);
  source.warnings.insert(source.warnings.begin(), file.warnings.begin(), file.warnings.end());
  rank_headings(source);
  apply_metadata(metadata_in(file.document), source);
  take_title_from_hints(source);
  return source;
}

}  // namespace handvest
