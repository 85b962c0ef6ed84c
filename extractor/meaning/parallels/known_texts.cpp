#include "meaning/parallels/known_texts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestSlots = 1024;

// Takes two words at a time, since one need not wait for the other. It need not be the same on all
// machines.
class TextHash {
 public:
  explicit TextHash(std::size_t size) : left_(size) {}

  void add(const char* pair) {
    left_ = mixed(left_, pair);
    right_ = mixed(right_, pair + kWord);
  }
  WordHash value() const { return static_cast<WordHash>(left_ ^ right_ >> 1U); }

  static constexpr std::size_t kWord = sizeof(std::uint64_t);

 private:
  static std::uint64_t mixed(std::uint64_t hash, const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, kWord);
    hash = (hash ^ word) * 0xff51afd7ed558ccdU;
    return hash ^ hash >> 32U;
  }

  std::uint64_t left_;
  std::uint64_t right_ = 0;
};

// The last pair of words may lap over the one before: how many bytes are left cannot be foreseen.
WordHash hash_of(std::string_view text) {
  constexpr std::size_t kPair = 2 * TextHash::kWord;
  TextHash hash(text.size());
  if (text.size() < kPair) {
    std::array<char, kPair> pair{};
    std::copy(text.begin(), text.end(), pair.begin());
    hash.add(pair.data());
    return hash.value();
  }
  const char* const last = text.data() + text.size() - kPair;
  for (const char* at = text.data(); at < last; at += kPair) hash.add(at);
  hash.add(last);
  return hash.value();
}

}  // namespace

KnownTexts::KnownTexts(std::size_t most) : slots_(std::bit_ceil(std::max(kFewestSlots, most))) {
  texts_.reserve(most);
}

Number KnownTexts::number_of(std::string_view text) {
  const WordHash hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].next != 0; at = (at + 1) & mask) {
    const Number known = slots_[at].next - 1;
    if (slots_[at].hash == hash && texts_[known] == text) return known;
  }
  texts_.push_back(text);
  slots_[at] = {hash, static_cast<Number>(texts_.size())};
  if (texts_.size() * 2 > slots_.size()) grow();
  return static_cast<Number>(texts_.size() - 1);
}

void KnownTexts::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.next == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].next != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace handvest::meaning
