#include "source/metadata_records.hpp"

#include <algorithm>

#include "source/read.hpp"
#include "source/sha256.hpp"

namespace handvest {
namespace {

bool is_of(const Metadata& record, const SourceText& document) {
  const auto& own = document.identifiers;
  return std::any_of(record.identifiers.begin(), record.identifiers.end(),
                     [&](const std::string& id) {
                       return std::find(own.begin(), own.end(), id) != own.end() ||
                              document.name.find(id + ".") != std::string::npos;
                     });
}

}  // namespace

MetadataRecords::MetadataRecords(const std::vector<std::string>& paths, const ReadLimits& limits) {
  std::string all;
  for (const auto& path : paths) {
    const std::string bytes = read_bytes(path, limits);
    add(read_metadata(bytes, path, limits));
    all += sha256_hex(bytes);
  }
  if (!all.empty()) hash_ = sha256_hex(all);
}

void MetadataRecords::describe(std::span<SourceText> documents, bool only) const {
  for (auto& document : documents) {
    for (const auto& record : records_) {
      if (only || is_of(record, document)) apply_metadata(record, document, Precedence::record);
    }
  }
}

}  // namespace handvest
