#include "check.hpp"

#include <cstdio>
#include <cstdlib>

#include "source/encoding.hpp"

namespace handvest::fuzz {
namespace {

void require(bool promise, const char* sentence) {
  if (promise) return;
  std::fprintf(stderr, "broken promise: %s\n", sentence);
  std::abort();
}

bool on_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, const Span& span) {
  require(span.begin <= span.end && span.end <= text.size(), "a span lies in the text");
  require(on_boundary(text, span.begin) && on_boundary(text, span.end),
          "a span begins and ends between characters");
}

}  // namespace

ReadLimits small_limits() {
  ReadLimits limits;
  limits.max_bytes = std::size_t{1} << 20U;
  limits.max_expansion = std::size_t{8} << 20U;
  return limits;
}

void check(const SourceText& source) {
  require(is_utf8(source.text), "the text is UTF-8");
  for (const Hint& hint : source.hints) check_span(source.text, hint.span);
  std::size_t end = 0;
  for (const Location& location : source.locations) {
    check_span(source.text, location.span);
    require(location.span.begin >= end, "places are in order and apart");
    require(location.confidence <= 1, "a confidence is at most 1");
    end = location.span.end;
  }
  std::size_t begin = 0;
  for (const Page& page : source.pages) {
    require(begin <= page.begin && page.begin <= source.text.size(), "pages are in order");
    begin = page.begin;
  }
}

void read(Reader reader, const std::uint8_t* data, std::size_t size) {
  try {
    check(reader({reinterpret_cast<const char*>(data), size}, "input", small_limits()));
  } catch (const Error&) {
  }
}

}  // namespace handvest::fuzz
