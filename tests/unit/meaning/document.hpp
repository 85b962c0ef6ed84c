// Reads a small charter through all stages below meaning, for the tests of meaning.
#pragma once

#include <string>

#include "layout/layout.hpp"
#include "meaning/meaning.hpp"
#include "mentions/mentions.hpp"
#include "structure/structure.hpp"

namespace handvest::test {

inline const Grammar& grammar() {
  static const Grammar kGrammar = builtin_grammar();
  return kGrammar;
}

struct Document {
  SourceText source;
  Outline outline;
  Mentions mentions;
  Meaning meaning;
};

/// A charter of Delft on the neighbourhoods Kade and Hof, signed in 2008, with `body` in a block
/// 'Gezamenlijke ambitie' (or the label that `body` begins with).
inline std::string charter_text(const std::string& body, const std::string& city = "Delft") {
  return "1. Charter\n\nBetreffende de aanpak van de wijken Kade en Hof te " + city +
         "\n\nHet college van burgemeester en wethouders van de gemeente " + city +
         ", namens deze,\n\nDe wethouder van Wonen,\ndrs. A. Vos\n\n"
         "handelend als bestuursorgaan en als vertegenwoordiger van de Staat der Nederlanden.\n\n"
         "1. Op het gebied van VEILIGHEID\n\nGezamenlijke ambitie\n\n" +
         body + "\n\nAldus opgemaakt en in tweevoud ondertekend te " + city + " op 3 mei 2008\n\n";
}

inline Document read(const std::string& text) {
  Document document;
  document.source.text = text;
  document.outline =
      find_structure(document.source, find_layout(document.source, grammar()), grammar());
  document.mentions = find_mentions(document.source, document.outline, grammar());
  for (auto& mention : document.mentions.mentions) {
    mention.id = "m" + std::to_string(mention.span.begin);
  }
  document.meaning = find_meaning(document.source, document.outline, document.mentions, grammar());
  return document;
}

/// "34@2006>29@2011 %" for each target, joined by "; ".
inline std::string targets_of(const std::string& body) {
  const Document document = read(charter_text(body));
  std::string all;
  const auto point = [](const TargetPoint& p) {
    return (p.value ? p.value->to_string() : std::string()) + "@" + p.date;
  };
  for (const Target& target : document.meaning.targets) {
    if (!all.empty()) all += "; ";
    all += point(target.baseline) + ">" + point(target.target) + " " + std::string(target.unit);
  }
  return all;
}

}  // namespace handvest::test
