#include "source/read.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "source/sha256.hpp"

namespace handvest {

std::vector<SourceText> read_documents(std::string_view bytes, const std::string& name,
                                       const ReadLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                "the input is larger than --max-bytes allows");
  }
  SourceText source;
  source.name = name == "-" ? name : std::filesystem::path(name).filename().string();
  source.media_type = "text/plain";
  source.encoding = "UTF-8";
  source.text = bytes;
  source.sha256 = sha256_hex(source.text);
  std::vector<SourceText> documents;
  documents.push_back(std::move(source));
  return documents;
}

std::string read_bytes(const std::string& path, const ReadLimits&) {
  std::ostringstream bytes;
  if (path == "-") {
    bytes << std::cin.rdbuf();
    return bytes.str();
  }
  if (std::filesystem::is_directory(path)) {
    throw Error(ErrorCode::is_directory, {path, 0, 0, 0},
                "this is a folder; name a file, or use 'handvest batch' for folders");
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream)
    throw Error(ErrorCode::cannot_open, {path, 0, 0, 0},
                std::string("the file cannot be opened: ") + std::strerror(errno));
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace handvest
