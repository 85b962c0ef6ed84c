#include <archive.h>
#include <archive_entry.h>

#include <catch2/catch.hpp>

#include "read_one.hpp"
#include "source/metadata.hpp"

using namespace handvest;
using namespace handvest::test;

namespace {

struct Member {
  std::string name;
  std::string bytes;
};

// A zip of the members, or one member's gzip.
std::string packed(const std::vector<Member>& members, bool zip = true) {
  std::string bytes(std::size_t{1} << 20U, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  if (zip) {
    archive_write_set_format_zip(writer);
  } else {
    archive_write_add_filter_gzip(writer);
    archive_write_set_format_raw(writer);
  }
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

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

TEST_CASE("identifiers are found in references") {
  const auto found = identifiers_in(
      "https://zoek.officielebekendmakingen.nl/kst-30128-6.html, stcrt-2024-4561; "
      "https://wetten.overheid.nl/BWBR0005537/2024-01-01 en CVDR641872_2, h-tk-20072008-3-7. "
      "abstcrt-2024-1 en BWBR en kst-wonen");
  CHECK(found == std::vector<std::string>{"kst-30128-6", "stcrt-2024-4561", "BWBR0005537",
                                          "CVDR641872", "h-tk-20072008-3-7"});
}
