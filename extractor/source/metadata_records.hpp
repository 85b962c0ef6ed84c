// Metadata records that lie beside the documents they describe.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "source/metadata.hpp"

namespace handvest {

class MetadataRecords {
 public:
  MetadataRecords() = default;
  /// The records in the files at `paths`. Throws Error when a file cannot be read or is no record.
  MetadataRecords(const std::vector<std::string>& paths, const ReadLimits& limits);

  void add(Metadata record) { records_.push_back(std::move(record)); }

  /// Gives each of the documents what the records of the same publication say: those that share an
  /// identifier with it, or whose identifier is in its file name. Where there is but one document
  /// (`only`), every record is taken for its record.
  void describe(std::span<SourceText> documents, bool only) const;

  /// What tells these records from others; empty when there are none.
  const std::string& hash() const { return hash_; }

 private:
  std::vector<Metadata> records_;
  std::string hash_;
};

}  // namespace handvest
