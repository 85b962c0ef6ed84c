// Plain text: the canonical text is the document's own characters, unchanged.
#include "source/encoding.hpp"
#include "source/formats.hpp"
#include "source/sha256.hpp"

namespace handvest {

SourceText read_plain_text(std::string_view bytes, const std::string& name, const ReadLimits&) {
  Decoded decoded = decode_text(bytes, name);
  SourceText source;
  source.name = name;
  source.media_type = "text/plain";
  source.encoding = std::move(decoded.encoding);
  source.text = std::move(decoded.text);
  source.sha256 = sha256_hex(source.text);
  source.warnings = std::move(decoded.warnings);
  return source;
}

}  // namespace handvest
