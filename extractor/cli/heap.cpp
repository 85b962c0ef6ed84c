#include "cli/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace handvest::cli {
namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20U;
// What documents take for each byte of text, so that few large pages are had in vain.
constexpr std::size_t kUsualPerByte = 6;
// A whole library of texts is no input that is read at once.
constexpr std::size_t kMostExpected = std::size_t{256} << 20U;

constexpr int kKept = 64 << 20;        // bytes of freed memory
constexpr int kUsualStep = 256 << 10;  // by so many bytes more than asked the heap grows

char* heap_end() { return static_cast<char*>(sbrk(0)); }

// Bytes from `place` to the next begin of a large page.
std::ptrdiff_t to_large_page(const char* place) {
  const std::size_t behind = reinterpret_cast<std::uintptr_t>(place) % kLargePage;
  return static_cast<std::ptrdiff_t>(behind == 0 ? 0 : kLargePage - behind);
}

}  // namespace

void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);  // what one stage frees the next takes
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_TOP_PAD, kUsualStep);
}

void expect_input(std::size_t text_bytes) {
  const std::size_t expected = std::min(text_bytes, kMostExpected) * kUsualPerByte;
  if (expected < kLargePage) return;
  char* const begin = heap_end();
  mallopt(M_TOP_PAD, static_cast<int>(expected));
  void* volatile block =
      std::malloc(kUsualStep + kUsualStep / 2);  // the heap grows, by the padding too
  std::free(block);
  mallopt(M_TOP_PAD, kUsualStep);
  char* const first = begin + to_large_page(begin);
  const char* const last = std::min(heap_end(), begin + expected);
  if (last <= first) return;
  const auto size = static_cast<std::size_t>(last - first) / kLargePage * kLargePage;
  if (size > 0) madvise(first, size, MADV_HUGEPAGE);
}

}  // namespace handvest::cli
