#include "meaning/targets/goals.hpp"

#include <algorithm>
#include <utility>

#include "meaning/targets/dates.hpp"
#include "meaning/targets/states.hpp"

namespace handvest::meaning {
namespace {

// '(in 2007: 68 meldingen, doelstelling 2018: 51)' sets a goal of its own.
bool sets_goal(const Sentence& sentence, int paren) {
  return std::any_of(sentence.figures.begin(), sentence.figures.end(), [&](const Figure& figure) {
    return figure.paren == paren && figure.part == Part::to;
  });
}

}  // namespace

Target& Goals::add(const Figure& figure, std::size_t sentence) {
  origins_.push_back({figure.paren, figure.rank});
  sentence_ = sentence;
  return all_.emplace_back();
}

Target Goals::take_back() {
  Target last = std::move(all_.back());
  all_.pop_back();
  origins_.pop_back();
  return last;
}

Target* Goals::for_baseline(const Sentence& sentence, const Figure& figure, std::size_t number) {
  for (std::size_t i = size(); i-- > 0;) {
    Target& target = all_[first_ + i];
    const Origin& origin = origins_[i];
    const bool change = target.unit == "%change";
    if (change && !is_share(figure) && figure.paren != 0 && !sets_goal(sentence, figure.paren)) {
      return &target;
    }
    const bool here = sentence_ == number;
    const bool aside = here && origin.paren != 0 && origin.paren != figure.paren;
    const bool same_kind = !change && !aside && (target.unit == "%") == is_share(figure);
    if (same_kind && origin.rank == figure.rank) return &target;
    if (same_kind && figure.rank == 0 && origin.rank == 0) return nullptr;
  }
  return nullptr;
}

bool Goals::repeats(const Figure& figure) const {
  if (!is_share(figure)) return false;
  constexpr std::size_t kRemembered = 20;  // an item may have any number
  const auto fall = subtract({}, *figure.placed.mention->value.amount);
  const auto from = all_.end() - static_cast<std::ptrdiff_t>(std::min(size(), kRemembered));
  return std::any_of(from, all_.end(), [&](const Target& target) {
    return target.unit == "%change" && target.target.value == fall && fall->coefficient < 0;
  });
}

void set_baseline(Target& target, TargetPoint baseline) {
  const int from = year_of(baseline.date);
  const int to = year_of(target.target.date);
  if (from != 0 && to != 0 && from >= to) return;
  if (baseline.date.empty()) baseline.date = target.baseline.date;
  target.baseline = std::move(baseline);
  if (target.unit != "%change") target.direction = direction_between(target);
}

std::string_view direction_between(const Target& target) {
  const double from = target.baseline.value->to_double();
  const double to = target.target.value->to_double();
  return from < to ? "up" : from > to ? "down" : "keep";
}

}  // namespace handvest::meaning
