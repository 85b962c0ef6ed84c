// Bytes of unknown encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"

namespace handvest {

/// Decoded text. A byte order mark is part of the encoding, not of the text (Unicode Standard,
/// 23.8): it is taken off, and offsets count from the character after it.
struct Decoded {
  std::string text;      ///< valid UTF-8
  std::string encoding;  ///< IANA name of what the bytes were in
  std::vector<Warning> warnings;
};

/// Decodes plain text. In this order: a byte order mark; valid UTF-8; UTF-16 without a mark; UTF-8
/// with a few damaged sequences, each of which becomes U+FFFD with a warning; Windows-1252 or
/// ISO-8859-15. Throws Error (bad_encoding) for binary data, NUL characters and other encodings;
/// `name` is named in it.
Decoded decode_text(std::string_view bytes, const std::string& name);

/// Decodes markup that says itself what it is in: a byte order mark, then `declared` (from the XML
/// declaration or a meta element; empty means UTF-8), then decode_text's rules where the
/// declaration is wrong, with a warning. Throws Error as decode_text.
Decoded decode_markup(std::string_view bytes, std::string_view declared, const std::string& name);

/// The name after `encoding=` or `charset=` in the first kilobyte of markup; empty when absent.
std::string declared_encoding(std::string_view bytes);

/// Whether `bytes` are well-formed UTF-8 (RFC 3629).
bool is_utf8(std::string_view bytes);

}  // namespace handvest
