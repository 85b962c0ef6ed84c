// XML of officielebekendmakingen.nl: Staatscourant, Staatsblad, Gemeenteblad, Provinciaal blad and
// their kind, Kamerstukken and Kamervragen (root officiele-publicatie, schema op-xsd-2012); and
// what shares its vocabulary: decentral regulations (CVDR, root cvdr) and laws as they stand (BWB,
// root toestand).
#include <array>

#include "source/formats.hpp"
#include "source/markup_walk.hpp"
#include "source/metadata.hpp"
#include "source/roles.hpp"

namespace handvest {
namespace {

constexpr std::array kRoles{
    NamedRole{"metadata", Role::skip},
    NamedRole{"meta", Role::skip},
    NamedRole{"meta-data", Role::skip},
    NamedRole{"bwb-inputbestand", Role::skip},
    NamedRole{"bwb-wijzigingen", Role::skip},
    NamedRole{"redactionele-correcties", Role::skip},
    NamedRole{"plaatje", Role::skip},
    NamedRole{"illustratie", Role::skip},
    NamedRole{"colspec", Role::skip},
    NamedRole{"al", Role::paragraph},
    NamedRole{"considerans.al", Role::paragraph},
    NamedRole{"noot.al", Role::paragraph},
    NamedRole{"wij", Role::paragraph},
    NamedRole{"wat", Role::paragraph},
    NamedRole{"koning", Role::paragraph},
    NamedRole{"dagtekening", Role::paragraph},
    NamedRole{"functie", Role::paragraph},
    NamedRole{"naam", Role::paragraph},
    NamedRole{"organisatie", Role::paragraph},
    NamedRole{"adres", Role::paragraph},
    NamedRole{"voornaam", Role::phrase},
    NamedRole{"achternaam", Role::phrase},
    NamedRole{"tekstregel", Role::paragraph},
    NamedRole{"dossiernummer", Role::paragraph},
    NamedRole{"dossiernr", Role::phrase},
    NamedRole{"begrotingshoofdstuk", Role::phrase},
    NamedRole{"stuknr", Role::paragraph},
    NamedRole{"datumtekst", Role::paragraph},
    NamedRole{"officiele-inhoudsopgave", Role::furniture},
    NamedRole{"kamervraagnummer", Role::furniture},
    NamedRole{"kamervraagomschrijving", Role::title},
    NamedRole{"citeertitel", Role::paragraph},
    NamedRole{"citaat", Role::container},
    NamedRole{"tekst", Role::container},
    NamedRole{"divisie", Role::container},
    NamedRole{"artikel", Role::container},
    NamedRole{"uitgifte", Role::container},
    NamedRole{"bron", Role::paragraph},
    NamedRole{"kop", Role::heading_group},
    NamedRole{"nr", Role::item_label},
    NamedRole{"tussenkop", Role::heading},
    NamedRole{"intitule", Role::title},
    NamedRole{"subtitel", Role::unknown},
    NamedRole{"lijst", Role::list},
    NamedRole{"li", Role::item},
    NamedRole{"li.nr", Role::item_label},
    NamedRole{"lid", Role::numbered_part},
    NamedRole{"lidnr", Role::item_label},
    NamedRole{"wijzig-lid", Role::numbered_part},
    NamedRole{"wijziging", Role::numbered_part},
    NamedRole{"definitielijst", Role::list},
    NamedRole{"definitie-item", Role::definition},
    NamedRole{"term", Role::item_label},
    NamedRole{"table", Role::table},
    NamedRole{"tgroup", Role::column_group},
    NamedRole{"thead", Role::table_head},
    NamedRole{"row", Role::row},
    NamedRole{"entry", Role::cell},
    NamedRole{"noot", Role::note},
    NamedRole{"noot.nr", Role::item_label},
    NamedRole{"sup", Role::superscript},
    NamedRole{"vet", Role::bold},
    NamedRole{"gegeven", Role::signature},
    NamedRole{"ondertekening", Role::signature},
    NamedRole{"br", Role::line_break},
};

bool is_publication(const pugi::xml_node& node) {
  return local_name(node) == "officiele-publicatie";
}

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (name == "kop") {
    // The name of the paper stands in the root's own heading, the document's title in the next.
    if (is_publication(element.parent())) return {Role::furniture};
    if (is_publication(element.parent().parent())) return {Role::title};
  }
  if (name == "nadruk") {
    const std::string_view type = attribute_of(element, "type");
    return {type == "vet" || type == "vetcur" ? Role::bold : Role::unknown};
  }
  const std::string_view parent = local_name(element.parent());
  if (name == "title" && parent == "table") return {Role::caption};
  if (name == "nr" && (parent == "vraag" || parent == "antwoord")) return {Role::heading};
  if (name == "tekstregel" && attribute_of(element, "inhoud") == "zittingsduur") {
    return {Role::furniture};
  }
  if (name == "li") return {Role::item, 0, std::string(attribute_of(element, "nr"))};
  return {role_named(kRoles, name)};
}

Metadata metadata_of(const pugi::xml_document& document) {
  const pugi::xml_node root = document.document_element();
  if (local_name(root) == "cvdr") return record_in(child_of(root, "meta"));
  Metadata found = metadata_in(document);
  if (local_name(root) == "toestand")
    found.identifiers = {std::string(attribute_of(root, "bwb-id"))};
  return found;
}

}  // namespace

SourceText read_officiele_publicatie(std::string_view bytes, const std::string& name,
                                     const ReadLimits& limits) {
  XmlFile file = load_xml(bytes, name, limits);
  BlockWriter writer(name, limits);
  MarkupWalk walk(writer, role_of);
  walk.element(file.document.document_element());
  SourceText source = writer.finish();
  source.media_type = "application/vnd.officiele-publicatie+xml";
  source.encoding = std::move(file.encoding);
  source.warnings.insert(source.warnings.begin(), file.warnings.begin(), file.warnings.end());
  apply_metadata(metadata_of(file.document), source);
  take_title_from_hints(source);
  return source;
}

}  // namespace handvest
