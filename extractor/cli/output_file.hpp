// Writing results whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace handvest::cli {

/// Writes `bytes` to `path`, or to standard output for "-". A file is written under a temporary
/// name beside it and renamed, so that it is whole or absent; devices and pipes are written
/// directly. Throws Error (cannot_write) that names the file and the reason. A closed pipe is no
/// error.
void write_output(const std::string& path, std::string_view bytes);

}  // namespace handvest::cli
