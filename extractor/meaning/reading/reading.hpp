// A document as meaning reads it, made once for all that meaning finds. Private to meaning.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/pool.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest::meaning {

/// What passages refer to.
struct PassageParts {
  std::deque<Holder> holders;
  std::deque<std::string> texts;  ///< of the items that are not one line of the source
  Pool<std::size_t> begins;
  Pool<Placed> mentions;
  Pool<Span> sentences;
};

/// What was read must outlive the reading.
struct Reading {
  Reading(const SourceText& source, const Outline& outline, const Mentions& mentions,
          const Grammar& grammar);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const SourceText& source;
  const Outline& outline;
  const std::vector<Mention>& mentions;
  const Grammar& grammar;
  std::vector<Passage> passages;  ///< all items of the outline in its order

 private:
  PassageParts parts_;
};

}  // namespace handvest::meaning
