#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <new>

#include "source/modules/archive.hpp"

namespace {

using handvest::ArchiveFailure;
using handvest::ArchiveMember;
using handvest::ArchiveOutcome;
using handvest::ArchiveRequest;
using handvest::kMemberHead;

constexpr std::size_t kListedMembers = 4096;

// Of what does not say how large it is, so much is kept before the rest is counted: a bomb is
// refused before it takes memory.
constexpr std::size_t kKeptUncounted = std::size_t{16} << 20U;

/// An archive being read from its start.
class Reader {
 public:
  Reader(ArchiveRequest::Kind kind, std::string_view bytes) : reader_(archive_read_new()) {
    if (kind == ArchiveRequest::Kind::gzip) {
      archive_read_support_filter_gzip(reader_.get());
      archive_read_support_format_raw(reader_.get());
    } else {
      archive_read_support_format_zip(reader_.get());
    }
    opened_ = archive_read_open_memory(reader_.get(), bytes.data(), bytes.size()) == ARCHIVE_OK;
  }

  /// Steps to the next member; false at the end, and at damage (then is_damaged()).
  bool next() {
    const int status = opened_ ? archive_read_next_header(reader_.get(), &entry_) : ARCHIVE_FATAL;
    damaged_ = status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_EOF;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
  }

  /// The next bytes of the member, at most `size` (not 0) of them; 0 at its end, and at damage.
  std::size_t read(char* bytes, std::size_t size) {
    const la_ssize_t count = archive_read_data(reader_.get(), bytes, size);
    damaged_ = count < 0;
    return count > 0 ? static_cast<std::size_t>(count) : 0;
  }

  bool is_damaged() const { return damaged_; }
  bool is_file() const { return archive_entry_filetype(entry_) == AE_IFREG; }

  std::string path() const {
    const char* path = archive_entry_pathname_utf8(entry_);
    if (path == nullptr) path = archive_entry_pathname(entry_);
    return path != nullptr ? path : "";
  }

  /// What the archive says of the member's size; 0 when it says nothing.
  std::size_t promised() const {
    const auto size = archive_entry_size_is_set(entry_) != 0 ? archive_entry_size(entry_) : 0;
    return static_cast<std::size_t>(std::max<la_int64_t>(size, 0));
  }

  std::string reason() const {
    const char* text = archive_error_string(reader_.get());
    return text != nullptr ? text : "unknown reason";
  }

 private:
  struct Closer {
    void operator()(archive* reader) const { archive_read_free(reader); }
  };
  std::unique_ptr<archive, Closer> reader_;
  archive_entry* entry_ = nullptr;
  bool opened_ = false;
  bool damaged_ = false;
};

/// Answers one request.
class Unpacker {
 public:
  Unpacker(const ArchiveRequest& request, ArchiveOutcome& outcome)
      : request_(request), outcome_(outcome) {}

  void run() {
    switch (request_.kind) {
      case ArchiveRequest::Kind::zip:
        return unpack_zip();
      case ArchiveRequest::Kind::gzip:
        return unpack_gzip();
      case ArchiveRequest::Kind::zip_paths:
        return list_zip();
    }
  }

 private:
  enum class Look { at_sizes, at_heads };

  void unpack_zip() {
    // Sizes cost nothing to ask; heads are asked for when pictures may make up the difference.
    if (!fits(Look::at_sizes) && !fits(Look::at_heads)) return fail(ArchiveFailure::too_large);
    Reader reader(request_.kind, request_.bytes);
    while (next_wanted(reader)) {
      if (!unpack_member(reader)) return;
    }
    if (reader.is_damaged()) report(reader, "");
  }

  bool next_wanted(Reader& reader) {
    while (reader.next()) {
      if (reader.is_file() && request_.caller->want(reader.path())) return true;
    }
    return false;
  }

  bool fits(Look look) {
    Reader reader(request_.kind, request_.bytes);
    std::size_t left = request_.budget;
    while (next_wanted(reader)) {
      if (reader.promised() <= left) {
        left -= reader.promised();
      } else if (look == Look::at_sizes || request_.caller->keep(reader.path(), head(reader))) {
        return false;
      }
    }
    return true;
  }

