#include "source/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "text/diagnostic.hpp"

namespace handvest {
namespace {

constexpr std::size_t kListedMembers = 4096;
constexpr std::size_t kChunk = std::size_t{1} << 16U;

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, ArchiveCloser>;

std::string reason_of(const Reader& reader) {
  const char* text = archive_error_string(reader.get());
  return text != nullptr ? text : "unknown reason";
}

// An archive that breaks off or is corrupt: reported through `damage`, or thrown.
void report(const std::string& name, const std::string& reason, std::string* damage) {
  const std::string sentence = "the archive is damaged: " + reason;
  if (damage == nullptr) throw Error(ErrorCode::damaged, {name, 0, 0, 0}, sentence);
  *damage = sentence;
}

Reader open_zip(std::string_view bytes) {
  Reader reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  archive_read_open_memory(reader.get(), bytes.data(), bytes.size());
  return reader;
}

// Reads the current member to its end; false when it is damaged, `bytes` then holds the part
// before.
bool read_member(const Reader& reader, const std::string& name, ExpansionBudget& budget,
                 std::string& bytes) {
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const la_ssize_t size = archive_read_data(reader.get(), bytes.data() + before, kChunk);
    bytes.resize(before + (size > 0 ? static_cast<std::size_t>(size) : 0));
    if (size < 0) return false;
    if (size == 0) return true;
    if (static_cast<std::size_t>(size) > budget.left) {
      throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                  "the archive unpacks to more than --max-expansion allows");
    }
    budget.left -= static_cast<std::size_t>(size);
  }
}

std::string path_of(archive_entry* entry) {
  const char* path = archive_entry_pathname_utf8(entry);
  if (path == nullptr) path = archive_entry_pathname(entry);
  return path != nullptr ? path : "";
}

}  // namespace

std::vector<ArchiveMember> unpack_zip(std::string_view bytes, const std::string& name,
                                      const WantMember& want, ExpansionBudget& budget,
                                      std::string* damage) {
  const Reader reader = open_zip(bytes);
  std::vector<ArchiveMember> members;
  archive_entry* entry = nullptr;
  int status = ARCHIVE_OK;
  while ((status = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN) {
    const std::string path = path_of(entry);
    const bool is_file = archive_entry_filetype(entry) == AE_IFREG;
    if (!is_file || !want(path)) continue;
    members.push_back({path, {}});
    if (read_member(reader, name, budget, members.back().bytes)) continue;
    report(name, "'" + path + "': " + reason_of(reader), damage);
    return members;
  }
  if (status != ARCHIVE_EOF) report(name, reason_of(reader), damage);
  return members;
}

std::string unpack_gzip(std::string_view bytes, const std::string& name, ExpansionBudget& budget,
                        std::string* damage) {
  const Reader reader(archive_read_new());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_entry* entry = nullptr;
  std::string unpacked;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    report(name, reason_of(reader), damage);
    return unpacked;
  }
  const int status = archive_read_next_header(reader.get(), &entry);
  if (status == ARCHIVE_EOF) return unpacked;  // nothing in it
  if (status != ARCHIVE_OK || !read_member(reader, name, budget, unpacked)) {
    report(name, reason_of(reader), damage);
  }
  return unpacked;
}

std::vector<std::string> zip_paths(std::string_view bytes) {
  const Reader reader = open_zip(bytes);
  std::vector<std::string> paths;
  archive_entry* entry = nullptr;
  while (paths.size() < kListedMembers) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) break;
    paths.push_back(path_of(entry));
  }
  return paths;
}

}  // namespace handvest
