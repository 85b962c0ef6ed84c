#include "source/html_nesting.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace handvest {
namespace {

using namespace std::string_view_literals;

// Elements that never hold others, or that the next one of their kind closes.
constexpr std::array kNotNesting{
    "area"sv,  "base"sv,   "br"sv,  "col"sv,   "embed"sv, "hr"sv,    "img"sv,      "input"sv,
    "link"sv,  "meta"sv,   "p"sv,   "li"sv,    "dd"sv,    "dt"sv,    "option"sv,   "tr"sv,
    "td"sv,    "th"sv,     "rp"sv,  "rt"sv,    "a"sv,     "tbody"sv, "thead"sv,    "tfoot"sv,
    "param"sv, "source"sv, "wbr"sv, "track"sv, "html"sv,  "head"sv,  "colgroup"sv, "body"sv};

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  HtmlNesting measure() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      ++at_;
      const bool closes = at_ < html_.size() && html_[at_] == '/';
      if (closes) ++at_;
      if (at_ < html_.size() && is_letter(html_[at_])) tag(closes);
    }
    return result_;
  }

 private:
  void tag(bool closes) {
    std::string name;
    while (at_ < html_.size() && !ends_name(html_[at_])) {
      name += is_letter(html_[at_]) ? static_cast<char>(html_[at_] | 0x20) : html_[at_];
      ++at_;
    }
    const bool self_closing = attributes();
    if (std::find(kNotNesting.begin(), kNotNesting.end(), name) != kNotNesting.end()) return;
    if (!closes && self_closing && open_["svg"] > 0) return;
    std::size_t& count = open_[name];
    if (!closes) {
      ++count;
      ++sum_;
    } else if (count > 0) {
      --count;
      --sum_;
    }
    result_.open_elements = std::max(result_.open_elements, sum_);
  }

  // Passes a tag's attributes; whether it ends in '/>'.
  bool attributes() {
    std::size_t count = 0;
    char before = ' ';
    for (; at_ < html_.size() && html_[at_] != '>'; ++at_) {
      const char c = html_[at_];
      if ((c == '"' || c == '\'') && before == '=') {
        const std::size_t end = html_.find(c, at_ + 1);
        if (end == std::string_view::npos) break;
        at_ = end;
      } else if (is_blank(c) || c == '/') {
        ++count;
      }
      if (!is_blank(c)) before = html_[at_];
    }
    result_.attributes = std::max(result_.attributes, count);
    return before == '/';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
  std::size_t sum_ = 0;
  HtmlNesting result_;
};

}  // namespace

HtmlNesting measure_nesting(std::string_view html) { return Scanner(html).measure(); }

}  // namespace handvest
