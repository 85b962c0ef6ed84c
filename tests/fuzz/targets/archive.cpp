#include "check.hpp"
#include "source/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    for (const auto& source : handvest::read_documents({reinterpret_cast<const char*>(data), size},
                                                       "input", handvest::fuzz::small_limits()))
      handvest::fuzz::check(source);
  } catch (const handvest::Error&) {
  }
  return 0;
}
