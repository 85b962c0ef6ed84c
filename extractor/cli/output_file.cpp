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

struct Descriptor {
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number;
};

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

void write_output(const std::string& path, const std::function<void(const ByteSink&)>& write) {
  const auto directly = [&](const std::string& name, int descriptor) {
    write([&](std::string_view bytes) { write_directly(name, descriptor, bytes); });
  };
  if (path == "-") return directly("standard output", STDOUT_FILENO);
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
    WholeFile file(path);
    write([&](std::string_view bytes) { file.append(bytes); });
    return file.finish();
  }
  const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (device.number < 0) {
    throw Error(ErrorCode::cannot_write, {path, 0, 0, 0},
                std::string("the output cannot be opened: ") + std::strerror(errno));
  }
  directly(path, device.number);
}

void write_output(const std::string& path, std::string_view bytes) {
  write_output(path, [&](const ByteSink& sink) { sink(bytes); });
}

}  // namespace handvest::cli
