// Reads bytes of any known format into SourceText.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_text.hpp"

namespace handvest {

/// Bounds on what a reader may use; a document beyond them is refused with ErrorCode::too_large.
struct ReadLimits {
  std::size_t max_bytes = std::size_t{512} << 20U;  ///< size of the input
  std::size_t max_expansion = std::size_t{1}
                              << 30U;  ///< bytes unpacked from archives, or made from markup
  std::size_t max_depth = 2000;        ///< nesting of elements
};

/// Reads one document from `bytes`. `name` is used in messages and in the result only: the format
/// is told by content. Gives several documents for an archive of several files. Throws Error.
std::vector<SourceText> read_documents(std::string_view bytes, const std::string& name,
                                       const ReadLimits& limits = {});

/// The bytes of a file, or of standard input for "-". Throws Error (cannot_open, cannot_read,
/// is_directory, too_large) that names the file.
std::string read_bytes(const std::string& path, const ReadLimits& limits = {});

}  // namespace handvest
