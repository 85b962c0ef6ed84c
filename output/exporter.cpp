#include "output/exporter.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "output/document_formats.hpp"
#include "output/whole_file.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTableFormats[] = {"csv", "jsonl", "sqlite"};

std::vector<std::string> known_formats() {
  std::vector<std::string> names(std::begin(kTableFormats), std::end(kTableFormats));
  for (const auto& format : document_formats()) names.push_back(format.name);
  return names;
}

void make_folder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (!failure) return;
  throw Error(ErrorCode::cannot_write, {folder.string(), 0, 0, 0},
              "the folder cannot be made: " + failure.message());
}

std::unique_ptr<TableSink> csv_in(const fs::path& folder) {
  make_folder(folder);
  return csv_sink(folder.string());
}

}  // namespace

std::string format_names() {
  std::string names;
  for (const auto& name : known_formats()) names += (names.empty() ? "" : ",") + name;
  return names;
}

std::set<std::string> formats_of(const std::string& list) {
  const auto known = known_formats();
  std::set<std::string> formats;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      throw Error(ErrorCode::bad_command_line, {"--format", 0, 0, 0},
                  "'" + word + "' is no format; choose from " + format_names());
    }
    formats.insert(word);
  }
  return formats;
}

Exporter::Exporter(const std::set<std::string>& formats, std::string folder, Existing existing)
    : formats_(formats), folder_(std::move(folder)) {
  const fs::path root(folder_);
  make_folder(root);
  if (formats.contains("csv")) sinks_.push_back(csv_in(root / "csv"));
  if (formats.contains("jsonl")) {
    sinks_.push_back(json_lines_sink((root / "handvest.jsonl").string()));
  }
  if (formats.contains("sqlite")) {
    sinks_.push_back(sqlite_sink((root / "handvest.sqlite").string(), existing));
  }
}

void Exporter::add(const Document& document) {
  if (!sinks_.empty()) {
    const Tables tables = tables_of(document);
    for (const auto& sink : sinks_) sink->add(tables);
  }
  for (const auto& format : document_formats()) {
    if (!formats_.contains(format.name)) continue;
    for (const auto& file : format.write(document)) {
      const fs::path path = fs::path(folder_) / file.name;
      make_folder(path.parent_path());
      write_whole_file(path.string(), file.bytes);
    }
  }
}

void Exporter::finish() {
  for (const auto& sink : sinks_) sink->finish();
}

}  // namespace handvest
