// Grammar files as XML: what the elements mean.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"
#include "grammar/parts.hpp"

namespace handvest {

/// One grammar file, parsed. Throws Error (bad_grammar) with file and line for broken XML.
class GrammarXml {
 public:
  explicit GrammarXml(const GrammarFile& file);
  ~GrammarXml();
  GrammarXml(GrammarXml&&) noexcept;
  GrammarXml& operator=(GrammarXml&&) noexcept;
  GrammarXml(const GrammarXml&) = delete;
  GrammarXml& operator=(const GrammarXml&) = delete;

  /// `all`: the files whose entries a `<part name=… list=GROUP/>` can name.
  void define_parts(const std::vector<GrammarXml>& all, Parts& parts) const;
  Subject subject(Parts& parts, PatternCheck check) const;

 private:
  void add_forms(std::string_view group, std::vector<std::string>& forms) const;

  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace handvest
