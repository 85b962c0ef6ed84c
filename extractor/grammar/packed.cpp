#include "grammar/packed.hpp"

#include <cstdint>

namespace handvest {
namespace {

constexpr unsigned kBitsOfByte = 7;
constexpr unsigned kGoesOn = 1U << kBitsOfByte;

// Numbers stand as seven bits a byte, the lowest first; texts behind their length, lists behind the
// number of their elements.
class Packer {
 public:
  std::string take() { return std::move(bytes_); }

  void number(std::uint64_t value) {
    for (; value >= kGoesOn; value >>= kBitsOfByte) {
      bytes_ += static_cast<char>((value & (kGoesOn - 1)) | kGoesOn);
    }
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  template <typename Elements, typename Write>
  void list(const Elements& elements, const Write& write) {
    number(static_cast<std::size_t>(std::distance(elements.begin(), elements.end())));
    for (const auto& element : elements) write(element);
  }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += kBitsOfByte) {
      const auto byte = static_cast<std::uint8_t>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & (kGoesOn - 1)} << shift;
      if (byte < kGoesOn) return value;
    }
  }
  bool truth() { return number() != 0; }
  std::string text() {
    const std::size_t size = number();
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }
  template <typename Element, typename Read>
  std::vector<Element> list(const Read& read) {
    std::vector<Element> elements;
    const std::size_t count = number();
    elements.reserve(count);
    for (std::size_t i = 0; i < count; ++i) elements.push_back(read());
    return elements;
  }

 private:
  std::string_view bytes_;
};

void write_attributes(Packer& to, const Attributes& attributes) {
  to.list(attributes, [&](const auto& attribute) {
    to.text(attribute.first);
    to.text(attribute.second);
  });
}

Attributes read_attributes(Unpacker& from) {
  Attributes attributes;
  const std::size_t count = from.number();
  attributes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = from.text();
    attributes.add(std::move(name), from.text());
  }
  return attributes;
}

// What a match of such a rule is, and which parts it has, the tables tell. Of rules that look at a
// text's begin they tell no parts.
bool is_told_by_tables(const Subject& subject, const Rule& rule) {
  if (subject.attributes.contains("stage")) return true;
  const auto look = rule.attributes.find("look");
  return look != rule.attributes.end() && look->second != "begin";
}

void write_condition(Packer& to, const Condition& condition) {
  to.number(condition.place == Condition::Place::before ? 1 : 0);
  to.number(condition.wanted ? 1 : 0);
  to.number(condition.word_edge ? 1 : 0);
}

Condition read_condition(Unpacker& from) {
  Condition condition;
  condition.place = from.truth() ? Condition::Place::before : Condition::Place::after;
  condition.wanted = from.truth();
  condition.word_edge = from.truth();
  return condition;
}

void write_rule(Packer& to, const Subject& subject, const Rule& rule) {
  to.text(rule.id);
  to.text(rule.yields);
  to.text(is_told_by_tables(subject, rule) ? std::string_view() : rule.pattern.expression());
  to.number(rule.pattern.options().ignore_case ? 1 : 0);
  to.number(rule.pattern.options().flexible_blank ? 1 : 0);
  write_attributes(to, rule.attributes);
  to.text(rule.file);
  to.number(rule.line);
  to.list(rule.conditions, [&](const Condition& condition) { write_condition(to, condition); });
  to.number(rule.left_edge ? 1 : 0);
  to.number(rule.right_edge ? 1 : 0);
  to.number(static_cast<std::uint32_t>(rule.priority));
  to.number(rule.longest);
}

Pattern read_pattern(Unpacker& from) {
  std::string expression = from.text();
  SyntaxOptions options;
  options.ignore_case = from.truth();
  options.flexible_blank = from.truth();
  return {std::move(expression), options};
}

// The members in their order, which is that of the bytes.
Rule read_rule(Unpacker& from) {
  Rule rule{from.text(),
            from.text(),
            read_pattern(from),
            read_attributes(from),
            {},
            {},
            from.text(),
            from.number(),
            from.list<Condition>([&] { return read_condition(from); }),
            from.truth(),
            from.truth(),
            static_cast<int>(static_cast<std::uint32_t>(from.number()))};
  rule.longest = from.number();
  return rule;
}

void write_entry(Packer& to, const Entry& entry) {
  to.text(entry.id);
  write_attributes(to, entry.attributes);
  to.list(entry.forms, [&](const std::string& form) { to.text(form); });
  to.list(entry.children, [&](const Entry& child) { write_entry(to, child); });
}

Entry read_entry(Unpacker& from) {
  return {from.text(), read_attributes(from), from.list<std::string>([&] { return from.text(); }),
          from.list<Entry>([&] { return read_entry(from); })};
}

}  // namespace

std::string packed(const Subject& subject) {
  Packer to;
  to.text(subject.name);
  write_attributes(to, subject.attributes);
  to.list(subject.rules, [&](const Rule& rule) { write_rule(to, subject, rule); });
  to.list(subject.entries, [&](const Entry& entry) { write_entry(to, entry); });
  return to.take();
}

Subject unpacked(std::string_view bytes) {
  Unpacker from(bytes);
  return {from.text(), read_attributes(from), from.list<Rule>([&] { return read_rule(from); }),
          from.list<Entry>([&] { return read_entry(from); })};
}

}  // namespace handvest
