#include "pipeline/batch/collect.hpp"

#include <filesystem>

#include "output/whole_file.hpp"

namespace handvest::batch {
namespace {

std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

void write_failures(const Manifest& manifest, const Options& options) {
  std::string csv = "input,code,reason\r\n";
  manifest.for_each([&](const Record& record) {
    if (record.status != Status::failed) return;
    csv += quoted(record.key) + "," + quoted(record.code) + "," + quoted(record.reason) + "\r\n";
  });
  write_whole_file((std::filesystem::path(options.out) / "failures.csv").string(), csv);
}

}  // namespace

void collect(const Manifest& manifest, const Options& options) {
  write_failures(manifest, options);
}

}  // namespace handvest::batch
