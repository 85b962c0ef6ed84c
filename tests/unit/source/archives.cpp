#include <catch2/catch.hpp>

#include "packed.hpp"
#include "read_one.hpp"
#include "source/archive.hpp"
#include "source/metadata_records.hpp"

using namespace handvest;
using namespace handvest::test;
using namespace std::string_literals;

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

TEST_CASE("an archive is refused before it takes much memory") {
  // 1 GB of one letter packs to a thousandth, and a little of it packs by as much.
  const std::string large(70'000'000, 'a');
  const std::string gzip = packed({{"", large}}, false);
  CHECK(refusal_of(gzip) == ErrorCode::too_large);
  CHECK(refusal_of(packed({{"groot.txt", large}})) == ErrorCode::too_large);
  ReadLimits generous;
  generous.max_ratio = 10'000;
  CHECK(read_one(gzip, generous).text.size() == large.size());
  generous.max_expansion = 60'000'000;
  CHECK(refusal_of(gzip, generous) == ErrorCode::too_large);
}

TEST_CASE("the bound on the ratio lets small archives be") {
  const ReadLimits limits;
  CHECK(expansion_budget(0, limits).left == kUnpackedAtLeast);
  CHECK(expansion_budget(1'000'000, limits).left == 100'000'000);
  CHECK(expansion_budget(1'000'000, limits).reason.find("--max-ratio") != std::string::npos);
  CHECK(expansion_budget(100'000'000, limits).left == limits.max_expansion);
  CHECK(expansion_budget(~std::size_t{0}, limits).reason.find("--max-expansion") !=
        std::string::npos);
}

TEST_CASE("gzip that is longer than is kept at once is read whole") {
  std::string text;
  for (int i = 0; text.size() < 17'000'000; ++i) text += std::to_string(i) + '\n';
  const std::string bytes = packed({{"", text}}, false);
  CHECK(read_one(bytes).text == text);
  const SourceText cut = read_one(bytes.substr(0, bytes.size() - 100'000));
  CHECK(text.starts_with(cut.text));
  CHECK(has_warning(cut, "damaged-archive"));
}

TEST_CASE("gzip of several members is their texts together") {
  const std::string bytes = packed({{"", "Eén "}}, false) + packed({{"", "twee"}}, false);
  CHECK(read_one(bytes).text == "Eén twee");
}

TEST_CASE("pictures in a zip are looked at, not unpacked") {
  const std::string picture = "\x89PNG\r\n\x1A\n" + std::string(2'000'000, 'x');
  ReadLimits limits;
  limits.max_expansion = 500'000;
  const std::string zip = packed({{"scan.png", picture}, {"een.txt", "Eén"}});
  CHECK(read_one(zip, limits).text == "Eén");
  CHECK(refusal_of(packed({{"scan.txt", picture.substr(9)}}), limits) == ErrorCode::too_large);
}

TEST_CASE("a member that is larger than its zip says is damaged") {
  std::string zip = packed({{"een.txt", std::string(300'000, 'a')}});
  // The size stands before its bytes and in the central directory (APPNOTE 4.3.7, 4.3.12).
  zip.replace(zip.find("PK\x03\x04") + 22, 4, "\x00\x00\x01\x00"s);
  zip.replace(zip.rfind("PK\x01\x02") + 24, 4, "\x00\x00\x01\x00"s);
  const SourceText source = read_one(zip);
  CHECK(source.text.size() < 300'000);
  CHECK(has_warning(source, "damaged-archive"));
}

TEST_CASE("names in an archive lose what no file can bear") {
  const auto documents =
      read_documents(packed({{"a\x01\n.txt", "Eén"}, {"b\xFF.txt", "Twee"}}), "in");
  CHECK(documents.at(0).name == "in/a__.txt");
  CHECK(documents.at(1).name == "in/b_.txt");
}
