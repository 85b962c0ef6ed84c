#include <dlfcn.h>

#include <filesystem>
#include <sstream>

#include "source/pdf_module/pdf_module.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

namespace fs = std::filesystem;

using Reader = decltype(&handvest_read_pdf_words);
constexpr const char* kFile = "handvest-pdf.so";
constexpr const char* kSymbol = "handvest_read_pdf_words";

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

Reader find_reader(const std::string& name) {
  // Programs that link the module's code, such as fuzzers, have it at hand.
  if (void* linked = ::dlsym(RTLD_DEFAULT, kSymbol)) return reinterpret_cast<Reader>(linked);
  for (const auto& folder : places()) {
    void* module = ::dlopen((folder / kFile).c_str(), RTLD_NOW | RTLD_LOCAL);
    void* symbol = module != nullptr ? ::dlsym(module, kSymbol) : nullptr;
    if (symbol != nullptr) return reinterpret_cast<Reader>(symbol);
  }
  throw Error(ErrorCode::unsupported_format, {name, 0, 0, 0},
              std::string("this is a PDF, and the module that reads PDF, ") + kFile +
                  ", cannot be loaded; install handvest whole, with poppler");
}

}  // namespace

PdfContent read_pdf_words(std::string_view bytes, std::size_t budget, const std::string& name) {
  PdfContent content;
  find_reader(name)(bytes.data(), bytes.size(), budget, &content);
  return content;
}

}  // namespace handvest
