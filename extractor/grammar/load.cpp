// Reads grammars from files.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/grammar.hpp"
#include "grammar/read_xml.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& sentence) {
  throw Error(ErrorCode::bad_grammar, {file, 0, 0, 0}, sentence);
}

// FNV-1a: names a grammar version; no security hangs on it.
std::string hash_of(const std::vector<GrammarFile>& files) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const auto& file : files) {
    for (const char c : file.name + file.xml) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
  }
  std::ostringstream text;
  text << std::hex << hash;
  return text.str();
}

}  // namespace

Grammar compile_grammar(const std::vector<GrammarFile>& files, PatternCheck check,
                        const FrozenGrammar* frozen) {
  std::vector<GrammarFile> sorted = files;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  std::vector<GrammarXml> documents(sorted.begin(), sorted.end());
  Parts parts;
  for (const auto& document : documents) document.define_parts(documents, parts);
  std::vector<Subject> subjects;
  subjects.reserve(documents.size());
  for (const auto& document : documents) subjects.push_back(document.subject(parts, check));
  const std::string version =
      frozen != nullptr ? std::string(frozen->version) : "nl-" + hash_of(sorted);
  return {version, std::move(subjects), frozen};
}

Grammar load_grammar(const std::string& folder) {
  std::vector<GrammarFile> files;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() != ".xml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream) refuse(entry.path().string(), "the file cannot be read");
    files.push_back({entry.path().filename().string(), bytes.str()});
  }
  if (failure) refuse(folder, "the grammar folder cannot be read: " + failure.message());
  if (files.empty()) refuse(folder, "the folder holds no grammar file (*.xml)");
  return compile_grammar(files);
}

}  // namespace handvest
