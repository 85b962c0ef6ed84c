#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <new>

#include "source/modules/archive.hpp"

namespace {

using handvest::ArchiveContent;
using handvest::ArchiveFailure;
using handvest::ArchiveRequest;

constexpr std::size_t kListedMembers = 4096;
constexpr std::size_t kChunk = std::size_t{1} << 16U;

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

std::string path_of(archive_entry* entry) {
  const char* path = archive_entry_pathname_utf8(entry);
  if (path == nullptr) path = archive_entry_pathname(entry);
  return path != nullptr ? path : "";
}

/// Answers one request.
class Unpacker {
 public:
  Unpacker(const ArchiveRequest& request, ArchiveContent& content)
      : request_(request), content_(content), reader_(archive_read_new()) {}

  void run() {
    if (request_.kind == ArchiveRequest::Kind::gzip) return unpack_gzip();
    archive_read_support_format_zip(reader_.get());
    open();
    if (request_.kind == ArchiveRequest::Kind::zip) return unpack_zip();
    list_zip();
  }

 private:
  bool open() {
    const auto bytes = request_.bytes;
    return archive_read_open_memory(reader_.get(), bytes.data(), bytes.size()) == ARCHIVE_OK;
  }

  void unpack_zip() {
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader_.get(), &entry)) == ARCHIVE_OK ||
           status == ARCHIVE_WARN) {
      const std::string path = path_of(entry);
      if (archive_entry_filetype(entry) != AE_IFREG || !(*request_.want)(path)) continue;
      content_.members.push_back({path, {}});
      if (read_member()) continue;
      return report("'" + path + "': ");
    }
    if (status != ARCHIVE_EOF) report("");
  }

  void unpack_gzip() {
    archive_read_support_filter_gzip(reader_.get());
    archive_read_support_format_raw(reader_.get());
    if (!open()) return report("");
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) return;  // nothing in it
    content_.members.emplace_back();
    if (status != ARCHIVE_OK || !read_member()) report("");
  }

  void list_zip() {
    archive_entry* entry = nullptr;
    while (content_.members.size() < kListedMembers) {
      const int status = archive_read_next_header(reader_.get(), &entry);
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN) break;
      content_.members.push_back({path_of(entry), {}});
    }
  }

  // Reads the current member to its end into the last one of the content; false when it is damaged
  // or too large, the content then holds the part before.
  bool read_member() {
    std::string& bytes = content_.members.back().bytes;
    while (true) {
      const std::size_t before = bytes.size();
      bytes.resize(before + kChunk);
      const la_ssize_t size = archive_read_data(reader_.get(), bytes.data() + before, kChunk);
      bytes.resize(before + (size > 0 ? static_cast<std::size_t>(size) : 0));
      if (size < 0) return false;
      if (size == 0) return true;
      if (static_cast<std::size_t>(size) > request_.budget - content_.unpacked) {
        content_.failure = ArchiveFailure::too_large;
        return false;
      }
      content_.unpacked += static_cast<std::size_t>(size);
    }
  }

  void report(const std::string& where) {
    if (content_.failure != ArchiveFailure::none) return;
    const char* text = archive_error_string(reader_.get());
    content_.failure = ArchiveFailure::damaged;
    content_.reason = where + (text != nullptr ? text : "unknown reason");
  }

  const ArchiveRequest& request_;
  ArchiveContent& content_;
  std::unique_ptr<archive, ArchiveCloser> reader_;
};

}  // namespace

extern "C" void handvest_unpack(const ArchiveRequest* request, ArchiveContent* content) {
  try {
    Unpacker(*request, *content).run();
  } catch (const std::bad_alloc&) {
    content->failure = ArchiveFailure::too_large;
  }
}
