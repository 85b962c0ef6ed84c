#include "source/metadata.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "source/formats.hpp"
#include "source/xml.hpp"

namespace handvest {
namespace {

// Series of officielebekendmakingen.nl; an identifier is the series, then numbers and letters.
constexpr std::array<std::string_view, 20> kSeries{
    "stcrt", "stb",  "trb",  "gmb",   "prb",   "wsb",    "bgr",   "kst",   "blg",   "ah-tk",
    "ah-ek", "h-tk", "h-ek", "kv-tk", "kv-ek", "nds-tk", "ag-tk", "ag-ek", "ag-vv", "dgmb"};

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

void add_unique(std::vector<std::string>& all, std::string_view one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.emplace_back(one);
}

// Length of 'BWBR' or 'CVDR' and its digits at the begin of `text`; 0 when there is none.
std::size_t law_identifier(std::string_view text) {
  if (!text.starts_with("BWBR") && !text.starts_with("BWBV") && !text.starts_with("CVDR")) return 0;
  std::size_t size = 4;
  while (size < text.size() && is_digit(text[size])) ++size;
  return size >= 8 ? size : 0;
}

// Length of 'stcrt-2024-4561' and its kind at the begin of `text`.
std::size_t publication_identifier(std::string_view text) {
  for (const auto series : kSeries) {
    if (!text.starts_with(series) || text.size() < series.size() + 2) continue;
    if (text[series.size()] != '-' || !is_digit(text[series.size() + 1])) continue;
    std::size_t size = series.size();
    while (size < text.size() && (is_alnum(text[size]) || text[size] == '-')) ++size;
    while (text[size - 1] == '-') --size;
    return size;
  }
  return 0;
}

// A day of a W3CDTF value ('2024-05-17T09:00:00+02:00') or a year or month; empty for other text.
std::string edtf_of(std::string_view value) {
  constexpr std::string_view kPattern = "0000-00-00";
  std::size_t size = 0;
  while (size < value.size() && size < kPattern.size() &&
         (kPattern[size] == '0' ? is_digit(value[size]) : value[size] == kPattern[size])) {
    ++size;
  }
  const bool whole = size == 4 || size == 7 || size == 10;
  const bool ends = size == value.size() || value[size] == 'T';
  return whole && ends ? std::string(value.substr(0, size)) : std::string();
}

// Keeps the best of several values: those earlier in the ranking are better.
class Finder {
 public:
  void fact(std::string_view key, std::string_view value) {
    key = key.substr(key.find_last_of(".:") + 1);
    if (value.empty()) return;
    if (key == "identifier" || key == "externMetadataRecord") {
      for (const auto& id : identifiers_in(value)) add_unique(found_.identifiers, id);
    } else if (key == "title") {
      if (found_.title.empty()) found_.title = value;
    } else {
      constexpr std::array<std::string_view, 6> kDates{
          "datumOndertekening", "issued", "available", "date", "modified", "created"};
      const auto rank = std::find(kDates.begin(), kDates.end(), key);
      if (rank != kDates.end())
        take(found_.date, date_rank_, rank - kDates.begin(), edtf_of(value));
    }
  }
  Metadata& found() { return found_; }

 private:
  static void take(std::string& best, std::ptrdiff_t& best_rank, std::ptrdiff_t rank,
                   std::string value) {
    if (value.empty() || rank >= best_rank) return;
    best = std::move(value);
    best_rank = rank;
  }
  Metadata found_;
  std::ptrdiff_t date_rank_ = 100;
};

// What older versions of Word and Excel print into a PDF.
bool is_window_title(std::string_view title) {
  return title.starts_with("Microsoft ") && title.find(" - ") != std::string_view::npos;
}

bool ends_as_file_name(std::string_view title) {
  constexpr std::array<std::string_view, 12> kEndings{".doc", ".docx", ".odt",  ".rtf",
                                                      ".pdf", ".indd", ".qxd",  ".qxp",
                                                      ".wpd", ".ppt",  ".pptx", ".xls"};
  std::string lower(title);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool is_meta(std::string_view name) { return name == "meta" || name == "metadata"; }

}  // namespace

std::string title_from_properties(std::string title) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto begin = title.find_first_not_of(kBlank);
  if (begin == std::string::npos || is_window_title(title) || ends_as_file_name(title)) {
    return {};
  }
  return title.substr(begin, title.find_last_not_of(kBlank) + 1 - begin);
}

std::vector<std::string> identifiers_in(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_alnum(text[at - 1])) continue;
    const std::string_view rest = text.substr(at);
    const std::size_t size = std::max(law_identifier(rest), publication_identifier(rest));
    if (size == 0) continue;
    std::string_view id = rest.substr(0, size);
    add_unique(found, id);
    at += size - 1;
  }
  return found;
}

Metadata metadata_in(const pugi::xml_node& tree) {
  Finder finder;
  tree.find_node([&](const pugi::xml_node& node) {
    if (!is_element(node)) return false;
    const std::string_view name = local_name(node);
    const std::string_view key = attribute_of(node, "name");
    if (is_meta(name) && !key.empty()) finder.fact(key, attribute_of(node, "content"));
    return false;
  });
  return finder.found();
}

Metadata record_in(const pugi::xml_node& tree) {
  Finder finder;
  finder.found() = metadata_in(tree);
  tree.find_node([&](const pugi::xml_node& node) {
    if (is_element(node) && !is_element(node.first_child())) {
      finder.fact(local_name(node), node.text().get());
    }
    return false;
  });
  return finder.found();
}

Metadata read_metadata(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  if (detect_format(bytes) != Format::metadata_record) {
    throw Error(ErrorCode::unsupported_format, {name, 0, 0, 0},
                "this is no metadata record; --metadata takes metadata_gegevens, OWMS or a search "
                "result of officielebekendmakingen.nl");
  }
  return record_in(load_xml(bytes, name, limits).document);
}

void apply_metadata(const Metadata& metadata, SourceText& source, Precedence precedence) {
  const bool record = precedence == Precedence::record;
  std::vector<std::string> identifiers;
  const auto& first = record ? metadata.identifiers : source.identifiers;
  const auto& second = record ? source.identifiers : metadata.identifiers;
  for (const auto& id : first) add_unique(identifiers, id);
  for (const auto& id : second) add_unique(identifiers, id);
  source.identifiers = std::move(identifiers);
  if (source.title.empty() || (record && !metadata.title.empty())) source.title = metadata.title;
  if (source.date.empty() || (record && !metadata.date.empty())) source.date = metadata.date;
}

void take_title_from_hints(SourceText& source) {
  if (!source.title.empty()) return;
  const auto title = std::find_if(source.hints.begin(), source.hints.end(),
                                  [](const Hint& hint) { return hint.kind == HintKind::title; });
  if (title != source.hints.end()) source.title = slice(source.text, title->span);
}

}  // namespace handvest
