#include "support.hpp"

namespace handvest::test {
namespace {

void add(const std::vector<Section>& sections, const std::string& indent,
         std::vector<std::string>& lines) {
  for (const auto& section : sections) {
    const std::string number = section.number.empty() ? "" : section.number + " ";
    lines.push_back(indent + number + section.title + " [" + section.theme + "]");
    for (const auto& block : section.blocks) {
      lines.push_back(indent + "- " + name_of(block.role) + " " + name_of(block.party) + ": " +
                      block.label);
    }
    add(section.sections, indent + "  ", lines);
  }
}

}  // namespace

const Grammar& grammar() {
  static const Grammar loaded = builtin_grammar();
  return loaded;
}

Outline outline_of(const std::string& text, const std::string& profile) {
  SourceText source;
  source.text = text;
  return find_structure(source, find_layout(source, grammar()), grammar(), profile);
}

std::vector<std::string> tree_of(const std::vector<Section>& sections) {
  std::vector<std::string> lines;
  add(sections, "", lines);
  return lines;
}

std::string charter(const std::string& body) {
  return "4. Charter 'Aan het water'\n\n"
         "Betreffende de aanpak van de Oeverwijk te Meppel\n\n"
         "Het college van burgemeester en wethouders van de gemeente Meppel, namens deze,\n\n"
         "drs. A. Waterman\n\n"
         "handelend als bestuursorgaan en als vertegenwoordiger van de Staat der Nederlanden.\n\n"
         "Preambule\n\nDe Oeverwijk ligt mooi maar vergeten.\n\n" +
         body;
}

std::vector<std::string> warnings_of(const Outline& outline) {
  std::vector<std::string> codes;
  codes.reserve(outline.warnings.size());
  for (const auto& warning : outline.warnings) codes.push_back(warning.code);
  return codes;
}

}  // namespace handvest::test
