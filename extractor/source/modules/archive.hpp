// The boundary to the module that unpacks archives with libarchive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/archive.hpp"

namespace handvest {

struct ArchiveRequest {
  enum class Kind {
    zip,
    gzip,       ///< gives one member without a name
    zip_paths,  ///< members without bytes, the first of them only
  };
  Kind kind;
  std::string_view bytes;
  const WantMember* want;  ///< for zip; must not throw
  std::size_t budget;      ///< bytes that may be unpacked
};

enum class ArchiveFailure { none, damaged, too_large };

struct ArchiveContent {
  std::vector<ArchiveMember> members;
  std::size_t unpacked = 0;  ///< bytes
  ArchiveFailure failure = ArchiveFailure::none;
  std::string reason;  ///< of the damage
};

}  // namespace handvest

/// What the module exports. Never throws.
extern "C" void handvest_unpack(const handvest::ArchiveRequest* request,
                                handvest::ArchiveContent* content);
