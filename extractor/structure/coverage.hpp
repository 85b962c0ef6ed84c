// How much of the text the outline accounts for.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "structure/outline.hpp"
#include "structure/piece.hpp"

namespace handvest::structure {

/// Counts the characters that are not blank. All that is not told to be furniture or unknown is
/// structured: no text lies outside the pieces.
class CoverageCount {
 public:
  /// Refers to the text and its pieces, which must outlive it.
  CoverageCount(std::string_view text, const std::vector<Piece>& pieces);

  /// A piece that lies outside every charter and section and that no rule has read, while its
  /// element still has its spans; in order. Neighbours are joined.
  void add_unknown(std::size_t index);
  void add_furniture(const std::vector<Span>& spans);

  Coverage result() const { return coverage_; }

 private:
  bool next_to_unknown(std::size_t index) const;

  std::string_view text_;
  const std::vector<Piece>& pieces_;
  Coverage coverage_;
  std::size_t after_unknown_ = 0;  ///< index after the last unknown piece
};

}  // namespace handvest::structure
