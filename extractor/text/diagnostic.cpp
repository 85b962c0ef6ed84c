#include "text/diagnostic.hpp"

#include <utility>

namespace handvest {
namespace {

std::string with_place(const Place& place, const std::string& sentence) {
  std::string text = place.file;
  if (place.page > 0) text += ", page " + std::to_string(place.page);
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text.empty() ? sentence : text + ": " + sentence;
}

}  // namespace

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::cannot_open:
      return "cannot-open";
    case ErrorCode::cannot_read:
      return "cannot-read";
    case ErrorCode::cannot_write:
      return "cannot-write";
    case ErrorCode::is_directory:
      return "is-directory";
    case ErrorCode::unsupported_format:
      return "unsupported-format";
    case ErrorCode::bad_encoding:
      return "bad-encoding";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::needs_ocr:
      return "needs-ocr";
    case ErrorCode::too_large:
      return "too-large";
    case ErrorCode::bad_grammar:
      return "bad-grammar";
    case ErrorCode::bad_command_line:
      return "bad-command-line";
  }
  return "unknown";
}

Error::Error(ErrorCode code, Place place, const std::string& sentence)
    : std::runtime_error(with_place(place, sentence)), code_(code), place_(std::move(place)) {}

}  // namespace handvest
