#include "pipeline/batch/inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "text/diagnostic.hpp"

namespace handvest::batch {
namespace {

namespace fs = std::filesystem;

struct Found {
  std::string key;
  fs::path path;
};

[[noreturn]] void refuse(const std::string& argument, const std::string& sentence) {
  throw Error(ErrorCode::cannot_open, {argument, 0, 0, 0}, sentence);
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name.front() == '.';
}

void add_folder(const fs::path& folder, const std::string& prefix, std::vector<Found>& found) {
  const auto options = fs::directory_options::skip_permission_denied;
  for (auto it = fs::recursive_directory_iterator(folder, options); it != fs::end(it); ++it) {
    if (is_hidden(it->path())) {
      if (it->is_directory()) it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file()) continue;
    found.push_back({prefix + it->path().lexically_relative(folder).string(), it->path()});
  }
}

std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t result{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), 0, nullptr, &result) == 0) {
    paths.assign(result.gl_pathv, result.gl_pathv + result.gl_pathc);
  }
  ::globfree(&result);
  return paths;
}

void add_path(const std::string& argument, bool sole, std::vector<Found>& found) {
  const fs::path path(argument);
  if (fs::is_directory(path)) {
    const fs::path name = fs::absolute(path).lexically_normal();
    const fs::path last = name.has_filename() ? name.filename() : name.parent_path().filename();
    add_folder(path, sole ? std::string() : last.string() + "/", found);
  } else if (fs::exists(path)) {
    found.push_back({path.filename().string(), path});
  } else {
    const auto paths = matches_of(argument);
    if (paths.empty()) refuse(argument, "there is no such file or folder, and no file matches it");
    for (const auto& match : paths) add_path(match, false, found);
  }
}

void add_list(std::istream& lines, std::vector<Found>& found) {
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) add_path(line, false, found);
  }
}

void add_argument(const std::string& argument, bool sole, std::vector<Found>& found) {
  if (argument == "-") return add_list(std::cin, found);
  if (argument.size() > 1 && argument.front() == '@') {
    std::ifstream list(argument.substr(1));
    if (!list) refuse(argument.substr(1), "the list of inputs cannot be opened");
    return add_list(list, found);
  }
  add_path(argument, sole, found);
}

// The same file reached by two arguments counts once.
void drop_doubles(std::vector<Found>& found) {
  std::set<fs::path> seen;
  std::erase_if(found, [&](const Found& file) {
    return !seen.insert(fs::absolute(file.path).lexically_normal()).second;
  });
}

std::vector<Input> with_unique_keys(const std::vector<Found>& found) {
  std::set<std::string> used;
  std::vector<Input> inputs;
  for (const auto& file : found) {
    std::string key = file.key;
    for (int number = 2; !used.insert(key).second; ++number) {
      key = file.key + "~" + std::to_string(number);
    }
    std::error_code unreadable;
    const auto bytes = fs::file_size(file.path, unreadable);
    inputs.push_back({key, file.path.string(), unreadable ? 0 : bytes});
  }
  return inputs;
}

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& arguments) {
  std::vector<Found> found;
  for (const auto& argument : arguments) add_argument(argument, arguments.size() == 1, found);
  drop_doubles(found);
  if (found.empty()) refuse(arguments.empty() ? "" : arguments.front(), "no input file was found");
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.key, a.path) < std::tie(b.key, b.path);
  });
  std::vector<Input> inputs = with_unique_keys(found);
  std::sort(inputs.begin(), inputs.end(),
            [](const Input& a, const Input& b) { return a.key < b.key; });
  return inputs;
}

}  // namespace handvest::batch
