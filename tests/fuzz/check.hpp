// What every reader promises for any bytes at all: a document whose spans are
// sound, or an Error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "source/formats.hpp"

namespace handvest::fuzz {

/// Limits small enough that one input takes well under a second.
ReadLimits small_limits();

/// Ends the program with a message when a promise is broken.
void check(const SourceText& source);

using Reader = SourceText (*)(std::string_view, const std::string&, const ReadLimits&);

/// Reads the bytes and checks the result; an Error is a right answer, any other
/// exception is not.
void read(Reader reader, const std::uint8_t* data, std::size_t size);

}  // namespace handvest::fuzz
