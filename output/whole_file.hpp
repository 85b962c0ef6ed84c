// Files that are written whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace handvest {

/// Writes `bytes` under a temporary name beside `path` (ending in ".part-" and the process id) and
/// renames it. Throws Error (cannot_write) that names the file and the reason; then `path` is as it
/// was.
void write_whole_file(const std::string& path, std::string_view bytes);

/// Removes what process `process` left below `folder` of files that it had not finished; all such
/// files of any process for 0.
void remove_partial_files(const std::string& folder, int process = 0);

}  // namespace handvest
