// Files inside gzip and zip, unpacked in memory within bounds.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/limits.hpp"

namespace handvest {

struct ArchiveMember {
  std::string name;  ///< path inside the archive
  std::string bytes;
  bool whole = true;  ///< else its first kMemberHead bytes, because the rest was not wanted
};

/// Bytes of a member by which ZipVisitor::keep judges it; fewer when it is shorter.
inline constexpr std::size_t kMemberHead = std::size_t{1} << 16U;

/// Who reads a zip. Members come one after another, so that only one is in memory. An exception
/// ends the unpacking and leaves unpack_zip.
struct ZipVisitor {
  /// Says by its path whether a member is wanted.
  std::function<bool(const std::string& path)> want = [](const auto&) { return true; };
  /// Says by its first bytes whether the rest is worth unpacking. May be asked twice.
  std::function<bool(const std::string& path, std::string_view head)> keep = [](const auto&, auto) {
    return true;
  };
  /// Takes every wanted member.
  std::function<void(ArchiveMember)> take;
};

/// Bytes that may still be unpacked: one for an input and all archives inside it.
struct ExpansionBudget {
  std::size_t left = 0;
  std::string reason;  ///< why no more may be unpacked, with the option that allows more
};

/// What an input of `packed` bytes may unpack to.
ExpansionBudget expansion_budget(std::size_t packed, const ReadLimits& limits);

/// Unpacks the wanted files of a zip, in the archive's order, and takes their size off the budget;
/// no more than that is ever unpacked. A zip that promises more is refused before anything is
/// unpacked. `name` is named in errors. Throws Error: too_large, damaged (also for encrypted
/// members). When `damage` is given, an archive that is damaged is no error: the reason is put
/// there and what stands before the damage is given, the last member perhaps in part.
void unpack_zip(std::string_view bytes, const std::string& name, const ZipVisitor& visitor,
                ExpansionBudget& budget, std::string* damage = nullptr);

/// Unpacks gzip (RFC 1952), also of several members. Budget, errors and `damage` as for unpack_zip.
std::string unpack_gzip(std::string_view bytes, const std::string& name, ExpansionBudget& budget,
                        std::string* damage = nullptr);

/// Paths of a zip's members, the first 4096 of them; empty when it cannot be read. Unpacks nothing.
std::vector<std::string> zip_paths(std::string_view bytes);

}  // namespace handvest
