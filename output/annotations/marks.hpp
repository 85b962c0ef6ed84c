// The annotations of a document as ranges of its text: what the writers for annotation tools and
// the HTML page write.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "output/document.hpp"
#include "text/code_points.hpp"

namespace handvest {

/// One mention, target or pledge.
struct Mark {
  std::string kind;  ///< "mention", "target", "pledge"
  std::string id;
  std::string type;       ///< a mention's type; the kind for the others
  std::size_t start = 0;  ///< code points, half open
  std::size_t end = 0;
  std::string text;       ///< of mentions
  std::string value;      ///< normalised value, or what is aimed at or pledged in words
  std::string qualifier;  ///< may be empty
  std::string rule;       ///< may be empty
  std::string mention;    ///< of targets and pledges: the mention that it rests on; may be empty
  std::string baseline;   ///< of targets: the mention of the baseline; may be empty
  std::string in;         ///< node that holds it; may be empty
};

/// All mentions, then all targets, then all pledges, each in the order of the text.
std::vector<Mark> marks_of(const Document& document);

/// The mentions alone, by start; one that overlaps the one before it is left out.
std::vector<Mark> mentions_in_order(const Document& document);

/// Slices of a text by code points. Offsets beyond the text mean its end. Refers to the text.
class CodePointText {
 public:
  explicit CodePointText(std::string_view text) : text_(text), index_(text) {}
  std::string_view slice(std::size_t start, std::size_t end) const;
  std::size_t byte_of(std::size_t code_point) const;
  std::size_t size() const { return index_.count(); }

 private:
  std::string_view text_;
  CodePointIndex index_;
};

}  // namespace handvest
