// Where the parts of a DOCX stand in its package (ISO/IEC 29500-2: relationships).
#pragma once

#include <string>
#include <string_view>

#include "source/limits.hpp"

namespace handvest {

/// Paths in the package; as Word writes them where the package does not say otherwise.
struct DocxPaths {
  std::string document = "word/document.xml";
  std::string styles = "word/styles.xml";
  std::string numbering = "word/numbering.xml";
  std::string footnotes = "word/footnotes.xml";
  std::string endnotes = "word/endnotes.xml";
  std::string properties = "docProps/core.xml";

  /// The folder of the document with a slash behind it; empty = the root.
  std::string folder() const { return document.substr(0, document.rfind('/') + 1); }
};

/// Follows the relationships from the package to its document and from there to the parts. Damaged
/// ones are as if absent: reading the parts tells of the damage. Never throws Error.
DocxPaths find_docx_paths(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits);

}  // namespace handvest
