#include "output/whole_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "text/diagnostic.hpp"

namespace handvest {
namespace {

constexpr std::string_view kPartial = ".part-";

[[noreturn]] void refuse(const std::string& path, int number) {
  throw Error(ErrorCode::cannot_write, {path, 0, 0, 0},
              std::string("the output cannot be written: ") + std::strerror(number) +
                  "; nothing was left under this name");
}

// errno of the failure, or 0.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

std::string partial_name(const std::string& path) {
  return path + std::string(kPartial) + std::to_string(::getpid());
}

WholeFile::WholeFile(const std::string& path) : path_(path), temporary_(partial_name(path)) {
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor_ < 0) refuse(path_, errno);
}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void WholeFile::append(std::string_view bytes) {
  const int failure = write_all(descriptor_, bytes);
  if (failure != 0) refuse(path_, failure);
}

void WholeFile::finish() {
  if (::close(std::exchange(descriptor_, -1)) != 0) refuse(path_, errno);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) refuse(path_, errno);
  temporary_.clear();
}

void write_whole_file(const std::string& path, std::string_view bytes) {
  WholeFile file(path);
  file.append(bytes);
  file.finish();
}

void remove_partial_files(const std::string& folder, int process) {
  namespace fs = std::filesystem;
  const std::string mark = std::string(kPartial) + (process > 0 ? std::to_string(process) : "");
  std::error_code ignored;
  std::vector<fs::path> partial;
  for (fs::recursive_directory_iterator it(folder, ignored), end; it != end;
       it.increment(ignored)) {
    const std::string name = it->path().filename().string();
    const auto at = name.rfind(mark);
    if (at == std::string::npos) continue;
    if (process == 0 || at + mark.size() == name.size()) partial.push_back(it->path());
  }
  for (const auto& path : partial) fs::remove(path, ignored);
}

}  // namespace handvest
