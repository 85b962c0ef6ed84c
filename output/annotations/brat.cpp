#include <algorithm>
#include <map>

#include "output/annotations/marks.hpp"
#include "output/annotations/writers.hpp"

namespace handvest {
namespace {

constexpr std::string_view kTypes[] = {"number",    "percentage", "money", "date",
                                       "period",    "duration",   "age",   "ordinal",
                                       "reference", "target",     "pledge"};
constexpr std::string_view kQualifiers = "about|at_least|at_most|more_than|less_than";

// brat knows no line ends and tabs within a fragment.
bool breaks(char c) { return c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v'; }

/// Offsets and words of a range, in the fragments that brat allows.
struct Fragments {
  std::string offsets;
  std::string words;
};

Fragments fragments_of(const CodePointText& text, const Mark& mark) {
  Fragments found;
  std::size_t at = mark.start;
  std::string_view rest = text.slice(mark.start, mark.end);
  while (!rest.empty()) {
    const auto size =
        static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), breaks) - rest.begin());
    const std::string_view piece = rest.substr(0, size);
    const std::size_t length = count_code_points(piece);
    if (size > 0) {
      found.offsets += (found.offsets.empty() ? "" : ";") + std::to_string(at) + " " +
                       std::to_string(at + length);
      found.words += (found.words.empty() ? "" : " ") + std::string(piece);
    }
    at += length + 1;
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return found;
}

std::string on_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), breaks, ' ');
  return text;
}

/// Numbers and lines of one .ann file.
class StandoffWriter {
 public:
  explicit StandoffWriter(const CodePointText& text) : text_(text) {}

  void add(const Mark& mark) {
    const Fragments fragments = fragments_of(text_, mark);
    if (fragments.words.empty()) return;
    const std::string id = "T" + std::to_string(++spans_);
    ids_.emplace(mark.id, id);
    out_ += id + "\t" + mark.type + " " + fragments.offsets + "\t" + fragments.words + "\n";
    if (!mark.value.empty()) {
      out_ += "#" + std::to_string(++notes_) + "\tAnnotatorNotes " + id + "\t" +
              on_one_line(mark.value) + "\n";
    }
    if (!mark.qualifier.empty()) {
      out_ +=
          "A" + std::to_string(++attributes_) + "\tqualifier " + id + " " + mark.qualifier + "\n";
    }
  }

  void relate(const std::string& name, const std::string& from, const std::string& to) {
    const auto first = ids_.find(from);
    const auto second = ids_.find(to);
    if (first == ids_.end() || second == ids_.end()) return;
    out_ += "R" + std::to_string(++relations_) + "\t" + name + " Arg1:" + first->second +
            " Arg2:" + second->second + "\n";
  }

  std::string take() { return std::move(out_); }

 private:
  const CodePointText& text_;
  std::map<std::string, std::string> ids_;  // of marks, to brat's
  std::size_t spans_ = 0, notes_ = 0, attributes_ = 0, relations_ = 0;
  std::string out_;
};

}  // namespace

std::string write_brat(const Document& document) {
  const CodePointText text(document.text());
  StandoffWriter standoff(text);
  const auto marks = marks_of(document);
  for (const auto& mark : marks) standoff.add(mark);
  for (const auto& mark : marks) {
    standoff.relate("value", mark.id, mark.mention);
    standoff.relate("baseline", mark.id, mark.baseline);
  }
  return standoff.take();
}

std::string brat_configuration() {
  std::string conf = "[entities]\n";
  for (const auto type : kTypes) conf += std::string(type) + "\n";
  conf +=
      "[relations]\nvalue\tArg1:target|pledge, Arg2:<ENTITY>\nbaseline\tArg1:target, "
      "Arg2:<ENTITY>\n";
  conf += "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
  conf +=
      "[events]\n[attributes]\nqualifier\tArg:<ENTITY>, Value:" + std::string(kQualifiers) + "\n";
  return conf;
}

}  // namespace handvest