  static std::string head(Reader& reader) {
    std::string bytes(kMemberHead, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
      const std::size_t count = reader.read(bytes.data() + size, bytes.size() - size);
      if (count == 0) break;
      size += count;
    }
    bytes.resize(size);
    return bytes;
  }

  // False when nothing is to follow.
  bool unpack_member(Reader& reader) {
    const std::string path = reader.path();
    ArchiveMember member{path, head(reader)};
    bool sound = !reader.is_damaged() && count(member.bytes.size());
    if (sound && member.bytes.size() == kMemberHead) {
      member.whole = request_.caller->keep(path, member.bytes);
      if (member.whole) {
        sound = read_rest(reader, member.bytes);
      }
    }
    if (reader.is_damaged()) report(reader, "'" + path + "': ");
    if (outcome_.failure == ArchiveFailure::too_large) return false;
    return request_.caller->take(std::move(member)) && sound;
  }

  // To the end of the current member; false when it is damaged or too large.
  bool read_rest(Reader& reader, std::string& bytes) {
    const std::size_t promised = reader.promised();
    bytes.reserve(std::min(promised, request_.budget) + kMemberHead);
    while (true) {
      const std::size_t before = bytes.size();
      bytes.resize(before + kMemberHead);
      const std::size_t size = reader.read(bytes.data() + before, kMemberHead);
      bytes.resize(before + size);
      if (size == 0) return !reader.is_damaged();
      if (!count(size)) return false;
      if (promised > 0 && bytes.size() > promised) {
        return refuse("'" + reader.path() + "' is larger than the archive says");
      }
    }
  }

  // Takes unpacked bytes off the budget; false when it is spent.
  bool count(std::size_t size) {
    if (size > request_.budget - outcome_.unpacked) {
      fail(ArchiveFailure::too_large);
      return false;
    }
    outcome_.unpacked += size;
    return true;
  }

  void unpack_gzip() {
    ArchiveMember member;
    const std::size_t size = gunzip(member.bytes, kKeptUncounted);
    if (outcome_.failure == ArchiveFailure::too_large) return;
    if (size > kKeptUncounted) {
      outcome_.failure = ArchiveFailure::none;
      member.bytes.reserve(size);
      gunzip(member.bytes, size);
    }
    outcome_.unpacked = size;
    request_.caller->take(std::move(member));
  }

  // Reads gzip to its end and gives its size; keeps its bytes when they are `most` or fewer.
  std::size_t gunzip(std::string& bytes, std::size_t most) {
    Reader reader(request_.kind, request_.bytes);
    std::string chunk(kMemberHead, '\0');
    std::size_t size = 0;
    for (bool more = reader.next(); more;) {
      const std::size_t count = reader.read(chunk.data(), chunk.size());
      size += count;
      more = count > 0 && size <= request_.budget;
      if (size <= most) {
        bytes.append(chunk, 0, count);
      } else {
        std::string().swap(bytes);
      }
    }
    if (size > request_.budget) fail(ArchiveFailure::too_large);
    if (reader.is_damaged()) report(reader, "");
    return size;
  }

  void list_zip() {
    Reader reader(request_.kind, request_.bytes);
    for (std::size_t i = 0; i < kListedMembers && reader.next(); ++i) {
      request_.caller->take({reader.path(), {}});
    }
  }

  void report(const Reader& reader, const std::string& where) { refuse(where + reader.reason()); }

  bool refuse(const std::string& reason) {
    if (outcome_.failure != ArchiveFailure::none) return false;
    fail(ArchiveFailure::damaged);
    outcome_.reason = reason;
    return false;
  }

  void fail(ArchiveFailure failure) { outcome_.failure = failure; }

  const ArchiveRequest& request_;
  ArchiveOutcome& outcome_;
};

}  // namespace

extern "C" void handvest_unpack(const ArchiveRequest* request, ArchiveOutcome* outcome) {
  try {
    Unpacker(*request, *outcome).run();
  } catch (const std::bad_alloc&) {
    outcome->failure = ArchiveFailure::too_large;
  }
}
