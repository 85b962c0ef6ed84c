#include "text/fold.hpp"

#include <catch2/catch.hpp>

using handvest::fold;
using handvest::slug;

TEST_CASE("folding drops case, diacritics and marks") {
  CHECK(fold("Leren & Opgroeien:") == "leren opgroeien");
  CHECK(fold("Één coördinatie, ÀÇÑÝ ÿ") == "een coordinatie acny y");
  CHECK(fold("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ") == "aaaaaaceeeeiiiinooooouuuuy");
  CHECK(fold("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ") == "aaaaaaceeeeiiiinooooouuuuyy");
  CHECK(fold("‘wijk’ – 40\u00A0%… € 5") == "wijk 40 5");
  CHECK(slug("Op het gebied van WONEN") == "op-het-gebied-van-wonen");
}

TEST_CASE("folding knows what is beyond the common characters") {
  CHECK(fold("Łódź Æsir ½ ﬁets") == "łodz æsir 1 2 fiets");
  CHECK(fold("e\u0301e\u0301n") == "een");
  CHECK(fold("æ × é") == "æ e");
  CHECK(fold("Æ Ð Ø Þ ß ð ÷ ø þ") == "æ ð ø þ ß ð ø þ");
}
