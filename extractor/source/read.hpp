// Reads bytes of any known format into SourceText.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/limits.hpp"
#include "source/source_text.hpp"

namespace handvest {

/// Reads the documents in `bytes`: one, or several for an archive of several files. The format is
/// told by content (see formats.hpp); `name` is used in messages and in the result only, without
/// its folder. A metadata record in an archive is applied to the documents beside it. Throws Error
/// (unsupported_format, bad_encoding, damaged, needs_ocr, too_large) when nothing can be read; in
/// an archive, a member that cannot be read becomes a warning of the first document that can.
std::vector<SourceText> read_documents(std::string_view bytes, const std::string& name,
                                       const ReadLimits& limits = {});

/// The bytes of a file, or of standard input for "-"; reads no more than limits.max_bytes. Throws
/// Error (cannot_open, cannot_read, is_directory, too_large) that names the file.
std::string read_bytes(const std::string& path, const ReadLimits& limits = {});

}  // namespace handvest
