// The files that writers need, compiled into the program.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/embedded.hpp"

namespace handvest {

/// All files that output/CMakeLists.txt embeds.
std::vector<EmbeddedFile> output_files();

/// The bytes of one of them, by its file name. Throws std::out_of_range when there is none.
std::string_view output_file(std::string_view name);

}  // namespace handvest
