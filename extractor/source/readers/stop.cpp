// STOP/IMOP XML (Standaard voor Officiële Publicaties): the text is what stands in the namespace
// .../imop/tekst/, under any prefix; the other modules (data, geo) hold facts about it.
#include <array>

#include "source/formats.hpp"
#include "source/markup_walk.hpp"
#include "source/metadata.hpp"
#include "source/roles.hpp"

namespace handvest {
namespace {

constexpr std::string_view kTextNamespace = "standaarden.overheid.nl/stop/imop/tekst";

constexpr std::array kRoles{
    NamedRole{"Al", Role::paragraph},
    NamedRole{"Wat", Role::paragraph},
    NamedRole{"WijzigBijlage", Role::container},
    NamedRole{"Opschrift", Role::unknown},
    NamedRole{"RegelingOpschrift", Role::title},
    NamedRole{"Kop", Role::heading_group},
    NamedRole{"Nummer", Role::item_label},
    NamedRole{"Tussenkop", Role::heading},
    NamedRole{"Lijst", Role::list},
    NamedRole{"Li", Role::item},
    NamedRole{"LiNummer", Role::item_label},
    NamedRole{"Lid", Role::numbered_part},
    NamedRole{"LidNummer", Role::item_label},
    NamedRole{"Begrippenlijst", Role::list},
    NamedRole{"Begrip", Role::definition},
    NamedRole{"Term", Role::item_label},
    NamedRole{"table", Role::table},
    NamedRole{"tgroup", Role::column_group},
    NamedRole{"colspec", Role::skip},
    NamedRole{"thead", Role::table_head},
    NamedRole{"row", Role::row},
    NamedRole{"entry", Role::cell},
    NamedRole{"Noot", Role::note},
    NamedRole{"NootNummer", Role::item_label},
    NamedRole{"sup", Role::superscript},
    NamedRole{"b", Role::bold},
    NamedRole{"strong", Role::bold},
    NamedRole{"br", Role::line_break},
    NamedRole{"Ondertekening", Role::signature},
    NamedRole{"Dagtekening", Role::paragraph},
    NamedRole{"Illustratie", Role::skip},
    NamedRole{"VerwijderdeTekst", Role::skip},  // struck out in a comparison of versions
    NamedRole{"Metadata", Role::skip},
};

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (attribute_of(element, "wijzigactie") == "verwijder") return {Role::skip};
  if (name == "title" && local_name(element.parent()) == "table") return {Role::caption};
  return {role_named(kRoles, name)};
}

// The URI that the element's prefix stands for.
std::string_view namespace_of(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node node = element; node; node = node.parent()) {
    if (const auto attribute = node.attribute(declaration.c_str())) return attribute.value();
  }
  return {};
}

bool is_text_element(const pugi::xml_node& node) {
  return is_element(node) && namespace_of(node).find(kTextNamespace) != std::string_view::npos;
}

// Walks down to the elements that are text; the path goes along.
void write_texts(const pugi::xml_node& node, MarkupWalk& walk) {
  if (is_text_element(node)) return walk.element(node);
  walk.enter(node);
  for (const auto& child : node.children()) {
    if (is_element(child)) write_texts(child, walk);
  }
  walk.leave();
}

// The modules name the work and its official title in elements of their own.
Metadata metadata_of(const pugi::xml_node& tree) {
  Metadata found = metadata_in(tree);
  const pugi::xml_node title = descendant_of(tree, "officieleTitel");
  if (title) found.title = text_of(title);
  const pugi::xml_node work = descendant_of(tree, "FRBRWork");
  if (work) found.identifiers = identifiers_in(text_of(work));
  return found;
}

}  // namespace

SourceText read_stop(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  XmlFile file = load_xml(bytes, name, limits);
  BlockWriter writer(name, limits);
  MarkupWalk walk(writer, role_of);
  write_texts(file.document.document_element(), walk);
  SourceText source = writer.finish();
  source.media_type = "application/vnd.overheid.stop+xml";
  source.encoding = std::move(file.encoding);
  source.warnings.insert(source.warnings.begin(), file.warnings.begin(), file.warnings.end());
  apply_metadata(metadata_of(file.document), source);
  take_title_from_hints(source);
  return source;
}

}  // namespace handvest
