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
  bool named = false;  ///< else met in a folder
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
    found.push_back({prefix + it->path().lexically_relative(folder).string(), it->path(), false});
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
    found.push_back({path.filename().string(), path, true});
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

// The same file reached by two arguments counts once, and as named if one of them names it.
void drop_doubles(std::vector<Found>& found) {
  std::stable_partition(found.begin(), found.end(), [](const Found& file) { return file.named; });
  std::set<fs::path> seen;
  std::erase_if(found, [&](const Found& file) {
    return !seen.insert(fs::absolute(file.path).lexically_normal()).second;
  });
}

std::string read_part(std::ifstream& file, std::size_t size) {
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  file.clear();
  return bytes;
}

// A file that cannot be opened is taken: whoever reads it says what is wrong.
NonDocument kind_of(const fs::path& path) {
  constexpr std::streamoff kTail = 256;
  std::ifstream file(path, std::ios::binary);
  const std::string head = read_part(file, kGlance);
  file.seekg(0, std::ios::end);
  file.seekg(-std::min<std::streamoff>(kTail, file.tellg()), std::ios::end);
  const std::string tail = read_part(file, kTail);
  return non_document({path.native(), head, tail});
}

LeftOut leave_out(std::vector<Found>& found) {
  LeftOut left_out;
  std::erase_if(found, [&](const Found& file) {
    const NonDocument kind = file.named ? NonDocument::none : kind_of(file.path);
    if (kind != NonDocument::none) left_out.add(kind);
    return kind != NonDocument::none;
  });
  return left_out;
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

Inputs find_inputs(const std::vector<std::string>& arguments) {
  std::vector<Found> found;
  for (const auto& argument : arguments) add_argument(argument, arguments.size() == 1, found);
  drop_doubles(found);
  const LeftOut left_out = leave_out(found);
  if (found.empty()) {
    refuse(arguments.empty() ? "" : arguments.front(),
           "no input file was found" +
               (left_out.count() == 0 ? std::string() : ", besides " + left_out.text()));
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.key, a.path) < std::tie(b.key, b.path);
  });
  Inputs inputs{with_unique_keys(found), left_out};
  std::sort(inputs.files.begin(), inputs.files.end(),
            [](const Input& a, const Input& b) { return a.key < b.key; });
  return inputs;
}

}  // namespace handvest::batch
