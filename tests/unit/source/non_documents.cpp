#include "source/non_documents.hpp"

#include <catch2/catch.hpp>

#include "packed.hpp"
#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;
using namespace std::string_literals;

namespace {

NonDocument kind(const std::string& name, const std::string& bytes) {
  return non_document({name, bytes, bytes});
}

}  // namespace

TEST_CASE("what handvest wrote is told by its marks") {
  for (const std::string bytes :
       {"{\n  \"format\": \"handvest/1\",\n  \"source\": {}\n}\n",
        "{\"record\":\"mention\",\"document\":\"a\",\"text\":\"Derde\"}\n",
        "{\n  \"@context\": \"x\",\n  \"id\": \"urn:handvest:a\"\n}\n",
        "T1\tordinal 37 42\tDerde\n#1\tAnnotatorNotes T1\t3\n", "#FORMAT=WebAnno TSV 3.3\n",
        "<!DOCTYPE html>\n<html><head>\n<meta name=\"generator\" content=\"handvest\">\n"}) {
    INFO(bytes);
    CHECK(kind("a.txt", bytes) == NonDocument::own_output);
  }
}

TEST_CASE("JSON is told from prose in brackets") {
  CHECK(kind("a.txt", "{\"wijk\": \"Zonnehoek\"}") == NonDocument::data);
  CHECK(kind("a.txt", "\xEF\xBB\xBF[ {\"wijk\" : 1}, {} ]\n") == NonDocument::data);
  CHECK(kind("a.json", "[1] Zie ook [2]") == NonDocument::none);
  CHECK(kind("a.json", "{ concept } van het convenant }") == NonDocument::none);
  CHECK(kind("a.json", "{\"Wijk\", zei hij, \"is: mooi\"}") == NonDocument::none);
  CHECK(kind("a.json", "{\"wijk\": \"Zonne") == NonDocument::none);
  CHECK(kind("a.json", "") == NonDocument::none);
}

TEST_CASE("a table has its name and its separators") {
  CHECK(kind("A.TSV", "wijk\tjaar\nZonnehoek\t2011\n") == NonDocument::table);
  CHECK(kind("a.csv", "wijk;jaar\nZonnehoek;2011\n") == NonDocument::table);
  CHECK(kind("a.txt", "wijk\tjaar\nZonnehoek\t2011\n") == NonDocument::none);
  CHECK(kind("a.csv", "Het convenant van de wijk\nis, zo zegt men, klaar.\n") == NonDocument::none);
  CHECK(kind("a.css", "body { margin: 0 }") == NonDocument::web_page_part);
  CHECK(kind("a.css", "De stijl van de wijk.") == NonDocument::none);
}

TEST_CASE("binary files are told by their first bytes") {
  CHECK(kind("a.txt", "SQLite format 3\0xyz"s) == NonDocument::database);
  CHECK(kind("a.txt", "\x89PNG\r\n\x1A\n") == NonDocument::image);
  CHECK(kind("a.txt", "BM\0\0"s) == NonDocument::image);
  CHECK(kind("a.txt", "BMW rijdt in 2011.") == NonDocument::none);
  CHECK(kind("a.txt",
             "\0\0\0\x18"
             "ftypmp42"s) == NonDocument::media);
  CHECK(kind("a.txt", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>") ==
        NonDocument::image);
  CHECK(kind("a.txt", "<metadata_gegevens/>") == NonDocument::metadata_record);
}

TEST_CASE("what may be a document is none of these") {
  CHECK(kind("a.pdf", "%PDF-1.4\n") == NonDocument::none);
  CHECK(kind("a.bin", std::string(100, '\0')) == NonDocument::none);
  CHECK(kind("a.zip", packed({{"een.txt", "Eén"}})) == NonDocument::none);
  CHECK(kind("a.xml", "<?xml version='1.0'?><iets/>") == NonDocument::none);
  CHECK(kind("a.html", "<p>{\"wijk\": 1}</p>") == NonDocument::none);
}

TEST_CASE("an archive is read without what is no document in it") {
  const SourceText source = read_one(packed({{"een.txt", "Eén"},
                                             {"a.json", "{\"wijk\": 1}"},
                                             {"b.csv", "wijk;jaar\n"},
                                             {"c.csv", "wijk;jaar\n"}}));
  REQUIRE(source.warnings.size() == 1);
  CHECK(source.warnings[0].message ==
        "files were left out of in: 3 that are no documents (JSON: 1, tables: 2)");
}
