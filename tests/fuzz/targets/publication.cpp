#include "check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handvest::fuzz::read(handvest::read_officiele_publicatie, data, size);
  handvest::fuzz::read(handvest::read_stop, data, size);
  return 0;
}
