// Many short arrays in few pieces of memory. Private to meaning.
#pragma once

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace handvest::meaning {

/// Makes one array after the other. What was made stays where it is, as long as the pool lives.
template <typename T>
class Pool {
 public:
  /// Adds to the array that is being made.
  void add(const T& item) {
    make_room(1);
    pieces_.back().push_back(item);
  }
  /// The array that was made. The next one is begun.
  std::span<const T> take() {
    const std::span<const T> made = begun();
    first_ += made.size();
    return made;
  }
  /// The same of an array that was made elsewhere.
  std::span<const T> keep(const std::vector<T>& items) {
    make_room(items.size());
    pieces_.back().insert(pieces_.back().end(), items.begin(), items.end());
    return take();
  }

 private:
  std::span<const T> begun() const {
    if (pieces_.empty()) return {};
    return std::span<const T>(pieces_.back()).subspan(first_);
  }

  void make_room(std::size_t count) {
    const bool fits =
        !pieces_.empty() && pieces_.back().capacity() - pieces_.back().size() >= count;
    if (!fits) begin_piece(count);
  }

  // The array that has been begun moves to the new piece.
  void begin_piece(std::size_t room) {
    constexpr std::size_t kAtOnce = 1024;
    const std::span<const T> array = begun();
    std::vector<T> piece;
    piece.reserve(std::max(kAtOnce, 2 * array.size() + room));
    piece.assign(array.begin(), array.end());
    pieces_.push_back(std::move(piece));
    first_ = 0;
  }

  std::vector<std::vector<T>> pieces_;
  std::size_t first_ = 0;  // of the array in the last piece
};

}  // namespace handvest::meaning
