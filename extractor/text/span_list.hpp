// Spans of one thing, most often a single one.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

#include "text/span.hpp"

namespace handvest {

/// A list of spans that takes no memory of its own for one.
class SpanList {
 public:
  SpanList() = default;
  explicit SpanList(const Span& span) : one_(span), has_one_(true) {}
  SpanList(std::initializer_list<Span> spans) {
    for (const Span& span : spans) push_back(span);
  }

  std::size_t size() const { return several_.empty() ? (has_one_ ? 1 : 0) : several_.size(); }
  bool empty() const { return size() == 0; }

  Span* begin() { return several_.empty() ? &one_ : several_.data(); }
  Span* end() { return begin() + size(); }
  const Span* begin() const { return several_.empty() ? &one_ : several_.data(); }
  const Span* end() const { return begin() + size(); }

  Span& operator[](std::size_t i) { return begin()[i]; }
  const Span& operator[](std::size_t i) const { return begin()[i]; }
  // Of lists that are not empty.
  Span& front() { return *begin(); }
  const Span& front() const { return *begin(); }
  Span& back() { return *(end() - 1); }
  const Span& back() const { return *(end() - 1); }

  void push_back(const Span& span) {
    if (empty()) {
      one_ = span;
      has_one_ = true;
      return;
    }
    if (several_.empty()) several_.push_back(one_);
    several_.push_back(span);
  }
  void append(const SpanList& other) {
    for (const Span& span : other) push_back(span);
  }
  void clear() {
    has_one_ = false;
    several_.clear();
  }

  operator std::span<const Span>() const { return {begin(), size()}; }

 private:
  Span one_;                   ///< where there is one
  std::vector<Span> several_;  ///< all, where there are more
  bool has_one_ = false;
};

}  // namespace handvest
