// The grammar as the program keeps it: as bytes that are quick to read.
#pragma once

#include <string>
#include <string_view>

#include "grammar/grammar.hpp"

namespace handvest {

/// A subject without what a document never asks for: examples, and of rules that have tables their
/// expressions. The bytes mean something to unpacked() of the same program only.
std::string packed(const Subject& subject);

/// What packed() was given, but for what it leaves out. The bytes must be its own.
Subject unpacked(std::string_view bytes);

}  // namespace handvest
