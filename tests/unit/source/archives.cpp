#include <catch2/catch.hpp>

#include "packed.hpp"
#include "read_one.hpp"
#include "source/metadata_records.hpp"

using namespace handvest;
using namespace handvest::test;

namespace {

const std::string kRecord =
    "<metadata_gegevens><metadata name=\"DC.title\" content=\"Titel volgens het register\"/>"
    "<metadata name=\"DC.identifier\" content=\"stcrt-2031-12345\"/>"
    "<metadata name=\"DCTERMS.available\" content=\"2031-06-04\"/></metadata_gegevens>";

}  // namespace

TEST_CASE("a zip of several files gives several documents") {
  const auto documents = read_documents(
      packed({{"een.txt", "Eén"}, {"map/twee.txt", "Twee"}, {"logo.png", "\x89PNG\r\n"}}),
      "/ergens/alles.zip");
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].name == "alles.zip/een.txt");
  CHECK(documents[1].text == "Twee");
  CHECK(has_warning(documents[0], "skipped-member"));
}

TEST_CASE("a zip without a document is refused") {
  CHECK(refusal_of(packed({{"logo.png", "\x89PNG\r\n"}})) == ErrorCode::unsupported_format);
  CHECK(refusal_of(packed({})) == ErrorCode::unsupported_format);
}

TEST_CASE("gzip is unpacked, and its name shortened") {
  const auto documents = read_documents(packed({{"", "De wijk"}}, false), "wijk.txt.gz");
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].text == "De wijk");
  CHECK(documents[0].name == "wijk.txt");
}

TEST_CASE("archives are bounded in size and depth") {
  ReadLimits limits;
  limits.max_expansion = 10'000;
  const std::string large(5'000'000, 'a');
  CHECK(refusal_of(packed({{"groot.txt", large}}), limits) == ErrorCode::too_large);
  CHECK(refusal_of(packed({{"", large}}, false), limits) == ErrorCode::too_large);
  std::string nested = packed({{"een.txt", "Eén"}});
  CHECK(read_one(packed({{"zip", nested}})).text == "Eén");
  for (int i = 0; i < 5; ++i) nested = packed({{"zip", nested}});
  CHECK(refusal_of(nested) == ErrorCode::too_large);
}

TEST_CASE("a damaged archive gives what can be read") {
  const std::string zip =
      packed({{"een.txt", "Eén"}, {"twee.txt", std::string(3000, 'b') + "slot"}});
  std::string bytes = zip.substr(0, zip.size() - 60);
  const auto documents = read_documents(bytes, "in");
  CHECK(documents.at(0).text == "Eén");
}

TEST_CASE("a record in the zip describes the document beside it") {
  const SourceText source =
      read_one(packed({{"stcrt.xml", data_file("agreement.xml")}, {"metadata.xml", kRecord}}));
  CHECK(source.title == "Titel volgens het register");
  CHECK(source.date == "2031-06-04");
  CHECK(source.identifiers == std::vector<std::string>{"stcrt-2031-12345"});
}

TEST_CASE("metadata records are read in all their forms") {
  CHECK(read_metadata(kRecord, "in", {}).date == "2031-06-04");
  const Metadata owms = read_metadata(
      "<owms-metadata xmlns:dcterms=\"http://purl.org/dc/terms/\"><owmskern>"
      "<dcterms:identifier>gmb-2031-9</dcterms:identifier><dcterms:title>Over de "
      "wijk</dcterms:title>"
      "<dcterms:available>2031-05-04T09:00:00</dcterms:available></owmskern></owms-metadata>",
      "in", {});
  CHECK(owms.identifiers == std::vector<std::string>{"gmb-2031-9"});
  CHECK(owms.title == "Over de wijk");
  CHECK(owms.date == "2031-05-04");
  CHECK(refusal_of(kRecord) == ErrorCode::unsupported_format);
  CHECK_THROWS_AS(read_metadata("De wijk", "in", {}), Error);
}

TEST_CASE("a record given beside several documents goes to the publication that it names") {
  MetadataRecords records;
  records.add(read_metadata(kRecord, "in", {}));
  auto documents = read_documents(
      packed({{"een.txt", "Eén"}, {"stcrt-2031-12345.txt", "Twee"}, {"drie.txt", "Drie"}}), "in");
  records.describe(documents, false);
  CHECK(documents[0].title.empty());
  CHECK(documents[1].title == "Titel volgens het register");
  CHECK(documents[2].date.empty());
}

TEST_CASE("a title from the properties of a file is no file name") {
  CHECK(title_from_properties(" Convenant Zonnehoek\n") == "Convenant Zonnehoek");
  CHECK(title_from_properties("Microsoft Word - Convenant Zonnehoek").empty());
  CHECK(title_from_properties("convenant_def2.DOCX").empty());
  CHECK(title_from_properties(" \t").empty());
}

TEST_CASE("identifiers are found in references") {
  const auto found = identifiers_in(
      "https://zoek.officielebekendmakingen.nl/kst-30128-6.html, stcrt-2024-4561; "
      "https://wetten.overheid.nl/BWBR0005537/2024-01-01 en CVDR641872_2, h-tk-20072008-3-7. "
      "abstcrt-2024-1 en BWBR en kst-wonen");
  CHECK(found == std::vector<std::string>{"kst-30128-6", "stcrt-2024-4561", "BWBR0005537",
                                          "CVDR641872", "h-tk-20072008-3-7"});
}
