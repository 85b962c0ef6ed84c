#include "source/readers/docx_paths.hpp"

#include <algorithm>
#include <array>

#include "source/archive.hpp"
#include "source/xml.hpp"

namespace handvest {
namespace {

constexpr std::size_t kLargestRelationships = std::size_t{1} << 20U;
constexpr std::string_view kPackageRelationships = "_rels/.rels";

struct NamedPath {
  std::string_view type;  ///< end of the relationship's type, in both editions of the standard
  std::string DocxPaths::*path;
};
constexpr std::array kPackageParts{
    NamedPath{"/officeDocument", &DocxPaths::document},
    NamedPath{"/core-properties", &DocxPaths::properties},
};
constexpr std::array kDocumentParts{
    NamedPath{"/styles", &DocxPaths::styles},
    NamedPath{"/numbering", &DocxPaths::numbering},
    NamedPath{"/footnotes", &DocxPaths::footnotes},
    NamedPath{"/endnotes", &DocxPaths::endnotes},
};

/// A target is relative to the folder of the part that names it unless it begins with a slash.
std::string resolved(std::string_view target, const std::string& folder) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path = folder;
  while (target.starts_with("../") && !path.empty()) {
    target.remove_prefix(3);
    path.erase(path.find_last_of('/', path.size() - 2) + 1);
  }
  return path.append(target);
}

class Relationships {
 public:
  Relationships(std::string_view bytes, const std::string& name, const ReadLimits& limits)
      : bytes_(bytes), name_(name), limits_(limits) {}

  /// Takes from the relationships at `path` the parts that are wanted.
  template <std::size_t count>
  void follow(std::string_view path, const std::string& folder,
              const std::array<NamedPath, count>& wanted, DocxPaths& paths) const {
    ExpansionBudget budget{std::min(limits_.max_expansion, kLargestRelationships),
                           "the relationships of the document are too large"};
    std::string damage;
    std::string relationships;
    ZipVisitor visitor;
    visitor.want = [&](const std::string& member) { return member == path; };
    visitor.take = [&](ArchiveMember member) { relationships = std::move(member.bytes); };
    unpack_zip(bytes_, name_, visitor, budget, &damage);
    if (relationships.empty()) return;
    const XmlFile file = load_xml(relationships, name_, limits_);
    for (const auto& node : file.document.document_element().children()) {
      const std::string_view type = attribute_of(node, "Type");
      const std::string_view target = attribute_of(node, "Target");
      if (target.empty() || attribute_of(node, "TargetMode") == "External") continue;
      for (const NamedPath& part : wanted)
        if (type.ends_with(part.type)) paths.*part.path = resolved(target, folder);
    }
  }

 private:
  std::string_view bytes_;
  const std::string& name_;
  const ReadLimits& limits_;
};

}  // namespace

DocxPaths find_docx_paths(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits) {
  DocxPaths paths;
  const Relationships relationships(bytes, name, limits);
  try {
    relationships.follow(kPackageRelationships, "", kPackageParts, paths);
    const std::string folder = paths.folder();
    const std::string file = paths.document.substr(folder.size());
    relationships.follow(folder + "_rels/" + file + ".rels", folder, kDocumentParts, paths);
  } catch (const Error&) {
  }
  return paths;
}

}  // namespace handvest
