// How the program's memory comes from the system. Speed only: nothing depends on it.
#pragma once

#include <cstddef>

namespace handvest::cli {

/// Lets memory that was freed serve again, rather than go back to the system after each table of a
/// stage and come again page by page. To be called once, first of all.
void keep_freed_memory();

/// Gets the memory for the grammar and for a document of `text_bytes` in large pages, where the
/// system has such. To be called once, before either is read.
void expect_input(std::size_t text_bytes);

}  // namespace handvest::cli
