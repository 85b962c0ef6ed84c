// One regular expression over UTF-8, compiled by PCRE2.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.hpp"

namespace handvest {

/// A match that would take more steps than is sensible: the expression backtracks without bound.
struct TooComplex : std::runtime_error {
  TooComplex() : std::runtime_error("the match grows too complex") {}
};

/// An expression in Perl syntax, compiled for one way of matching: to machine code where PCRE2 can,
/// which takes it as given for that one way. Immutable; safe from several threads.
class Regex {
 public:
  enum class Use {
    search,  ///< anywhere from the given offset on
    begin,   ///< only at the given offset
    whole,   ///< from the given offset to the text's end
  };

  /// `expression` as to_expression() writes it; `^` and `$` stand at line ends too. Throws
  /// std::runtime_error that says what is wrong and where.
  Regex(const std::string& expression, Use use);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// Span of the match and of each part that took part in it, by the part's number; a part that
  /// took none has kNowhere as its begin. Empty where nothing matches. Throws TooComplex.
  std::vector<Span> match(std::string_view text, std::size_t from) const;
  /// Names of parts with their numbers, by name.
  const std::vector<std::pair<std::string, std::size_t>>& names() const { return names_; }

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

 private:
  struct Code;
  void read_names();
  std::unique_ptr<Code> code_;
  std::vector<std::pair<std::string, std::size_t>> names_;
};

}  // namespace handvest
