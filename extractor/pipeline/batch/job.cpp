#include "pipeline/batch/job.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace handvest::batch {
namespace {

using Fields = std::vector<std::string>;
using Length = std::uint32_t;

bool write_all(int descriptor, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(descriptor, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool read_all(int descriptor, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::read(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

void append_length(std::string& message, std::size_t value) {
  const auto length = static_cast<Length>(value);
  std::array<char, sizeof length> bytes{};
  std::memcpy(bytes.data(), &length, sizeof length);
  message.append(bytes.data(), bytes.size());
}

bool send_fields(int descriptor, const Fields& fields) {
  std::string message;
  append_length(message, fields.size());
  for (const auto& field : fields) {
    append_length(message, field.size());
    message += field;
  }
  return write_all(descriptor, message.data(), message.size());
}

std::optional<Length> receive_length(int descriptor) {
  std::array<char, sizeof(Length)> bytes{};
  if (!read_all(descriptor, bytes.data(), bytes.size())) return std::nullopt;
  Length length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  return length;
}

std::optional<Fields> receive_fields(int descriptor) {
  const auto count = receive_length(descriptor);
  if (!count) return std::nullopt;
  Fields fields;
  for (Length i = 0; i < *count; ++i) {
    const auto length = receive_length(descriptor);
    if (!length) return std::nullopt;
    std::string field(*length, '\0');
    if (!read_all(descriptor, field.data(), field.size())) return std::nullopt;
    fields.push_back(std::move(field));
  }
  return fields;
}

std::size_t to_number(const std::string& text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

constexpr std::size_t kResultFields = 4;
constexpr std::size_t kWrittenFields = 5;

}  // namespace

bool send(int descriptor, const Job& job) { return send_fields(descriptor, {job.key, job.path}); }

std::optional<Job> receive_job(int descriptor) {
  const auto fields = receive_fields(descriptor);
  if (!fields || fields->size() != 2) return std::nullopt;
  return Job{(*fields)[0], (*fields)[1]};
}

bool send(int descriptor, const JobResult& result) {
  Fields fields = {result.key, result.sha256, result.code, result.reason};
  for (const auto& document : result.written) {
    fields.insert(fields.end(),
                  {document.name, document.output, std::to_string(document.charters),
                   std::to_string(document.mentions), std::to_string(document.warnings)});
  }
  return send_fields(descriptor, fields);
}

std::optional<JobResult> receive_result(int descriptor) {
  const auto fields = receive_fields(descriptor);
  if (!fields || fields->size() < kResultFields) return std::nullopt;
  JobResult result{(*fields)[0], (*fields)[1], {}, (*fields)[2], (*fields)[3]};
  for (std::size_t i = kResultFields; i + kWrittenFields <= fields->size(); i += kWrittenFields) {
    const auto at = [&](std::size_t offset) { return (*fields)[i + offset]; };
    result.written.push_back({at(0), at(1), to_number(at(2)), to_number(at(3)), to_number(at(4))});
  }
  return result;
}

}  // namespace handvest::batch
