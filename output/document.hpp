// One document as its JSON tells it: what every format but the JSON itself is made of, so that the
// JSON alone is enough to make any of them.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace handvest {

/// A document of the format handvest/1. Offsets are code points, half open.
class Document {
 public:
  /// Reads the JSON. `name` is used in messages. Throws Error: damaged when it is no JSON or no
  /// object, unsupported_format when it is not handvest/1.
  Document(std::string_view json, const std::string& name);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// Gives it the canonical text that the offsets speak of. Throws Error (damaged) when its SHA-256
  /// is another than the JSON's source.sha256. A byte order mark at the start is passed over.
  void attach_text(std::string_view text);
  bool has_text() const { return has_text_; }
  /// The canonical text in UTF-8; empty without attach_text().
  const std::string& text() const { return text_; }

  /// Name of the document among others: its file name as a slug and the start of its checksum,
  /// "de-charters-txt-3fa9c1d2". Fit for file names.
  const std::string& key() const { return key_; }
  /// Another key, for runs that have names of their own for their documents.
  void set_key(std::string key) { key_ = std::move(key); }
  const nlohmann::ordered_json& root() const { return *root_; }

 private:
  std::string name_;
  std::unique_ptr<nlohmann::ordered_json> root_;
  std::string key_;
  std::string text_;
  bool has_text_ = false;
};

}  // namespace handvest
