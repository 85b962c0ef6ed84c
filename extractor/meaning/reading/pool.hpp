// Many short arrays in few pieces of memory. Private to meaning.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace handvest::meaning {

/// What is kept stays where it is, as long as the pool lives.
template <typename T>
class Pool {
 public:
  std::span<const T> keep(const std::vector<T>& items) {
    if (items.empty()) return {};
    constexpr std::size_t kAtOnce = 1024;
    const bool fits =
        !pieces_.empty() && pieces_.back().capacity() - pieces_.back().size() >= items.size();
    if (!fits) pieces_.emplace_back().reserve(std::max(kAtOnce, items.size()));
    std::vector<T>& piece = pieces_.back();
    const std::size_t begin = piece.size();
    piece.insert(piece.end(), items.begin(), items.end());
    return std::span<const T>(piece).subspan(begin);
  }

 private:
  std::vector<std::vector<T>> pieces_;
};

}  // namespace handvest::meaning
