// Which files a run works on, and under which names their results stand.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source/non_documents.hpp"

namespace handvest::batch {

/// One input file. `key` is its name in the manifest and the path of its results below the output
/// folder: the path below the folder that was named, or the file's name. Keys are unique.
struct Input {
  std::string key;
  std::string path;
  std::size_t bytes = 0;
};

struct Inputs {
  std::vector<Input> files;
  LeftOut left_out;
};

/// Expands folders (recursively), glob patterns, '@FILE' (a list of paths, one a line) and '-'
/// (such a list from standard input). Of a folder, hidden files and those that are plainly no
/// documents are left out; a file that is named is always taken. Ordered by key. A file named twice
/// counts once; two files that would have the same key get '~2', '~3' … in the order of their
/// paths. Throws Error for a path that does not exist, a pattern without a match, and when nothing
/// was found.
Inputs find_inputs(const std::vector<std::string>& arguments);

}  // namespace handvest::batch
