#include "output/schema.hpp"

#include "output/embedded.hpp"

namespace handvest {

std::string_view json_schema() { return output_file("handvest-1.schema.json"); }

}  // namespace handvest
