// The attributes of a grammar's elements.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handvest {

/// Values by name, in the order of the file. An element has few, so a list of them is quicker than
/// a tree, to make and to search.
class Attributes {
 public:
  using const_iterator = std::vector<std::pair<std::string, std::string>>::const_iterator;

  void reserve(std::size_t count) { list_.reserve(count); }
  /// `name` must not be there yet.
  void add(std::string name, std::string value) {
    list_.emplace_back(std::move(name), std::move(value));
  }

  const_iterator begin() const { return list_.begin(); }
  const_iterator end() const { return list_.end(); }
  /// end() when there is no such attribute.
  const_iterator find(std::string_view name) const {
    return std::find_if(begin(), end(), [&](const auto& item) { return item.first == name; });
  }
  bool contains(std::string_view name) const { return find(name) != end(); }

  bool operator==(const Attributes&) const = default;

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

}  // namespace handvest
