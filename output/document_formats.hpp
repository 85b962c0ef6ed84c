// Formats that make files of their own for each document.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/document.hpp"

namespace handvest {

struct OutputFile {
  std::string name;  ///< path below the folder of the output
  std::string bytes;
};

struct DocumentFormat {
  std::string name;  ///< for --format
  /// Throws Error (bad_command_line) when the text is needed and the document has none.
  std::function<std::vector<OutputFile>(const Document&)> write;
};

/// Web Annotation, brat, WebAnno TSV and HTML.
std::vector<DocumentFormat> document_formats();

}  // namespace handvest
