#include "source/non_documents.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "source/formats.hpp"

namespace handvest {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBlanks = " \t\r\n";

struct Mark {
  std::string_view bytes;
  NonDocument kind;
  bool binary = false;  ///< a text might begin so: a NUL must follow
};
constexpr std::array kMarks{
    Mark{"SQLite format 3\0"sv, NonDocument::database},
    Mark{"\x37\x7F\x06\x82"sv, NonDocument::database},  // SQLite's write-ahead log
    Mark{"\x37\x7F\x06\x83"sv, NonDocument::database},
    Mark{"\x18\xE2\x2D\0"sv, NonDocument::database},  // and its index
    Mark{"\0\0\0\x0CjP  "sv, NonDocument::image},     // JPEG 2000
    Mark{"\0\0\1\0"sv, NonDocument::image},           // icon
    Mark{"BM"sv, NonDocument::image, true},
    Mark{"RIFF"sv, NonDocument::media, true},  // WAVE, AVI and WebP
    Mark{"ID3"sv, NonDocument::media, true},
    Mark{"OggS\0"sv, NonDocument::media},
    Mark{"fLaC\0"sv, NonDocument::media},
    Mark{"\x1A\x45\xDF\xA3"sv, NonDocument::media},  // Matroska
    Mark{"\x7F"
         "ELF"sv,
         NonDocument::program},
    Mark{"MZ"sv, NonDocument::program, true},
    Mark{"#!/"sv, NonDocument::program},
    Mark{"\0\1\0\0\0"sv, NonDocument::web_page_part},  // TrueType
    Mark{"OTTO\0"sv, NonDocument::web_page_part},
    Mark{"wOFF"sv, NonDocument::web_page_part, true},
    Mark{"wOF2"sv, NonDocument::web_page_part, true},
    Mark{"\0\5\x16\7"sv, NonDocument::system_file},  // AppleDouble
    Mark{"\0\0\0\1Bud1"sv, NonDocument::system_file},
    Mark{"#FORMAT=WebAnno TSV"sv, NonDocument::own_output},
    Mark{"[entities]\nnumber\n"sv, NonDocument::own_output},  // of brat
};

constexpr std::array kNames{
    "files that handvest wrote"sv,
    "metadata records"sv,
    "JSON"sv,
    "tables"sv,
    "databases"sv,
    "images"sv,
    "media"sv,
    "programs"sv,
    "parts of web pages"sv,
    "system files"sv,
};

bool ends_in(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         std::equal(
             ending.begin(), ending.end(), name.end() - static_cast<int>(ending.size()),
             [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

std::string_view without_blanks_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
}

NonDocument by_mark(std::string_view head) {
  const bool is_binary = head.find('\0') != std::string_view::npos;
  for (const auto& mark : kMarks) {
    if (head.starts_with(mark.bytes) && (is_binary || !mark.binary)) return mark.kind;
  }
  if (head.substr(std::min<std::size_t>(head.size(), 4)).starts_with("ftyp")) {
    return NonDocument::media;  // MPEG-4
  }
  return NonDocument::none;
}

// An object with a first key, perhaps the first of a list: prose in brackets has none. What begins
// as JSON must end so too.
bool is_json(std::string_view text, std::string_view tail) {
  const std::size_t last = tail.find_last_not_of(kBlanks);
  if (last == std::string_view::npos || (tail[last] != '}' && tail[last] != ']')) return false;
  text = without_blanks_before(text);
  while (text.starts_with('[')) text = without_blanks_before(text.substr(1));
  if (!text.starts_with('{')) return false;
  text = without_blanks_before(text.substr(1));
  if (text.starts_with('}')) return true;
  if (!text.starts_with('"')) return false;
  const std::size_t end = text.find_first_of("\"\n", 1);
  return end != std::string_view::npos && text[end] == '"' &&
         without_blanks_before(text.substr(end + 1)).starts_with(':');
}

bool is_own_json(std::string_view head) {
  const auto has = [&](std::string_view piece) {
    return head.find(piece) != std::string_view::npos;
  };
  return has("\"handvest/1\"") || has("\"urn:handvest:") || has("\"name\": \"handvest\"") ||
         (head.starts_with("{\"record\":") && has("\"document\":"));
}

// Lines of brat: "T1<tab>date 200 204<tab>2010".
bool is_brat(std::string_view head) {
  if (!head.starts_with("T1\t")) return false;
  const std::string_view rest = head.substr(3);
  const std::size_t tab = rest.find('\t');
  return tab != std::string_view::npos && tab < rest.find('\n') &&
         std::count(rest.begin(), rest.begin() + static_cast<int>(tab), ' ') == 2;
}

NonDocument by_text(const Glance& glance, std::string_view head) {
  if (is_json(head, glance.tail)) {
    return is_own_json(head) ? NonDocument::own_output : NonDocument::data;
  }
  if (is_brat(head)) return NonDocument::own_output;
  const std::string_view first_line = head.substr(0, head.find_first_of("\r\n"));
  const bool has_tab = first_line.find('\t') != std::string_view::npos;
  if ((ends_in(glance.name, ".tsv") || ends_in(glance.name, ".tab")) && has_tab) {
    return NonDocument::table;
  }
  if (ends_in(glance.name, ".csv") &&
      (has_tab || first_line.find_first_of(",;") != std::string_view::npos)) {
    return NonDocument::table;
  }
  const bool is_part = ends_in(glance.name, ".css") || ends_in(glance.name, ".js");
  if (is_part && head.find('{') != std::string_view::npos) return NonDocument::web_page_part;
  return NonDocument::none;
}

bool is_drawing(std::string_view head) {
  return without_blanks_before(head).starts_with('<') &&
         head.find("<svg") != std::string_view::npos &&
         head.find("http://www.w3.org/2000/svg") != std::string_view::npos;
}

NonDocument by_markup(std::string_view head) {
  switch (detect_format(head)) {
    case Format::image:
      return NonDocument::image;
    case Format::metadata_record:
      return NonDocument::metadata_record;
    case Format::html:
      return head.find("<meta name=\"generator\" content=\"handvest\">") != std::string_view::npos
                 ? NonDocument::own_output
                 : NonDocument::none;
    case Format::unknown_xml:
    case Format::plain_text:  // its end is not in sight
      return is_drawing(head) ? NonDocument::image : NonDocument::none;
    default:
      return NonDocument::none;
  }
}

}  // namespace

NonDocument non_document(const Glance& glance) {
  const std::string_view head = glance.head.substr(0, kGlance);
  if (const NonDocument kind = by_mark(head); kind != NonDocument::none) return kind;
  if (head.starts_with("PK")) return NonDocument::none;
  if (const NonDocument kind = by_markup(head); kind != NonDocument::none) return kind;
  return by_text(glance, head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
}

void LeftOut::add(NonDocument kind) { ++counts_[static_cast<std::size_t>(kind)]; }

std::size_t LeftOut::count() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::string LeftOut::text() const {
  std::string kinds;
  for (std::size_t i = 1; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    kinds += kinds.empty() ? "" : ", ";
    kinds += kNames[i - 1];
    kinds += ": " + std::to_string(counts_[i]);
  }
  return std::to_string(count()) + " that are no documents (" + kinds + ")";
}

}  // namespace handvest
