// The published contract of the JSON output.
#pragma once

#include <string_view>

namespace handvest {

/// The JSON Schema (draft 2020-12) of the format handvest/1, as it stands in
/// output/schema/handvest-1.schema.json.
std::string_view json_schema();

}  // namespace handvest
