#include "source/modules/load.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "text/diagnostic.hpp"

namespace handvest {
namespace {

namespace fs = std::filesystem;

// Beside the program as it was installed, then where the build or the installation put it.
std::vector<fs::path> places() {
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  std::vector<fs::path> folders = {program.parent_path().parent_path() / HANDVEST_LIBRARY_FOLDER /
                                   "handvest"};
  std::istringstream configured(HANDVEST_MODULE_FOLDERS);
  for (std::string folder; std::getline(configured, folder, ':');) folders.emplace_back(folder);
  return folders;
}

}  // namespace

void* load_function(const Module& module, const std::string& document) {
  for (const auto& folder : places()) {
    void* loaded = ::dlopen((folder / module.file).c_str(), RTLD_NOW | RTLD_LOCAL);
    void* function = loaded != nullptr ? ::dlsym(loaded, module.symbol) : nullptr;
    if (function != nullptr) return function;
  }
  throw Error(ErrorCode::unsupported_format, {document, 0, 0, 0},
              std::string("this is ") + module.reads + ", and the module that reads it, " +
                  module.file + ", cannot be loaded; install handvest whole, with its libraries");
}

}  // namespace handvest
