#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handvest::fuzz::read(handvest::read_docx, data, size);
  handvest::fuzz::read(handvest::read_odt, data, size);
  return 0;
}
