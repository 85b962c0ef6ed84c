// Bytes that most items have none of. Private to meaning.
#pragma once

#include <string_view>

namespace handvest::meaning {

/// Does the text hold a control (tab, line end …), a star, or one of '!' and '?'? One quick pass
/// tells of most texts that none of these need be looked for.
bool holds_rare_byte(std::string_view text);

}  // namespace handvest::meaning
