#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/plain.hpp"
#include "meaning/reading/rules.hpp"
#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

class Reader {
 public:
  Reader(const AgreementText& text, const Rules& rules)
      : source_(text), text_(text.plain), rules_(rules), end_(text.plain.size()) {}

  std::vector<Neighbourhood> read(Span subject) {
    const Span first = paragraph_at(subject.end);
    const auto stop = rules_.find_in("neighbourhoods.end", text_, first);
    if (stop && text_[stop->begin] == ':') {
      read_list(first.end);
    } else if (first.empty() || is_list(first)) {
      read_list(subject.end);
    } else {
      read_names({first.begin, stop ? stop->begin : first.end});
    }
    return std::move(found_);
  }

 private:
  // From `begin` to the next blank line.
  Span paragraph_at(std::size_t begin) const {
    const auto all = paragraphs(text_, {begin, std::min(end_, begin + kLongestSubject)});
    return all.empty() ? Span{begin, begin} : all.front();
  }

  bool is_list(Span span) const {
    const std::vector<Span> lines = filled_lines(text_, span);
    return std::any_of(lines.begin(), lines.end(), [&](const Span& line) {
      return rules_.matches("neighbourhoods.item", text_, line);
    });
  }

  void read_list(std::size_t begin) {
    for (const Span& paragraph :
         paragraphs(text_, {begin, std::min(end_, begin + kLongestSubject)})) {
      if (!is_list(paragraph)) return;
      for (const Span& line : filled_lines(text_, paragraph)) {
        const auto item = rules_.match_in("neighbourhoods.item", text_, line);
        if (item) add(*item->group("name"));
      }
    }
  }

  void read_names(Span names) {
    std::vector<Span> parts = split(names);
    // 'Dorp/Veld' alone names two; within a list it is the name of one.
    if (parts.size() == 1) parts = split_at_slash(parts.front());
    for (const Span& part : parts) add(without_lead(part));
  }

  std::vector<Span> split(Span names) const {
    std::vector<Span> parts;
    std::size_t begin = names.begin;
    for (std::size_t i = names.begin; i < names.end; ++i) {
      const std::size_t length = separator_at(i, names.end);
      if (length == 0) continue;
      parts.push_back({begin, i});
      begin = i + length;
      i = begin - 1;
    }
    parts.push_back({begin, names.end});
    return parts;
  }

  std::size_t separator_at(std::size_t i, std::size_t end) const {
    const char c = text_[i];
    if (c != ',' && c != ' ' && c != '\n') return 0;  // most
    for (const std::string_view separator : {", ", ",\n", " en ", " en\n", "\nen "}) {
      if (i + separator.size() <= end && text_.substr(i, separator.size()) == separator) {
        return separator.size();
      }
    }
    return 0;
  }

  std::vector<Span> split_at_slash(Span name) const {
    const std::size_t slash = text_.find('/', name.begin);
    if (slash >= name.end) return {name};
    return {{name.begin, slash}, {slash + 1, name.end}};
  }

  Span without_lead(Span name) const {
    name = trimmed(text_, name);
    const auto lead = rules_.match_in("neighbourhoods.lead", text_, name);
    return lead ? *lead->group("name") : name;
  }

  void add(Span name) {
    name = trimmed(text_, name);
    if (!name.empty()) found_.push_back({collapsed(slice(text_, name)), source_.source_of(name)});
  }

  static constexpr std::size_t kLongestSubject = 5000;

  const AgreementText& source_;
  std::string_view text_;
  const Rules& rules_;
  std::size_t end_;
  std::vector<Neighbourhood> found_;
};

}  // namespace

std::vector<Neighbourhood> read_neighbourhoods(const AgreementText& text, const Rules& rules) {
  const auto subject = rules.find_in("neighbourhoods.subject", text.plain, text.whole());
  if (!subject) return {};
  return Reader(text, rules).read(*subject);
}

}  // namespace handvest::meaning
