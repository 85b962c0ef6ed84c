#include "cli/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "text/diagnostic.hpp"

namespace handvest::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& what, int number) {
  throw Error(ErrorCode::cannot_write, {path, 0, 0, 0},
              what + ": " + std::strerror(number) + "; nothing was written under this name");
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

void write_directly(const std::string& path, int descriptor, std::string_view bytes) {
  const int failure = write_all(descriptor, bytes);
  if (failure != 0 && failure != EPIPE) refuse(path, "the output cannot be written", failure);
}

void write_and_rename(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part-" + std::to_string(::getpid());
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) refuse(path, "the output cannot be created", errno);
  int failure = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && failure == 0) failure = errno;
  if (failure == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) failure = errno;
  if (failure == 0) return;
  ::unlink(temporary.c_str());
  refuse(path, "the output cannot be written", failure);
}

}  // namespace

void write_output(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_directly("standard output", STDOUT_FILENO, bytes);
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
    return write_and_rename(path, bytes);
  }
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) refuse(path, "the output cannot be opened", errno);
  write_directly(path, descriptor, bytes);
  ::close(descriptor);
}

}  // namespace handvest::cli
