#include "output/json/nodes.hpp"

namespace handvest::json_detail {
namespace {

Json item_node(const Item& item, const Places& places) {
  Json node = {{"type", name_of(item.type)}};
  if (item.level > 0) node["level"] = item.level;
  set_if(node, "marker", item.marker);
  set_if(node, "table", item.table);
  node["text"] = item.text;
  node["span"] = places.span({item.spans.front().begin, item.spans.back().end});
  if (item.spans.size() > 1) {
    for (const auto& span : item.spans) node["spans"].push_back(places.span(span));
  }
  return node;
}

Json items(const std::vector<Item>& content, const Places& places) {
  Json nodes = Json::array();
  for (const auto& item : content) nodes.push_back(item_node(item, places));
  return nodes;
}

Json block_node(const Block& block, const Places& places) {
  return {{"id", block.id},
          {"role", name_of(block.role)},
          {"party", name_of(block.party)},
          {"label", block.label},
          {"span", places.span(block.span)},
          {"content", items(block.content, places)}};
}

Json sections_node(const std::vector<Section>& sections, const Places& places);

Json section_node(const Section& section, const Places& places) {
  Json node = {{"id", section.id}};
  set_if(node, "number", section.number);
  node["title"] = section.title;
  set_if(node, "theme", section.theme);
  node["level"] = section.level;
  if (section.order) node["order"] = *section.order;
  node["span"] = places.span(section.span);
  node["content"] = items(section.content, places);
  node["blocks"] = Json::array();
  for (const auto& block : section.blocks) node["blocks"].push_back(block_node(block, places));
  node["sections"] = sections_node(section.sections, places);
  return node;
}

Json sections_node(const std::vector<Section>& sections, const Places& places) {
  Json nodes = Json::array();
  for (const auto& section : sections) nodes.push_back(section_node(section, places));
  return nodes;
}

Json footnotes_node(const std::vector<Footnote>& footnotes, const Places& places) {
  Json nodes = Json::array();
  for (const auto& footnote : footnotes) {
    Json node = {
        {"mark", footnote.mark}, {"text", footnote.text}, {"span", places.span(footnote.span)}};
    if (footnote.reference) node["reference"] = places.span(*footnote.reference);
    nodes.push_back(std::move(node));
  }
  return nodes;
}

Json row_node(const TableRow& row, const Places& places, const CellMentions& cells) {
  Json nodes = Json::array();
  for (const auto& cell : row.cells) {
    Json node = {{"text", cell.text}};
    if (!cell.span.empty()) node["span"] = places.span(cell.span);
    if (cell.ditto) node["ditto"] = true;
    if (cell.row_span > 1) node["row_span"] = cell.row_span;
    if (cell.column_span > 1) node["column_span"] = cell.column_span;
    set_if(node, "mention", cell.span.empty() ? std::string() : cells.in(cell.span));
    nodes.push_back(std::move(node));
  }
  return nodes;
}

Json tables_node(const std::vector<OutlineTable>& tables, const Places& places,
                 const CellMentions& cells) {
  Json nodes = Json::array();
  for (const auto& table : tables) {
    Json node = {{"id", table.id}};
    set_if(node, "in", table.in);
    set_if(node, "caption", table.table.caption);
    node["header"] = Json::array();
    for (const auto& row : table.table.header)
      node["header"].push_back(row_node(row, places, cells));
    node["rows"] = Json::array();
    for (const auto& row : table.table.rows) node["rows"].push_back(row_node(row, places, cells));
    node["span"] = places.span(table.span);
    nodes.push_back(std::move(node));
  }
  return nodes;
}

Json parties_node(const std::vector<Party>& parties, const Places& places) {
  Json nodes = Json::array();
  for (const auto& party : parties) {
    Json node = {{"name", party.name}};
    set_if(node, "role", party.role);
    set_if(node, "side", party.side);
    set_if(node, "organisation", party.organisation);
    set_if(node, "organisation_id", party.organisation_id);
    set_if(node, "alias", party.alias);
    node["span"] = places.span(party.span);
    nodes.push_back(std::move(node));
  }
  return nodes;
}

Json signature_node(const Signature& signature, const Places& places) {
  Json node = Json::object();
  set_if(node, "place", signature.place);
  set_if(node, "date", signature.date);
  if (signature.dates.size() > 1) node["dates"] = signature.dates;
  if (signature.copies) node["copies"] = *signature.copies;
  node["span"] = places.span(signature.span);
  return node;
}

Json city_node(const City& city) {
  Json node = {{"name", city.name}};
  set_if(node, "id", city.id);
  return node;
}

const Agreement* agreement_of(const Meaning& meaning, const std::string& charter) {
  for (const auto& agreement : meaning.agreements) {
    if (agreement.charter == charter) return &agreement;
  }
  return nullptr;
}

Json neighbourhoods_node(const Agreement* agreement, const Places& places) {
  Json nodes = Json::array();
  if (agreement == nullptr) return nodes;
  for (const auto& neighbourhood : agreement->neighbourhoods) {
    nodes.push_back({{"name", neighbourhood.name}, {"span", places.span(neighbourhood.span)}});
  }
  return nodes;
}

Json charter_node(const Charter& charter, const Agreement* agreement, const Places& places,
                  const CellMentions& cells) {
  Json node = {{"id", charter.id}};
  set_if(node, "number", charter.number);
  node["title"] = charter.title;
  node["city"] = city_node(charter.city);
  node["neighbourhoods"] = neighbourhoods_node(agreement, places);
  node["span"] = places.span(charter.span);
  node["content"] = items(charter.content, places);
  node["parties"] = agreement != nullptr ? parties_node(agreement->parties, places) : Json::array();
  if (agreement != nullptr && agreement->signature) {
    node["signature"] = signature_node(*agreement->signature, places);
  }
  if (agreement != nullptr && agreement->validity) {
    node["validity"] = {{"period", agreement->validity->period},
                        {"span", places.span(agreement->validity->span)}};
  }
  node["sections"] = sections_node(charter.sections, places);
  node["footnotes"] = footnotes_node(charter.footnotes, places);
  node["tables"] = tables_node(charter.tables, places, cells);
  return node;
}

}  // namespace

void add_document_outline(Json& root, const Extraction& extraction, const Places& places,
                          const CellMentions& cells) {
  const Outline& outline = extraction.outline;
  root["content"] = items(outline.content, places);
  root["sections"] = sections_node(outline.sections, places);
  root["footnotes"] = footnotes_node(outline.footnotes, places);
  root["tables"] = tables_node(outline.tables, places, cells);
  root["charters"] = Json::array();
  for (const auto& charter : outline.charters) {
    root["charters"].push_back(
        charter_node(charter, agreement_of(extraction.meaning, charter.id), places, cells));
  }
}

}  // namespace handvest::json_detail
