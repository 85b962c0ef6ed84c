// The JSON of "Output format, version 1" (output/schema/handvest-1.schema.json).
#pragma once

#include <string>

#include "output/byte_sink.hpp"
#include "output/extraction.hpp"

namespace handvest {

struct JsonStyle {
  bool compact = false;  ///< one line instead of two-space indent
};

/// The whole extraction as UTF-8 JSON with a final line end, given to `sink` in pieces: in memory
/// it would be several times the document. All offsets in it are Unicode code points, half open
/// (W3C TextPositionSelector). The same extraction gives the same bytes.
void write_json(const Extraction& extraction, const JsonStyle& style, const ByteSink& sink);
/// The same as one string.
std::string to_json(const Extraction& extraction, const JsonStyle& style = {});

}  // namespace handvest
