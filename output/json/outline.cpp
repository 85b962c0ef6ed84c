#include "output/json/nodes.hpp"

namespace handvest::json_detail {
namespace {

void write_item(JsonWriter& json, const Item& item, const Places& places) {
  json.begin_object();
  json.field("type", name_of(item.type));
  if (item.level > 0) json.field("level", item.level);
  json.field_if("marker", item.marker);
  json.field_if("table", item.table);
  json.field("text", places.text_of(item));
  places.field(json, "span", {item.spans.front().begin, item.spans.back().end});
  if (item.spans.size() > 1) places.array(json, "spans", item.spans);
  json.end_object();
}

void write_content(JsonWriter& json, const std::vector<Item>& content, const Places& places) {
  json.key("content");
  json.array(content, [&](const Item& item) { write_item(json, item, places); });
}

void write_block(JsonWriter& json, const Block& block, const Places& places) {
  json.begin_object();
  json.field("id", block.id);
  json.field("role", name_of(block.role));
  json.field("party", name_of(block.party));
  json.field("label", block.label);
  places.field(json, "label_span", block.label_span);
  places.field(json, "span", block.span);
  write_content(json, block.content, places);
  json.end_object();
}

void write_sections(JsonWriter& json, const std::vector<Section>& sections, const Places& places);

void write_section(JsonWriter& json, const Section& section, const Places& places) {
  json.begin_object();
  json.field("id", section.id);
  json.field_if("number", section.number);
  json.field("title", section.title);
  json.field_if("theme", section.theme);
  json.field("level", section.level);
  if (section.order) json.field("order", *section.order);
  if (!section.heading_span.empty()) places.field(json, "heading_span", section.heading_span);
  places.field(json, "span", section.span);
  write_content(json, section.content, places);
  json.key("blocks");
  json.array(section.blocks, [&](const Block& block) { write_block(json, block, places); });
  write_sections(json, section.sections, places);
  json.end_object();
}

void write_sections(JsonWriter& json, const std::vector<Section>& sections, const Places& places) {
  json.key("sections");
  json.array(sections, [&](const Section& section) { write_section(json, section, places); });
}

void write_footnotes(JsonWriter& json, const std::vector<Footnote>& footnotes,
                     const Places& places) {
  json.key("footnotes");
  json.array(footnotes, [&](const Footnote& footnote) {
    json.begin_object();
    json.field("mark", footnote.mark);
    json.field("text", footnote.text);
    places.field(json, "span", footnote.span);
    if (footnote.reference) places.field(json, "reference", *footnote.reference);
    json.end_object();
  });
}

/// Writes the tables of one charter, or those outside every charter.
class TableWriter {
 public:
  TableWriter(JsonWriter& json, const Places& places, const CellMentions& cells)
      : json_(json), places_(places), cells_(cells) {}

  void write(const std::vector<OutlineTable>& tables) const {
    json_.key("tables");
    json_.array(tables, [&](const OutlineTable& table) { write_table(table); });
  }

 private:
  void write_table(const OutlineTable& table) const {
    json_.begin_object();
    json_.field("id", table.id);
    json_.field_if("in", table.in);
    json_.field_if("caption", table.table.caption);
    write_rows("header", table.table.header);
    write_rows("rows", table.table.rows);
    places_.field(json_, "span", table.span);
    json_.end_object();
  }

  void write_rows(std::string_view name, const std::vector<TableRow>& rows) const {
    json_.key(name);
    json_.array(rows, [&](const TableRow& row) {
      json_.array(row.cells, [&](const TableCell& cell) { write_cell(cell); });
    });
  }

  void write_cell(const TableCell& cell) const {
    json_.begin_object();
    json_.field("text", cell.text);
    if (!cell.span.empty()) places_.field(json_, "span", cell.span);
    if (cell.ditto) json_.field("ditto", true);
    if (cell.row_span > 1) json_.field("row_span", cell.row_span);
    if (cell.column_span > 1) json_.field("column_span", cell.column_span);
    if (!cell.span.empty()) json_.field_if("mention", cells_.in(cell.span));
    json_.end_object();
  }

