// The grammar files that were compiled into the program.
#pragma once

#include <string_view>
#include <vector>

namespace handvest {

struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

/// All of grammars/nl/*.xml as they were at build time, ordered by name.
std::vector<EmbeddedFile> embedded_files();

}  // namespace handvest
