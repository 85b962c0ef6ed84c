#include "source/text_builder.hpp"

#include <algorithm>
#include <utility>

#include "source/sha256.hpp"

namespace handvest {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

// Paths may outgrow the text so many times (plus a start) before places are left out: a hostile
// file can give every letter a path of kilobytes.
constexpr std::size_t kPathFactor = 32;
constexpr std::size_t kPathStart = std::size_t{1} << 20U;

}  // namespace

TextBuilder::TextBuilder(std::string name, const ReadLimits& limits) : limits_(limits) {
  result_.name = std::move(name);
}

bool TextBuilder::at_line_start() const {
  return result_.text.empty() || pending_ == Break::line || pending_ == Break::paragraph ||
         result_.text.back() == '\n';
}

void TextBuilder::ask_for(Break wanted) {
  if (in_cell()) wanted = Break::blank;
  pending_ = std::max(pending_, wanted);
}

void TextBuilder::line_break() { ask_for(Break::line); }

void TextBuilder::paragraph_break() { ask_for(Break::paragraph); }

void TextBuilder::write_break() {
  if (!result_.text.empty()) {
    if (pending_ == Break::paragraph) result_.text += "\n\n";
    if (pending_ == Break::line) result_.text += '\n';
    if (pending_ == Break::blank && result_.text.back() != '\n' && result_.text.back() != '\t') {
      result_.text += ' ';
    }
  }
  pending_ = Break::none;
}

void TextBuilder::begin_pending() {
  for (const Handle handle : unbegun_) result_.hints[handle].span.begin = size();
  unbegun_.clear();
  if (std::exchange(page_unbegun_, false)) result_.pages.back().begin = size();
  if (std::exchange(place_unbegun_, false)) result_.locations.back().span.begin = size();
}

void TextBuilder::append(std::string_view text) {
  if (text.empty()) return;
  write_break();
  begin_pending();
  if (size() + text.size() > limits_.max_expansion) {
    throw Error(ErrorCode::too_large, {result_.name, 0, 0, 0},
                "the text grows larger than --max-expansion allows");
  }
  result_.text += text;
}

void TextBuilder::flow(std::string_view text) {
  while (!text.empty()) {
    const std::size_t word = text.find_first_not_of(kBlanks);
    if (word != 0) ask_for(Break::blank);
    if (word == std::string_view::npos) return;
    const std::size_t end = std::min(text.find_first_of(kBlanks, word), text.size());
    append(text.substr(word, end - word));
    text.remove_prefix(end);
  }
}

void TextBuilder::end_cell() {
  --cell_depth_;
  if (pending_ == Break::blank) pending_ = Break::none;  // no blank at the end of a cell
}

void TextBuilder::page(std::string label) {
  if (page_unbegun_) result_.pages.back().begin = size();
  result_.pages.push_back({size(), std::move(label)});
  page_unbegun_ = true;
}

TextBuilder::Handle TextBuilder::open(Hint hint) {
  const Handle handle = result_.hints.size();
  hint.span = {};
  result_.hints.push_back(std::move(hint));
  open_.push_back(true);
  unbegun_.push_back(handle);
  return handle;
}

void TextBuilder::close(Handle hint) {
  open_[hint] = false;
  const auto unbegun = std::find(unbegun_.rbegin(), unbegun_.rend(), hint);
  if (unbegun != unbegun_.rend()) {
    unbegun_.erase(std::next(unbegun).base());
    result_.hints[hint].span = {0, 0};
  } else {
    result_.hints[hint].span.end = size();
  }
}

void TextBuilder::open_place(Location place) {
  close_place();
  if (path_bytes_ + place.xpath.size() > kPathFactor * size() + kPathStart) return;
  path_bytes_ += place.xpath.size();
  place.span = {};
  result_.locations.push_back(std::move(place));
  place_open_ = place_unbegun_ = true;
}

void TextBuilder::close_place() {
  if (!std::exchange(place_open_, false)) return;
  if (std::exchange(place_unbegun_, false)) {
    path_bytes_ -= result_.locations.back().xpath.size();
    result_.locations.pop_back();
  } else {
    result_.locations.back().span.end = size();
  }
}

void TextBuilder::warn(std::string code, std::string message) {
  result_.warnings.push_back({std::move(code), std::move(message), std::nullopt});
}

SourceText TextBuilder::finish() {
  for (Handle handle = 0; handle < open_.size(); ++handle) {
    if (open_[handle]) close(handle);
  }
  close_place();
  if (std::exchange(page_unbegun_, false)) result_.pages.back().begin = size();
  auto& hints = result_.hints;
  std::erase_if(hints, [](const Hint& hint) { return hint.span.empty(); });
  std::stable_sort(hints.begin(), hints.end(), [](const Hint& a, const Hint& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  if (!result_.text.empty()) result_.text += '\n';
  result_.sha256 = sha256_hex(result_.text);
  return std::move(result_);
}

}  // namespace handvest
