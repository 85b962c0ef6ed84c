// Where bytes of an output go as they come.
#pragma once

#include <functional>
#include <string_view>

namespace handvest {

/// Takes the next bytes of an output. What it throws ends the writing.
using ByteSink = std::function<void(std::string_view)>;

}  // namespace handvest
