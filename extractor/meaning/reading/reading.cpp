#include "meaning/reading/reading.hpp"

#include <algorithm>
#include <utility>

#include "meaning/reading/plain.hpp"
#include "meaning/reading/rare_bytes.hpp"

namespace handvest::meaning {
namespace {

Abbreviations abbreviations_of(const Grammar& grammar) {
  const Subject* subject = grammar.subject("targets");
  if (subject == nullptr) return Abbreviations({});
  for (const Entry& entry : subject->entries) {
    if (entry.id == "abbreviations") return Abbreviations(entry.forms);
  }
  return Abbreviations({});
}

std::size_t count_items(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections) {
    count += section.content.size() + count_items(section.sections);
    for (const Block& block : section.blocks) count += block.content.size();
  }
  return count;
}

std::size_t count_items(const Outline& outline) {
  std::size_t count = outline.content.size() + count_items(outline.sections);
  for (const Charter& charter : outline.charters) {
    count += charter.content.size() + count_items(charter.sections);
  }
  return count;
}

class Collector {
 public:
  Collector(const SourceText& source, const Outline& outline, const std::vector<Mention>& mentions,
            const Grammar& grammar, PassageParts& parts)
      : source_(source.text),
        plain_(source, outline),
        mentions_(mentions),
        abbreviations_(abbreviations_of(grammar)),
        parts_(parts) {
    found.reserve(count_items(outline));
  }

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

  void add_content(const std::vector<Item>& content, std::string_view id) {
    context_.id = id;
    context_.subheading = nullptr;
    const Holder* holder = nullptr;
    for (const Item& item : content) {
      if (holder == nullptr) holder = &parts_.holders.emplace_back(context_);
      Passage passage;
      passage.item = &item;
      passage.holder = holder;
      passage.type = item.type;
      passage.level = item.level;
      set_text(passage);
      place_mentions(passage);
      if (item.type != ItemType::table) divide(passage);
      found.push_back(passage);
      if (item.type != ItemType::subheading) continue;
      context_.subheading = &item;
      holder = nullptr;
    }
  }

  std::vector<Passage> found;

 private:
  void set_text(Passage& passage) {
    const SpanList& spans = passage.item->spans;
    const std::string_view first = slice(source_, spans.front());
    const bool has_rare = spans.size() > 1 || holds_rare_byte(first);
    stops_ = has_rare ? Stops::all : Stops::full;
    if (!has_rare || (spans.size() == 1 && is_plain_line(first))) {
      passage.text = first;
      return;
    }
    std::string text;
    for (const Span& span : spans) {
      if (!text.empty()) text += ' ';
      parts_.begins.add(text.size());
      plain_.append_line(span, text);
    }
    const auto begins = parts_.begins.take();
    if (spans.size() > 1) passage.begins = begins;
    passage.text = parts_.texts.emplace_back(std::move(text));
  }

  void place_mentions(Passage& passage) {
    for (std::size_t i = 0; i < passage.item->spans.size(); ++i) {
      const Span& span = passage.item->spans[i];
      const std::size_t from = passage.begins.empty() ? 0 : passage.begins[i];
      auto mention = first_mention(span);
      for (; mention != mentions_.end() && mention->span.begin < span.end; ++mention) {
        const std::size_t begin = from + mention->span.begin - span.begin;
        const std::size_t end = std::min(begin + mention->span.size(), passage.text.size());
        parts_.mentions.add({&*mention, {begin, end}, mention->type});
      }
      mention_ = mention;
    }
    passage.mentions = parts_.mentions.take();
  }

  // Most items stand in the order of the text, and so the next mention is the one to begin with.
  std::vector<Mention>::const_iterator first_mention(Span span) const {
    const bool behind = mention_ == mentions_.begin() || (mention_ - 1)->span.begin < span.begin;
    const bool before = mention_ == mentions_.end() || mention_->span.begin >= span.begin;
    return behind && before ? mention_ : first_in(mentions_, span);
  }

  void divide(Passage& passage) {
    passage.sentences = read_sentences(passage.text, stops_, abbreviations_, parts_.sentences);
  }

  std::string_view source_;
  PlainText plain_;
  const std::vector<Mention>& mentions_;
  Abbreviations abbreviations_;
  PassageParts& parts_;
  std::vector<Mention>::const_iterator mention_ = mentions_.begin();  // behind the last placed
  Holder context_;                                                    // of the items that come
  Stops stops_ = Stops::all;                                          // of the passage
};

}  // namespace

Reading::Reading(const SourceText& source_text, const Outline& outline_read,
                 const Mentions& mentions_read, const Grammar& grammar_used)
    : source(source_text),
      outline(outline_read),
      mentions(mentions_read.mentions),
      grammar(grammar_used) {
  Collector collector(source, outline, mentions, grammar, parts_);
  collector.add_content(outline.content, {});
  collector.add_sections(outline.sections);
  for (const Charter& charter : outline.charters) collector.add_charter(charter);
  passages = std::move(collector.found);
}

}  // namespace handvest::meaning
