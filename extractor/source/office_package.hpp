// DOCX and ODT files are zips of XML parts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/limits.hpp"
#include "source/xml.hpp"

namespace handvest {

/// The wanted XML parts of an office file.
class OfficePackage {
 public:
  /// Unpacks the members that `want` lists: exact paths, or the begin of a path and '*' for all XML
  /// parts that begin so. Throws Error: damaged when the first of them is missing; too_large.
  OfficePackage(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                const std::vector<std::string>& want);

  /// A part as a tree; an empty one when the package does not have it. A part other than the first
  /// that cannot be parsed is left out with a warning.
  const pugi::xml_document& part(const std::string& path) const;
  /// The parts whose path begins with `prefix`, in the order of their paths.
  std::vector<pugi::xml_node> parts_that_begin(std::string_view prefix) const;
  const std::vector<Warning>& warnings() const { return warnings_; }

 private:
  std::map<std::string, XmlFile> parts_;
  std::vector<Warning> warnings_;
  pugi::xml_document none_;
};

}  // namespace handvest
