// What the tests of the readers have in common.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "source/read.hpp"

namespace handvest::test {

inline SourceText read_one(const std::string& bytes, const ReadLimits& limits = {}) {
  return read_documents(bytes, "in", limits).at(0);
}

/// Bytes of a file in tests/unit/source/data.
inline std::string data_file(const std::string& name) {
  std::ifstream stream(HANDVEST_ROOT "/tests/unit/source/data/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

/// Texts of all hints of a kind, in order, with their level and marker before them: "1|2.|text".
inline std::vector<std::string> hinted(const SourceText& source, HintKind kind) {
  std::vector<std::string> texts;
  for (const auto& hint : source.hints) {
    if (hint.kind != kind) continue;
    texts.push_back(std::to_string(hint.level) + "|" + hint.marker + "|" +
                    std::string(slice(source.text, hint.span)));
  }
  return texts;
}

inline bool has_warning(const SourceText& source, const std::string& code) {
  return std::any_of(source.warnings.begin(), source.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

/// The code with which an input is refused; fails the test by another exception when it is read.
inline ErrorCode refusal_of(const std::string& bytes, const ReadLimits& limits = {}) {
  try {
    read_documents(bytes, "in", limits);
  } catch (const Error& error) {
    return error.code();
  }
  throw std::logic_error("the input was read");
}

}  // namespace handvest::test
