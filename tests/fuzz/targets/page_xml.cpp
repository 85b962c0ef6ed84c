#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handvest::fuzz::read(handvest::read_page_xml, data, size);
  return 0;
}
