#include "source/formats.hpp"

namespace handvest {

SourceText read_page_xml(std::string_view, const std::string& name, const ReadLimits&) {
  throw Error(ErrorCode::unsupported_format, {name, 0, 0, 0}, "this format cannot be read yet");
}

}  // namespace handvest
