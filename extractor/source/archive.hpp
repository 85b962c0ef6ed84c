// Files inside gzip and zip, unpacked in memory within bounds.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace handvest {

struct ArchiveMember {
  std::string name;  ///< path inside the archive
  std::string bytes;
};

/// Says by its path whether a member is wanted.
using WantMember = std::function<bool(const std::string& path)>;

/// Bytes that may still be unpacked: one for an input and all archives inside it.
struct ExpansionBudget {
  std::size_t left = 0;
};

/// Unpacks the wanted files of a zip, in the archive's order, and takes their size off the budget;
/// no more than that is ever unpacked, whatever the archive promises. `name` is named in errors.
/// Throws Error: too_large, damaged (also for encrypted members). Members before the damage are
/// lost with it when `damage` is null; otherwise they are given and the reason is put there.
std::vector<ArchiveMember> unpack_zip(std::string_view bytes, const std::string& name,
                                      const WantMember& want, ExpansionBudget& budget,
                                      std::string* damage = nullptr);

/// Unpacks gzip (RFC 1952). Budget, errors and `damage` as for unpack_zip.
std::string unpack_gzip(std::string_view bytes, const std::string& name, ExpansionBudget& budget,
                        std::string* damage = nullptr);

/// Paths of a zip's members, the first 4096 of them; empty when it cannot be read. Unpacks nothing.
std::vector<std::string> zip_paths(std::string_view bytes);

}  // namespace handvest
