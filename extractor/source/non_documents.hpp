// Files that lie among documents and are none: whoever names a folder or an archive does not mean
// them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace handvest {

enum class NonDocument {
  none,  ///< it may be a document
  own_output,
  metadata_record,
  data,  ///< JSON
  table,
  database,
  image,
  media,
  program,
  web_page_part,  ///< styles and scripts saved with a page
  system_file,
};

/// What is enough to tell them: the file's first bytes (kGlance are enough) and its last (256 are).
/// Of a short file both are all of it.
struct Glance {
  std::string_view name;
  std::string_view head;
  std::string_view tail;
};
inline constexpr std::size_t kGlance = 16384;

/// The kind of a file that is plainly no document. Content tells; a name tells no more than whether
/// lines of text with separators are a table, or lines with braces a script. Never throws.
NonDocument non_document(const Glance& glance);

/// How many files of each kind were left out.
class LeftOut {
 public:
  void add(NonDocument kind);
  std::size_t count() const;
  /// "3 that are no documents (images: 2, tables: 1)".
  std::string text() const;

 private:
  std::array<std::size_t, static_cast<std::size_t>(NonDocument::system_file) + 1> counts_{};
};

}  // namespace handvest
