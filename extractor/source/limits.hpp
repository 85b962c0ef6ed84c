// Bounds on what reading one input may cost.
#pragma once

#include <cstddef>

namespace handvest {

/// A document beyond one of these is refused with ErrorCode::too_large.
struct ReadLimits {
  /// Bytes of the input.
  std::size_t max_bytes = std::size_t{256} << 20U;
  /// Bytes unpacked from archives (all members together, nested archives included), and bytes of
  /// memory that a tree or a text made from markup may take.
  std::size_t max_expansion = std::size_t{256} << 20U;
  /// How many times its own size an archive may unpack to, beyond kUnpackedAtLeast. Texts pack to a
  /// tenth, markup of tables to a fiftieth; what packs better holds nothing to read.
  std::size_t max_ratio = 100;
  /// Nesting of markup elements. Real documents stay under 100; readers walk trees by recursion, so
  /// this also bounds the stack.
  std::size_t max_depth = 500;
  /// Archives inside archives.
  std::size_t max_archive_depth = 3;
};

/// Any archive may unpack to this much, however small it is.
inline constexpr std::size_t kUnpackedAtLeast = std::size_t{64} << 20U;

}  // namespace handvest
