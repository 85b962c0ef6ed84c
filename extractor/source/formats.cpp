#include "source/formats.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "source/archive.hpp"
#include "source/encoding.hpp"

namespace handvest {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLookedAt = 16384;
constexpr std::string_view kBlanks = " \t\r\n\f";

struct Magic {
  std::string_view bytes;
  Format format;
};
constexpr std::array kMagic{
    Magic{"\x1F\x8B"sv, Format::gzip},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::word_binary},
    Magic{"{\\rtf"sv, Format::rtf},
    Magic{"\x89PNG\r\n"sv, Format::image},
    Magic{"\xFF\xD8\xFF"sv, Format::image},
    Magic{"II*\0"sv, Format::image},
    Magic{"MM\0*"sv, Format::image},
    Magic{"GIF8"sv, Format::image},
};

struct Root {
  std::string_view name;
  Format format;
};
// Local names of root elements. STOP has many roots and is told by its namespace.
constexpr std::array kRoots{
    Root{"officiele-publicatie", Format::officiele_publicatie},
    Root{"cvdr", Format::officiele_publicatie},
    Root{"toestand", Format::officiele_publicatie},
    Root{"metadata_gegevens", Format::metadata_record},
    Root{"owms-metadata", Format::metadata_record},
    Root{"owmskern", Format::metadata_record},
    Root{"record", Format::metadata_record},
    Root{"alto", Format::alto},
    Root{"PcGts", Format::page_xml},
};
constexpr std::string_view kStopNamespace = "standaarden.overheid.nl/stop/";

// HTML may begin with any of these, without an html element.
constexpr std::array kHtmlElements{"html"sv,    "head"sv, "body"sv, "title"sv, "meta"sv,
                                   "div"sv,     "p"sv,    "h1"sv,   "h2"sv,    "table"sv,
                                   "article"sv, "main"sv, "ul"sv,   "ol"sv,    "section"sv};

// The start of the document in UTF-8, for looking only.
std::string readable_head(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kLookedAt);
  const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
                     (head.size() > 3 && (head[0] == '<') != (head[1] == '<') &&
                      (head[0] == '\0' || head[1] == '\0'));
  if (!utf16) return std::string(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  std::string text;
  for (const char c : head) {
    if (c != '\0' && static_cast<unsigned char>(c) < 0x80U) text += c;
  }
  return text;
}

// The rest of markup after blanks, declarations, comments and the DOCTYPE: its root element.
std::string_view from_root(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    std::string_view end;
    if (text.starts_with("<?")) {
      end = "?>";
    } else if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<!")) {
      const std::size_t subset = text.find('[');
      end = subset < text.find('>') ? "]>" : ">";
    } else {
      return text;
    }
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return {};
    text.remove_prefix(found + end.size());
  }
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

Format format_of_html(std::string_view head) {
  const bool hocr = head.find("ocr_page") != std::string_view::npos ||
                    head.find("ocr-system") != std::string_view::npos;
  return hocr ? Format::hocr : Format::html;
}

Format format_of_markup(std::string_view head, std::string_view bytes) {
  const std::string_view root = from_root(head);
  if (!root.starts_with('<')) {
    return lower(head.substr(0, 256)).find("<!doctype html") != std::string::npos
               ? Format::html
               : Format::plain_text;
  }
  std::string_view name = root.substr(1, root.find_first_of(" \t\r\n/>") - 1);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    name.remove_prefix(colon + 1);
  }
  const auto known =
      std::find_if(kRoots.begin(), kRoots.end(), [&](const Root& r) { return r.name == name; });
  if (known != kRoots.end()) return known->format;
  if (root.substr(0, 4096).find(kStopNamespace) != std::string_view::npos) return Format::stop;
  const std::string html_name = lower(name);
  if (std::find(kHtmlElements.begin(), kHtmlElements.end(), html_name) != kHtmlElements.end()) {
    return format_of_html(head);
  }
  // Plain text may well begin with a bracket; XML closes at its end what it opens at its start.
  const std::string_view tail =
      bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 256));
  const bool closes = !name.empty() && tail.find("</") != std::string_view::npos &&
                      tail.find(std::string(name) + ">") != std::string_view::npos;
  return head.find("<?xml") == 0 || closes ? Format::unknown_xml : Format::plain_text;
}

