// Writes small PDF files for tests: text in Helvetica at given places.
#pragma once

#include <string>
#include <vector>

namespace handvest {

class TinyPdf {
 public:
  TinyPdf() { add_page(); }

  void add_page() { pages_.emplace_back(); }

  /// Text with its base line at (x, y) points from the upper left corner of an
  /// A4 page. `font` is F1 (Helvetica) or F2 (Helvetica-Bold). Parentheses must
  /// not stand in the text.
  void text(double x, double y, const std::string& text, double size = 10,
            const std::string& font = "F1") {
    pages_.back() += "BT /" + font + " " + std::to_string(size) + " Tf 1 0 0 1 " +
                     std::to_string(x) + " " + std::to_string(842 - y) + " Tm (" + text +
                     ") Tj ET\n";
  }

  std::string bytes(const std::string& trailer_entries = "") const {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
      offsets.push_back(out.size());
      out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      object(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
          "<< /Font << /F1 3 0 R "
          "/F2 4 0 R >> >> /Contents " +
          std::to_string(6 + 2 * i) + " 0 R >>");
      object("<< /Length " + std::to_string(pages_[i].size()) + " >>\nstream\n" + pages_[i] +
             "\nendstream");
    }
    const std::size_t xref = out.size();
    out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      const std::string digits = std::to_string(offset);
      out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    out += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R " +
           trailer_entries + " >>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
    return out;
  }

 private:
  std::vector<std::string> pages_;
};

}  // namespace handvest
