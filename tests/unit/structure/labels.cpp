#include <catch2/catch.hpp>

#include "structure/labels.hpp"
#include "support.hpp"

using namespace handvest;

namespace {

// Role and party of a line in the charter of Meppel; empty when it is no label.
std::string label_of(const std::string& line) {
  const structure::Profile profile(test::grammar(), *test::grammar().subject("profile-charter"));
  const structure::Places places(test::grammar());
  Element element;
  element.printed = line.size();
  element.spans = {{0, line.size()}};
  const auto pieces = structure::pieces_of(line, {element});
  const auto label =
      structure::LabelRules(profile, places).label(pieces.front(), {"Meppel", "gm0119"});
  if (!label) return {};
  return std::string(name_of(label->role)) + " " + name_of(label->party) + " " + label->text;
}

}  // namespace

TEST_CASE("labels in all styles of print") {
  CHECK(label_of("Gezamenlijke ambitie") == "ambitie gezamenlijk Gezamenlijke ambitie");
  CHECK(label_of("a. Gezamenlijke ambitie:") == "ambitie gezamenlijk Gezamenlijke ambitie");
  CHECK(label_of("**b. Inzet  stad**") == "inzet stad Inzet stad");
  CHECK(label_of("INZET RIJK") == "inzet rijk INZET RIJK");
  CHECK(label_of("c. lnzet rijk") == "inzet rijk lnzet rijk");
  CHECK(label_of("b. Inzet stad (af in 2014)") == "inzet stad Inzet stad (af in 2014)");
  CHECK(label_of("Ambitie rijk en partners") == "ambitie rijk_partners Ambitie rijk en partners");
  CHECK(label_of("Ambitie en inzet rijk") == "ambitie+inzet rijk Ambitie en inzet rijk");
  CHECK(label_of("Inzet van het rijk") == "inzet rijk Inzet van het rijk");
}

TEST_CASE("the city of a label is the charter's own") {
  CHECK(label_of("Inzet Meppel") == "inzet stad Inzet Meppel");
  CHECK(label_of("Inzet gemeente Meppel") == "inzet stad Inzet gemeente Meppel");
  CHECK(label_of("Inzet Hoogeveen").empty());
  CHECK(label_of("Inzet buurtbus").empty());
}

TEST_CASE("sentences and headings that begin like labels are none") {
  CHECK(label_of("Inzet van extra handhavers bij de haven").empty());
  CHECK(label_of("Inzet rijk wordt later besproken.").empty());
  CHECK(label_of("Ambitie en planning").empty());
  CHECK(label_of("Ambities:").empty());
  CHECK(label_of("Gezamenlijke ambities zijn er genoeg.").empty());
}
