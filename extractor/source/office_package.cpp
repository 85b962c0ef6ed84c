#include "source/office_package.hpp"

#include <algorithm>

#include "source/archive.hpp"

namespace handvest {
namespace {

bool is_wanted(const std::string& path, const std::string& want) {
  if (!want.ends_with('*')) return path == want;
  return path.starts_with(want.substr(0, want.size() - 1)) && path.ends_with(".xml");
}

}  // namespace

OfficePackage::OfficePackage(std::string_view bytes, const std::string& name,
                             const ReadLimits& limits, const std::vector<std::string>& want) {
  ExpansionBudget budget = expansion_budget(bytes.size(), limits);
  std::string damage;
  ZipVisitor visitor;
  visitor.want = [&](const std::string& path) {
    return std::any_of(want.begin(), want.end(),
                       [&](const std::string& one) { return is_wanted(path, one); });
  };
  visitor.take = [&](const ArchiveMember& member) {
    try {
      parts_.insert_or_assign(member.name, load_xml(member.bytes, name, limits));
    } catch (const Error& error) {
      if (member.name == want.front() || error.code() == ErrorCode::too_large) throw;
      warnings_.push_back({"damaged-part", "'" + member.name + "': " + error.what(), {}});
    }
  };
  unpack_zip(bytes, name, visitor, budget, &damage);
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

std::vector<pugi::xml_node> OfficePackage::parts_that_begin(std::string_view prefix) const {
  std::vector<pugi::xml_node> parts;
  for (const auto& [path, part] : parts_) {
    if (path.starts_with(prefix)) parts.push_back(part.document);
  }
  return parts;
}

}  // namespace handvest
