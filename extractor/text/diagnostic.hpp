// What goes wrong: warnings travel with the result, errors end the document.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

#include "text/span.hpp"

namespace handvest {

/// Something that was read with doubt or not at all. It never stops the work and no text is dropped
/// for it.
struct Warning {
  std::string code;     ///< short and stable, kebab-case, e.g. "damaged-date"
  std::string message;  ///< one English sentence
  std::optional<Span> span;
};

/// Why a document cannot be read. Codes keep their meaning; the sentence for each is in the
/// message.
enum class ErrorCode {
  cannot_open,
  cannot_read,
  cannot_write,
  is_directory,
  unsupported_format,
  bad_encoding,
  damaged,
  needs_ocr,
  too_large,
  bad_grammar,
  bad_command_line,
};

/// Kebab-case name of a code, as JSON and messages print it.
const char* name_of(ErrorCode code);

/// Where an error lies; 0 means unknown.
struct Place {
  std::string file;
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< from 1, in code points
  std::size_t page = 0;    ///< from 1
};

/// Ends the work on one document. what() is "file:line:column: sentence that says what to do".
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, Place place, const std::string& sentence);
  ErrorCode code() const { return code_; }
  const Place& place() const { return place_; }

 private:
  ErrorCode code_;
  Place place_;
};

}  // namespace handvest
