#include "meaning/reading/passage.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace handvest::meaning {
namespace {

// Longer ones are cut at a blank, so that work within a sentence stays bounded.
constexpr std::size_t kLongestSentence = 2000;
constexpr std::size_t kLongestWord = 2000;

void append_piece(Passage& passage, std::string_view plain, Span span) {
  if (!passage.text.empty()) passage.text += ' ';
  passage.begins.push_back(passage.text.size());
  for (const char c : slice(plain, span)) {
    passage.text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
}

void place_mentions(Passage& passage, const std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < passage.item->spans.size(); ++i) {
    const Span& span = passage.item->spans[i];
    for (const Mention* mention : mentions_in(mentions, span)) {
      const std::size_t begin = passage.begins[i] + mention->span.begin - span.begin;
      const std::size_t end = std::min(begin + mention->span.size(), passage.text.size());
      passage.mentions.push_back({mention, {begin, end}});
    }
  }
}

class Collector {
 public:
  Collector(std::string_view plain, const std::vector<Mention>& mentions)
      : plain_(plain), mentions_(mentions) {}

  void add_sections(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      const Section* outer = std::exchange(context_.section, &section);
      add_content(section.content, section.id);
      for (const Block& block : section.blocks) {
        context_.block = &block;
        add_content(block.content, block.id);
        context_.block = nullptr;
      }
      add_sections(section.sections);
      context_.section = outer;
    }
  }

  void add_charter(const Charter& charter) {
    context_.charter = &charter;
    add_content(charter.content, charter.id);
    add_sections(charter.sections);
    context_.charter = nullptr;
  }

  void add_content(const std::vector<Item>& content, const std::string& in) {
    const Item* subheading = nullptr;
    for (std::size_t i = 0; i < content.size(); ++i) {
      const Item& item = content[i];
      Passage passage = context_;
      passage.item = &item;
      passage.subheading = subheading;
      passage.following = i + 1 < content.size() ? &content[i + 1] : nullptr;
      passage.in = in;
      for (const Span& span : item.spans) append_piece(passage, plain_, span);
      place_mentions(passage, mentions_);
      found.push_back(std::move(passage));
      if (item.type == ItemType::subheading) subheading = &item;
    }
  }

  std::vector<Passage> found;

 private:
  std::string_view plain_;
  const std::vector<Mention>& mentions_;
  Passage context_;  // charter, section and block of the items that come
};

bool ends_with_abbreviation(std::string_view text, std::size_t stop,
                            const std::vector<std::string>& abbreviations) {
  const std::string_view head = text.substr(0, stop + 1);
  return std::any_of(
      abbreviations.begin(), abbreviations.end(), [&](const std::string& abbreviation) {
        if (head.size() < abbreviation.size()) return false;
        const std::size_t begin = head.size() - abbreviation.size();
        if (head.substr(begin) != abbreviation) return false;
        return begin == 0 || std::isalnum(static_cast<unsigned char>(head[begin - 1])) == 0;
      });
}

// A stop ends a sentence when a blank and something other than a small letter follow.
bool ends_sentence(std::string_view text, std::size_t stop,
                   const std::vector<std::string>& abbreviations) {
  const char c = text[stop];
  if (c != '.' && c != '!' && c != '?') return false;
  if (stop + 1 == text.size()) return true;
  if (text[stop + 1] != ' ') return false;
  const std::size_t after = text.find_first_not_of(' ', stop + 1);
  if (after == std::string_view::npos) return true;
  if (std::islower(static_cast<unsigned char>(text[after])) != 0) return false;
  return c != '.' || !ends_with_abbreviation(text, stop, abbreviations);
}

}  // namespace

Span Passage::source_of(Span at) const {
  const auto source = [&](std::size_t offset) {
    std::size_t piece = 0;
    while (piece + 1 < begins.size() && begins[piece + 1] <= offset) ++piece;
    const Span& span = item->spans[piece];
    return std::min(span.begin + (offset - begins[piece]), span.end);
  };
  if (item == nullptr || begins.empty()) return {};
  const std::size_t begin = source(at.begin);
  return {begin, at.empty() ? begin : source(at.end - 1) + 1};
}

std::vector<const Mention*> mentions_in(const std::vector<Mention>& mentions, Span span) {
  std::vector<const Mention*> result;
  auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                       [](const Mention& m, std::size_t offset) { return m.span.begin < offset; });
  for (; mention != mentions.end() && mention->span.begin < span.end; ++mention) {
    result.push_back(&*mention);
  }
  return result;
}

std::vector<std::string> abbreviations_of(const Grammar& grammar) {
  const Subject* subject = grammar.subject("targets");
  if (subject == nullptr) return {};
  for (const Entry& entry : subject->entries) {
    if (entry.id == "abbreviations") return entry.forms;
  }
  return {};
}

std::vector<Passage> passages(std::string_view plain, const Outline& outline,
                              const Mentions& mentions) {
  Collector collector(plain, mentions.mentions);
  collector.add_content(outline.content, {});
  collector.add_sections(outline.sections);
  for (const Charter& charter : outline.charters) collector.add_charter(charter);
  return std::move(collector.found);
}

std::vector<Span> sentences(std::string_view text, const std::vector<std::string>& abbreviations) {
  std::vector<Span> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t size = i - begin;
    const bool too_long = (size >= kLongestSentence && text[i] == ' ') ||
                          (size >= kLongestSentence + kLongestWord && (text[i] & 0x80) == 0);
    if (!too_long && !ends_sentence(text, i, abbreviations)) continue;
    result.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < text.size()) result.push_back({begin, text.size()});
  return result;
}

}  // namespace handvest::meaning
