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
// What the program takes before it reads, and what documents take for each byte of text: somewhat
// less than that, so that few large pages are had in vain.
constexpr std::size_t kUsual = std::size_t{3} << 19U;
constexpr std::size_t kUsualPerByte = 5;
// A whole library of texts is no input that is read at once.
constexpr std::size_t kMostExpected = std::size_t{256} << 20U;

// So much of the heap lies before the first large page; more than malloc has left after a trim.
constexpr std::size_t kBefore = std::size_t{16} << 10U;

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
  const std::size_t expected = kUsual + std::min(text_bytes, kMostExpected) * kUsualPerByte;
  const std::size_t size = (expected + kLargePage / 2) / kLargePage * kLargePage;
  // malloc goes on behind what somebody else takes: just before a large page. What lies before is
  // never touched, and of the large pages nothing before they are asked for.
  malloc_trim(0);
  sbrk(to_large_page(heap_end() + kBefore));
  char* const first = heap_end() + kBefore;
  mallopt(M_TOP_PAD, static_cast<int>(size + kBefore));
  void* volatile block = std::malloc(kBefore / 2);  // the heap grows, by the padding too
  std::free(block);
  mallopt(M_TOP_PAD, kUsualStep);
  if (heap_end() >= first + size) madvise(first, size, MADV_HUGEPAGE);
}

}  // namespace handvest::cli
