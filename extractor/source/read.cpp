#include "source/read.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>

#include "source/archive.hpp"
#include "source/encoding.hpp"
#include "source/formats.hpp"
#include "source/metadata_records.hpp"
#include "source/non_documents.hpp"

namespace handvest {
namespace {

// Archives can name their files anything, also what no file or terminal bears.
std::string printable(std::string path) {
  const bool sound = is_utf8(path);
  for (char& c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20U || byte == 0x7FU || (byte >= 0x80U && !sound)) c = '_';
  }
  return path;
}

// What an input with archives in it comes to.
struct Collected {
  std::vector<SourceText> documents;
  std::vector<Warning> warnings;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, const ReadLimits& limits)
      : limits_(limits), budget_(expansion_budget(bytes.size(), limits)) {}

  /// Reads `bytes` and what is packed in it. `depth` counts the archives around it.
  void read(std::string_view bytes, const std::string& name, std::size_t depth) {
    const Format format = detect_format(bytes);
    if (format != Format::gzip && format != Format::zip) {
      all_.documents.push_back(read_document(format, bytes, name, limits_));
      return;
    }
    if (depth >= limits_.max_archive_depth) {
      throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                  "archives lie in each other deeper than " +
                      std::to_string(limits_.max_archive_depth) + " levels");
    }
    if (format == Format::gzip) {
      read_gzip(bytes, name, depth);
    } else {
      read_zip(bytes, name, depth);
    }
  }

  Collected& all() { return all_; }

 private:
  void read_gzip(std::string_view bytes, const std::string& name, std::size_t depth) {
    std::string damage;
    const std::string unpacked = unpack_gzip(bytes, name, budget_, &damage);
    if (!damage.empty()) {
      if (unpacked.empty()) throw Error(ErrorCode::damaged, {name, 0, 0, 0}, damage);
      all_.warnings.push_back({"damaged-archive", damage + "; the part before was read", {}});
    }
    read(unpacked, name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name, depth + 1);
  }

  void read_zip(std::string_view bytes, const std::string& name, std::size_t depth) {
    std::string damage;
    Contents contents;
    const std::size_t before = all_.documents.size();
    ZipVisitor visitor;
    visitor.keep = [](const std::string& path, std::string_view head) {
      return !is_left_out(non_document({path, head, {}}));
    };
    visitor.take = [&](const ArchiveMember& member) {
      read_member(member, name + "/" + printable(member.name), depth, contents);
    };
    unpack_zip(bytes, name, visitor, budget_, &damage);
    if (!damage.empty()) all_.warnings.push_back({"damaged-archive", damage, {}});
    if (contents.left_out.count() > 0) {
      all_.warnings.push_back({"skipped-member",
                               "files were left out of " + name + ": " + contents.left_out.text(),
                               {}});
    }
    const std::span<SourceText> found = std::span(all_.documents).subspan(before);
    contents.records.describe(found, found.size() == 1);
  }

  // What lies in a zip beside its documents.
  struct Contents {
    MetadataRecords records;
    LeftOut left_out;
  };

  static bool is_left_out(NonDocument kind) {
    return kind != NonDocument::none && kind != NonDocument::metadata_record;
  }

  void read_member(const ArchiveMember& member, const std::string& name, std::size_t depth,
                   Contents& contents) {
    try {
      const NonDocument kind =
          non_document({member.name, member.bytes, member.whole ? member.bytes : std::string()});
      if (is_left_out(kind)) return contents.left_out.add(kind);
      if (kind == NonDocument::metadata_record) {
        contents.records.add(read_metadata(member.bytes, name, limits_));
      } else {
        read(member.bytes, name, depth + 1);
      }
    } catch (const Error& error) {
      if (error.code() == ErrorCode::too_large) throw;
      all_.warnings.push_back({"skipped-member", error.what(), {}});
    }
  }

  ReadLimits limits_;
  ExpansionBudget budget_;
  Collected all_;
};

[[noreturn]] void refuse_large(const std::string& name) {
  throw Error(ErrorCode::too_large, {name, 0, 0, 0}, "the input is larger than --max-bytes allows");
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
}

void warn_when_empty(SourceText& source) {
  if (is_blank(source.text)) {
    source.warnings.push_back({"empty-document", "the document holds no text", std::nullopt});
  }
}

}  // namespace

std::vector<SourceText> read_documents(std::string_view bytes, const std::string& name,
                                       const ReadLimits& limits) {
  if (bytes.size() > limits.max_bytes) refuse_large(name);
  const std::string file = name == "-" ? name : std::filesystem::path(name).filename().string();
  Unpacker unpacker(bytes, limits);
  unpacker.read(bytes, file, 0);
  auto& [documents, warnings] = unpacker.all();
  if (documents.empty()) {
    throw Error(ErrorCode::unsupported_format, {file, 0, 0, 0},
                "the archive holds no document that can be read" +
                    (warnings.empty() ? std::string() : ": " + warnings.front().message));
  }
  for (auto& document : documents) warn_when_empty(document);
  auto& first = documents.front().warnings;
  first.insert(first.end(), warnings.begin(), warnings.end());
  return std::move(documents);
}

std::string read_bytes(const std::string& path, const ReadLimits& limits) {
  const bool standard_input = path == "-";
  std::error_code ignored;
  if (!standard_input && std::filesystem::is_directory(path, ignored)) {
    throw Error(ErrorCode::is_directory, {path, 0, 0, 0},
                "this is a folder; name a file, or use 'handvest batch' for folders");
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      standard_input ? stdin : std::fopen(path.c_str(), "rbe"),
      [](std::FILE* open) { return open == stdin ? 0 : std::fclose(open); });
  if (!file) {
    throw Error(ErrorCode::cannot_open, {path, 0, 0, 0},
                std::string("the file cannot be opened: ") + std::strerror(errno));
  }
  std::string bytes;
  const std::uintmax_t promised = standard_input ? 0 : std::filesystem::file_size(path, ignored);
  // A device has no size, and a file may grow while it is read.
  if (!ignored) bytes.reserve(std::min<std::uintmax_t>(promised, limits.max_bytes));
  std::array<char, std::size_t{1} << 16U> chunk{};
  while (const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    if (bytes.size() + size > limits.max_bytes) refuse_large(path);
    bytes.append(chunk.data(), size);
  }
  if (std::ferror(file.get()) != 0) {
    throw Error(ErrorCode::cannot_read, {path, 0, 0, 0},
                std::string("the file cannot be read: ") + std::strerror(errno));
  }
  return bytes;
}

}  // namespace handvest