  JsonWriter& json_;
  const Places& places_;
  const CellMentions& cells_;
};

void write_parties(JsonWriter& json, const std::vector<Party>& parties, const Places& places) {
  json.key("parties");
  json.array(parties, [&](const Party& party) {
    json.begin_object();
    json.field("name", party.name);
    json.field_if("role", party.role);
    json.field_if("side", party.side);
    json.field_if("organisation", party.organisation);
    json.field_if("organisation_id", party.organisation_id);
    json.field_if("alias", party.alias);
    places.field(json, "span", party.span);
    json.end_object();
  });
}

void write_signature(JsonWriter& json, const Signature& signature, const Places& places) {
  json.key("signature");
  json.begin_object();
  json.field_if("place", signature.place);
  json.field_if("date", signature.date);
  if (signature.dates.size() > 1) {
    json.key("dates");
    json.array(signature.dates, [&](const std::string& date) { json.value(date); });
  }
  if (signature.copies) json.field("copies", *signature.copies);
  places.field(json, "span", signature.span);
  json.end_object();
}

void write_validity(JsonWriter& json, const Validity& validity, const Places& places) {
  json.key("validity");
  json.begin_object();
  json.field("period", validity.period);
  places.field(json, "span", validity.span);
  json.end_object();
}

void write_city(JsonWriter& json, const City& city) {
  json.key("city");
  json.begin_object();
  json.field("name", city.name);
  json.field_if("id", city.id);
  json.end_object();
}

void write_neighbourhoods(JsonWriter& json, const std::vector<Neighbourhood>& neighbourhoods,
                          const Places& places) {
  json.key("neighbourhoods");
  json.array(neighbourhoods, [&](const Neighbourhood& neighbourhood) {
    json.begin_object();
    json.field("name", neighbourhood.name);
    places.field(json, "span", neighbourhood.span);
    json.end_object();
  });
}

/// What the meaning stage read of a charter; an empty agreement when it read nothing.
const Agreement& agreement_of(const Meaning& meaning, std::string_view charter) {
  static const Agreement kNone;
  for (const auto& agreement : meaning.agreements) {
    if (agreement.charter == charter) return agreement;
  }
  return kNone;
}

// A document that is itself one agreement.
void write_own_agreement(JsonWriter& json, const Agreement& agreement, const Places& places) {
  if (!agreement.parties.empty()) write_parties(json, agreement.parties, places);
  if (agreement.signature) write_signature(json, *agreement.signature, places);
  if (agreement.validity) write_validity(json, *agreement.validity, places);
}

void write_charter(JsonWriter& json, const Charter& charter, const Agreement& agreement,
                   const Places& places, const TableWriter& tables) {
  json.begin_object();
  json.field("id", charter.id);
  json.field_if("number", charter.number);
  json.field("title", charter.title);
  write_city(json, charter.city);
  write_neighbourhoods(json, agreement.neighbourhoods, places);
  places.field(json, "span", charter.span);
  write_content(json, charter.content, places);
  write_parties(json, agreement.parties, places);
  if (agreement.signature) write_signature(json, *agreement.signature, places);
  if (agreement.validity) write_validity(json, *agreement.validity, places);
  write_sections(json, charter.sections, places);
  write_footnotes(json, charter.footnotes, places);
  tables.write(charter.tables);
  json.end_object();
}

}  // namespace

void write_outline(JsonWriter& json, const Extraction& extraction, const Places& places) {
  const Outline& outline = extraction.outline;
  const CellMentions cells(extraction.mentions.mentions);
  const TableWriter tables(json, places, cells);
  write_content(json, outline.content, places);
  write_own_agreement(json, agreement_of(extraction.meaning, {}), places);
  write_sections(json, outline.sections, places);
  write_footnotes(json, outline.footnotes, places);
  tables.write(outline.tables);
  json.key("charters");
  json.array(outline.charters, [&](const Charter& charter) {
    write_charter(json, charter, agreement_of(extraction.meaning, charter.id), places, tables);
  });
}

}  // namespace handvest::json_detail
