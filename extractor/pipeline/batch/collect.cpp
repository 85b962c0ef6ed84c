#include "pipeline/batch/collect.hpp"

#include <filesystem>

#include "output/exporter.hpp"
#include "output/whole_file.hpp"
#include "source/read.hpp"

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

// Keys are the outputs' paths, which no two documents of a run share.
void add_document(const Written& written, const Options& options, Exporter& exporter) {
  const std::string path = (std::filesystem::path(options.out) / written.output).string();
  Document document(read_bytes(path), path);
  document.set_key(std::filesystem::path(written.output).lexically_relative("documents").string());
  exporter.add(document);
}

}  // namespace

void collect(const Manifest& manifest, const Options& options) {
  write_failures(manifest, options);
  std::set<std::string> tables = options.formats;
  tables.erase("json");
  if (tables.empty()) return;
  Exporter exporter(tables, options.out, Existing::replace);
  manifest.for_each([&](const Record& record) {
    for (const auto& written : record.written) add_document(written, options, exporter);
  });
  exporter.finish();
}

}  // namespace handvest::batch
