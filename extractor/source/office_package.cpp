#include "source/office_package.hpp"

#include <algorithm>

#include "source/archive.hpp"

namespace handvest {

OfficePackage::OfficePackage(std::string_view bytes, const std::string& name,
                             const ReadLimits& limits, const std::vector<std::string>& want) {
  ExpansionBudget budget{limits.max_expansion};
  std::string damage;
  const auto members = unpack_zip(
      bytes, name,
      [&](const std::string& path) {
        return std::find(want.begin(), want.end(), path) != want.end();
      },
      budget, &damage);
  for (const auto& member : members) {
    try {
      parts_.insert_or_assign(member.name, load_xml(member.bytes, name, limits));
    } catch (const Error& error) {
      if (member.name == want.front() || error.code() == ErrorCode::too_large) throw;
      warnings_.push_back({"damaged-part", "'" + member.name + "': " + error.what(), {}});
    }
  }
  if (!damage.empty()) warnings_.push_back({"damaged-archive", damage, {}});
  if (!parts_.contains(want.front())) {
    throw Error(ErrorCode::damaged, {name, 0, 0, 0},
                "the office file has no readable text part" +
                    (damage.empty() ? std::string() : ": " + damage));
  }
  for (const auto& [path, part] : parts_) {
    warnings_.insert(warnings_.end(), part.warnings.begin(), part.warnings.end());
  }
}

const pugi::xml_document& OfficePackage::part(const std::string& path) const {
  const auto found = parts_.find(path);
  return found == parts_.end() ? none_ : found->second.document;
}

}  // namespace handvest
