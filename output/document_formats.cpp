#include "output/document_formats.hpp"

namespace handvest {

std::vector<DocumentFormat> document_formats() { return {}; }

}  // namespace handvest
