// Grammar files as XML: what the elements mean.
#pragma once

#include <memory>
#include <string>

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

  /// The forms of all entries by their `group`, for `<part name=… list=GROUP/>`.
  void collect_lists(std::map<std::string, std::vector<std::string>>& lists) const;
  void define_parts(const std::map<std::string, std::vector<std::string>>& lists,
                    Parts& parts) const;
  Subject subject(Parts& parts, PatternCheck check) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace handvest
