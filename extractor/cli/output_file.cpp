#include "cli/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "output/whole_file.hpp"
#include "text/diagnostic.hpp"

namespace handvest::cli {
namespace {

void write_directly(const std::string& name, int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return;
    if (written < 0) {
      throw Error(ErrorCode::cannot_write, {name, 0, 0, 0},
                  std::string("the output cannot be written: ") + std::strerror(errno));
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void write_output(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_directly("standard output", STDOUT_FILENO, bytes);
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
    return write_whole_file(path, bytes);
  }
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw Error(ErrorCode::cannot_write, {path, 0, 0, 0},
                std::string("the output cannot be opened: ") + std::strerror(errno));
  }
  write_directly(path, descriptor, bytes);
  ::close(descriptor);
}

}  // namespace handvest::cli
