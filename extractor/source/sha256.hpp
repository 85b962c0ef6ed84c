// SHA-256 (FIPS 180-4), the checksum that ties an output to the text its offsets speak of.
#pragma once

#include <string>
#include <string_view>

namespace handvest {

/// Lower-case hexadecimal SHA-256 of `bytes`.
std::string sha256_hex(std::string_view bytes);

}  // namespace handvest
