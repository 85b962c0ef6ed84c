#include "output/json.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "sample.hpp"

using namespace handvest;

namespace {

const std::string kExpected = HANDVEST_ROOT "/tests/unit/output/sample.json";

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace

// tests/cli/outputs_schema.py holds the same file against the schema. HANDVEST_REWRITE=1 writes it
// anew; the test fails then, so that the switch is never left on.
TEST_CASE("a document with every field is written as expected") {
  const std::string written = to_json(test::sample());
  if (std::getenv("HANDVEST_REWRITE") != nullptr) {
    std::ofstream(kExpected, std::ios::binary) << written;
    FAIL("sample.json was written anew: look at the difference and unset HANDVEST_REWRITE");
  }
  CHECK(written == file(kExpected));
}
