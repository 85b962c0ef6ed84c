#include "meaning/parallels/known_texts.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestSlots = 1024;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) {
  hash = (hash ^ bytes) * 0xff51afd7ed558ccdU;
  return hash ^ hash >> 32U;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t bytes_at(const char* text, std::size_t size = kWord) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, size);
  return bytes;
}

// Two words at a time, since one need not wait for the other. It need not be the same on all
// machines.
WordHash hash_of(std::string_view text) {
  std::uint64_t left = text.size();
  std::uint64_t right = 0;
  const char* at = text.data();
  std::size_t size = text.size();
  for (; size >= 2 * kWord; size -= 2 * kWord, at += 2 * kWord) {
    left = mixed(left, bytes_at(at));
    right = mixed(right, bytes_at(at + kWord));
  }
  if (size >= kWord) {
    left = mixed(left, bytes_at(at));
    size -= kWord;
    at += kWord;
  }
  return static_cast<WordHash>(mixed(mixed(left, bytes_at(at, size)), right));
}

}  // namespace

KnownTexts::KnownTexts(std::size_t most) : slots_(std::bit_ceil(std::max(kFewestSlots, 2 * most))) {
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
