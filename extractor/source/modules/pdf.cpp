#include "source/modules/pdf.hpp"

#include "source/modules/load.hpp"

namespace handvest {

PdfContent read_pdf_words(std::string_view bytes, std::size_t budget, const std::string& name) {
  const Module module{"handvest-pdf.so", "handvest_read_pdf_words", "a PDF"};
  const auto read =
      reinterpret_cast<decltype(&handvest_read_pdf_words)>(load_function(module, name));
  PdfContent content;
  read(bytes.data(), bytes.size(), budget, &content);
  return content;
}

}  // namespace handvest
