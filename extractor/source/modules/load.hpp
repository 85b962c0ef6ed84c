// Modules: the readers whose libraries would cost every run their loading and memory. They are
// shared objects of the program's own, loaded when a document of their kind is met.
#pragma once

#include <string>

namespace handvest {

/// A module by its file, and the one function that it exports.
struct Module {
  const char* file;    ///< "handvest-pdf.so"
  const char* symbol;  ///< name of the function
  const char* reads;   ///< what it reads, for the error: "a PDF"
};

/// The module's function, from the build tree or from where it was installed. Throws Error
/// (unsupported_format) that names `document` and the module when it cannot be loaded. Safe from
/// several threads.
void* load_function(const Module& module, const std::string& document);

}  // namespace handvest
