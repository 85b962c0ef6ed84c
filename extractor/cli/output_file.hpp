// Writing results whole or not at all.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "output/byte_sink.hpp"

namespace handvest::cli {

/// Writes what `write` gives to `path`, or to standard output for "-". A file is written under a
/// temporary name beside it and renamed, so that it is whole or absent; devices and pipes are
/// written directly. Throws Error (cannot_write) that names the file and the reason. A closed pipe
/// is no error.
void write_output(const std::string& path, const std::function<void(const ByteSink&)>& write);
void write_output(const std::string& path, std::string_view bytes);

}  // namespace handvest::cli