Format format_of_zip(std::string_view bytes) {
  bool office = false, word = false, other = false;
  for (const auto& path : zip_paths(bytes)) {
    if (path == "word/document.xml") return Format::docx;
    if (path == "content.xml") return Format::odt;
    office = office || path == "[Content_Types].xml";
    // The document may have another name.
    word = word || (path.starts_with("word/") && path.ends_with(".xml"));
    other = other || path == "xl/workbook.xml" || path == "ppt/presentation.xml";
  }
  if (office && word) return Format::docx;
  return office && other ? Format::spreadsheet : Format::zip;
}

[[noreturn]] void refuse(ErrorCode code, const std::string& name, const std::string& sentence) {
  throw Error(code, {name, 0, 0, 0}, sentence);
}

// The stream of an OLE2 file that holds an encrypted DOCX (MS-OFFCRYPTO 2.3.4), in UTF-16.
constexpr std::string_view kEncryptedPackage = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

[[noreturn]] void refuse_format(Format format, std::string_view bytes, const std::string& name) {
  switch (format) {
    case Format::metadata_record:
      refuse(ErrorCode::unsupported_format, name,
             "this is a metadata record and holds no text; give the document itself, with this "
             "file as its --metadata");
    case Format::spreadsheet:
      refuse(
          ErrorCode::unsupported_format, name,
          "this is a spreadsheet or a presentation; save what is to be read as PDF, DOCX or ODT");
    case Format::word_binary:
      if (bytes.find(kEncryptedPackage) != std::string_view::npos) {
        refuse(ErrorCode::cannot_read, name,
               "the document is locked with a password; save it without one");
      }
      refuse(ErrorCode::unsupported_format, name,
             "this is a binary Office file (.doc); save the document as DOCX or ODT");
    case Format::rtf:
      refuse(ErrorCode::unsupported_format, name, "this is RTF; save the document as DOCX or ODT");
    case Format::image:
      refuse(ErrorCode::needs_ocr, name,
             "this is an image; run OCR on it and give the ALTO, PAGE XML or hOCR");
    case Format::gzip:
    case Format::zip:
      refuse(ErrorCode::unsupported_format, name, "this is an archive, not one document");
    default:
      refuse(ErrorCode::unsupported_format, name,
             "this XML has a root element that handvest does not know; the XML it reads is that of "
             "officielebekendmakingen.nl, CVDR, BWB, STOP, ALTO and PAGE");
  }
}

}  // namespace

Format detect_format(std::string_view bytes) {
  for (const auto& magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return magic.format;
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return format_of_zip(bytes);
  }
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  const std::string head = readable_head(bytes);
  const std::size_t first = head.find_first_not_of(kBlanks);
  if (first == std::string::npos || head[first] != '<') return Format::plain_text;
  return format_of_markup(std::string_view(head).substr(first), bytes);
}

SourceText read_document(Format format, std::string_view bytes, const std::string& name,
                         const ReadLimits& limits) {
  switch (format) {
    case Format::plain_text:
      return read_plain_text(bytes, name, limits);
    case Format::officiele_publicatie:
      return read_officiele_publicatie(bytes, name, limits);
    case Format::stop:
      return read_stop(bytes, name, limits);
    case Format::html:
      return read_html(bytes, name, limits);
    case Format::pdf:
      return read_pdf(bytes, name, limits);
    case Format::docx:
      return read_docx(bytes, name, limits);
    case Format::odt:
      return read_odt(bytes, name, limits);
    case Format::alto:
      return read_alto(bytes, name, limits);
    case Format::page_xml:
      return read_page_xml(bytes, name, limits);
    case Format::hocr:
      return read_hocr(bytes, name, limits);
    default:
      refuse_format(format, bytes, name);
  }
}

}  // namespace handvest
