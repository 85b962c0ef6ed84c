// Files that are written whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace handvest {

/// A file that grows under a temporary name beside `path` (ending in ".part-" and the process id)
/// and gets its own name when it is whole. Every failure throws Error (cannot_write) that names the
/// file and the reason; then, and without finish(), `path` is as it was.
class WholeFile {
 public:
  explicit WholeFile(const std::string& path);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void append(std::string_view bytes);
  void finish();

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
};

/// The temporary name for `path` in this process.
std::string partial_name(const std::string& path);

/// A WholeFile of `bytes`.
void write_whole_file(const std::string& path, std::string_view bytes);

/// Removes what process `process` left below `folder` of files that it had not finished; all such
/// files of any process for 0.
void remove_partial_files(const std::string& folder, int process = 0);

}  // namespace handvest
