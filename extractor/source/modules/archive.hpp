// The boundary to the module that unpacks archives with libarchive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/archive.hpp"

namespace handvest {

/// What the module asks of its caller; nothing of it may throw.
class ArchiveCaller {
 public:
  ArchiveCaller() = default;
  ArchiveCaller(const ArchiveCaller&) = delete;
  ArchiveCaller& operator=(const ArchiveCaller&) = delete;
  virtual ~ArchiveCaller() = default;
  virtual bool want(const std::string& path) = 0;
  virtual bool keep(const std::string& path, std::string_view head) = 0;
  /// False ends the unpacking.
  virtual bool take(ArchiveMember member) = 0;
};

struct ArchiveRequest {
  enum class Kind {
    zip,
    gzip,       ///< gives one member without a name; asks nothing
    zip_paths,  ///< gives the first members without bytes; asks nothing
  };
  Kind kind;
  std::string_view bytes;
  ArchiveCaller* caller;
  std::size_t budget;  ///< bytes that may be unpacked
};

enum class ArchiveFailure { none, damaged, too_large };

struct ArchiveOutcome {
  std::size_t unpacked = 0;  ///< bytes
  ArchiveFailure failure = ArchiveFailure::none;
  std::string reason;  ///< of the damage
};

}  // namespace handvest

/// What the module exports. Never throws.
extern "C" void handvest_unpack(const handvest::ArchiveRequest* request,
                                handvest::ArchiveOutcome* outcome);
