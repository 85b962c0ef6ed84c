#include "grammar/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace handvest {
namespace {

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

std::string message_of(int error) {
  std::array<PCRE2_UCHAR, 160> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

std::uint32_t options_of(Regex::Use use) {
  // A text cut inside a code point is no reason to fail.
  // Alternatives may use one name.
  constexpr std::uint32_t kAlways =
      PCRE2_MULTILINE | PCRE2_DUPNAMES | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
  switch (use) {
    case Regex::Use::search:
      return kAlways;
    case Regex::Use::begin:
      return kAlways | PCRE2_ANCHORED;
    case Regex::Use::whole:
      return kAlways | PCRE2_ANCHORED | PCRE2_ENDANCHORED;
  }
  return kAlways;
}

PCRE2_SPTR bytes_of(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

// Steps after which a match is given up: far beyond what an honest pattern takes on a paragraph.
constexpr std::uint32_t kMostSteps = 1'000'000;
constexpr std::uint32_t kMostKibibytes = 4096;  // for the way back

}  // namespace

struct Regex::Code {
  std::unique_ptr<pcre2_code, Free> compiled;
  std::unique_ptr<pcre2_match_context, Free> limits;
  std::uint32_t parts = 0;  ///< highest number of a part
};

Regex::Regex(const std::string& expression, Use use) : code_(std::make_unique<Code>()) {
  int error = 0;
  std::size_t where = 0;
  code_->compiled.reset(pcre2_compile(bytes_of(expression), expression.size(), options_of(use),
                                      &error, &where, nullptr));
  if (!code_->compiled) {
    throw std::runtime_error(message_of(error) + " at byte " + std::to_string(where) + " of '" +
                             expression + "'");
  }
  // Without machine code (no support, or no memory for it) the interpreter does the same.
  pcre2_jit_compile(code_->compiled.get(), PCRE2_JIT_COMPLETE);
  code_->limits.reset(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(code_->limits.get(), kMostSteps);
  pcre2_set_heap_limit(code_->limits.get(), kMostKibibytes);
  read_names();
}

Regex::~Regex() = default;

void Regex::read_names() {
  const pcre2_code* code = code_->compiled.get();
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &code_->parts);
  std::uint32_t count = 0;
  std::uint32_t size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
  for (std::uint32_t i = 0; i < count; ++i, table += size) {  // two bytes of number, then the name
    names_.emplace_back(reinterpret_cast<const char*>(table + 2),
                        static_cast<std::size_t>(table[0]) << 8U | table[1]);
  }
}

std::vector<Span> Regex::match(std::string_view text, std::size_t from) const {
  const pcre2_code* code = code_->compiled.get();
  const std::unique_ptr<pcre2_match_data, Free> data(
      pcre2_match_data_create(code_->parts + 1, nullptr));
  int found =
      pcre2_match(code, bytes_of(text), text.size(), from, 0, data.get(), code_->limits.get());
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    found = pcre2_match(code, bytes_of(text), text.size(), from, PCRE2_NO_JIT, data.get(),
                        code_->limits.get());
  }
  if (found == PCRE2_ERROR_NOMATCH) return {};
  if (found < 0) throw TooComplex();
  const std::size_t* ends = pcre2_get_ovector_pointer(data.get());
  std::vector<Span> parts;
  for (std::size_t i = 0; i <= code_->parts; ++i) {
    const bool took_part = i < static_cast<std::size_t>(found) && ends[2 * i] != PCRE2_UNSET;
    parts.push_back(took_part ? Span{ends[2 * i], ends[2 * i + 1]} : Span{kNowhere, kNowhere});
  }
  return parts;
}

}  // namespace handvest
