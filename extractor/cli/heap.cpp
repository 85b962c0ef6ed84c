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

std::uintptr_t heap_end() { return reinterpret_cast<std::uintptr_t>(sbrk(0)); }

}  // namespace

void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);  // what one stage frees the next takes
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_TOP_PAD, kUsualStep);
}

void expect_input(std::size_t text_bytes) {
  const std::size_t expected = std::min(text_bytes, kMostExpected) * kUsualPerByte;
  if (expected < kLargePage) return;
  const std::uintptr_t begin = heap_end();
  mallopt(M_TOP_PAD, static_cast<int>(expected));
  void* volatile block =
      std::malloc(kUsualStep + kUsualStep / 2);  // the heap grows, by the padding too
  std::free(block);
  mallopt(M_TOP_PAD, kUsualStep);
  const std::uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
  const std::uintptr_t last = std::min(heap_end(), begin + expected) / kLargePage * kLargePage;
  if (last > first) madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

}  // namespace handvest::cli
