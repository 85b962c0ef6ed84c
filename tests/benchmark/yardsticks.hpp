// What the stages are measured against in the same run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handvest {
class Grammar;
}

namespace handvest::benchmark_yardsticks {

/// The sum of all bytes: the time that memory alone costs.
std::size_t sum_of_bytes(std::string_view text);

/// Number of lines, found with LineIndex.
std::size_t split_lines(std::string_view text);

/// Number of words, as wc -w counts them in the C locale.
std::size_t count_words(std::string_view text);

/// The naive way: each mention rule's regex searched over the whole text, one after the other.
/// Number of matches.
std::size_t search_every_rule(std::string_view text, const Grammar& grammar);

}  // namespace handvest::benchmark_yardsticks
