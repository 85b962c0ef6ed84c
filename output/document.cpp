#include "output/document.hpp"

#include <nlohmann/json.hpp>

#include "source/sha256.hpp"
#include "text/diagnostic.hpp"
#include "text/fold.hpp"

namespace handvest {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kKeyDigits = 8;

Json parse(std::string_view json, const std::string& name) {
  Json root = Json::parse(json, nullptr, false);
  if (root.is_object()) return root;
  throw Error(ErrorCode::damaged, {name, 0, 0, 0},
              "this is no JSON of handvest; give a file that 'handvest extract' wrote");
}

std::string source_field(const Json& root, const char* field) {
  const auto source = root.find("source");
  if (source == root.end() || !source->is_object()) return {};
  const auto found = source->find(field);
  return found != source->end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Document::Document(std::string_view json, const std::string& name)
    : name_(name), root_(std::make_unique<Json>(parse(json, name))) {
  const auto format = root_->find("format");
  if (format == root_->end() || *format != "handvest/1") {
    throw Error(ErrorCode::unsupported_format, {name, 0, 0, 0},
                "its format is not handvest/1; extract the document again with this version");
  }
  key_ = slug(source_field(*root_, "name"));
  if (key_.empty()) key_ = "document";
  key_ += "-" + source_field(*root_, "sha256").substr(0, kKeyDigits);
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

void Document::attach_text(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (sha256_hex(text) != source_field(*root_, "sha256")) {
    throw Error(ErrorCode::damaged, {name_, 0, 0, 0},
                "the text is not the one that this JSON speaks of (its SHA-256 differs); give the "
                "file that 'handvest extract --text-out' wrote");
  }
  text_ = text;
  has_text_ = true;
}

}  // namespace handvest
