// Running heads and feet of office documents.
#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>

#include "source/block_writer.hpp"

namespace handvest {

/// Writes what an office document prints on its pages beside the text, as page furniture. The
/// format keeps it once for a section, with variants for the first and for left pages; a text that
/// several of them have is written once.
class RunningHeads {
 public:
  explicit RunningHeads(BlockWriter& writer) : writer_(writer) {}

  /// The paragraphs (elements named p) under `part`.
  void write(const pugi::xml_node& part);

 private:
  BlockWriter& writer_;
  std::set<std::string> written_;
};

}  // namespace handvest
