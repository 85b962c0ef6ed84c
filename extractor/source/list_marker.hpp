// Markers that markup leaves to the reader's program to count.
#pragma once

#include <string>

namespace handvest {

enum class Counting { decimal, lower_letter, upper_letter, lower_roman, upper_roman };

/// The number as it is printed, without punctuation: 3, c, C, iii, III. Letters go on with aa, ab;
/// what has no form (below 1, roman from 4000) is written in decimal.
std::string counted(int number, Counting counting);

}  // namespace handvest
