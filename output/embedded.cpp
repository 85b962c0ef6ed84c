#include "output/embedded.hpp"

#include <stdexcept>
#include <string>

namespace handvest {

std::string_view output_file(std::string_view name) {
  for (const auto& file : output_files()) {
    if (file.name == name) return file.bytes;
  }
  throw std::out_of_range("no such embedded file: " + std::string(name));
}

}  // namespace handvest
