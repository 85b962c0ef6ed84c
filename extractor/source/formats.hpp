// Which format bytes are in, told by content and never by name, and the reader of each format.
#pragma once

#include <string>
#include <string_view>

#include "source/limits.hpp"
#include "source/source_text.hpp"

namespace handvest {

enum class Format {
  plain_text,
  officiele_publicatie,  ///< XML of Staatscourant, Staatsblad and their kind ("OP-XML"), CVDR, BWB
  stop,                  ///< STOP/IMOP XML (Standaard voor Officiële Publicaties)
  metadata_record,       ///< metadata_gegevens or OWMS: facts about a document, no text
  html,
  pdf,
  docx,
  odt,
  alto,
  page_xml,
  hocr,
  gzip,
  zip,  ///< a zip that is no DOCX or ODT
  unknown_xml,
  spreadsheet,  ///< XLSX, PPTX: tables or slides of Office Open XML
  word_binary,  ///< .doc and other OLE2 files, also office files with a password
  rtf,
  image,
};

/// The format of `bytes`, from magic bytes, the root element and its namespace. Looks at the first
/// kilobytes only, and at a zip's list of members. Whatever has no mark of its own is plain_text;
/// the plain text reader tells text from binary data. Never throws.
Format detect_format(std::string_view bytes);

/// One reader for each format that holds one document. Each takes the whole file, the name for
/// messages and result, and the limits; gives canonical text with hints, places and metadata; and
/// throws Error when nothing can be read. What can be read only in part comes with a warning.
SourceText read_plain_text(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_officiele_publicatie(std::string_view bytes, const std::string& name,
                                     const ReadLimits&);
SourceText read_stop(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_html(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_pdf(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_docx(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_odt(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_alto(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_page_xml(std::string_view bytes, const std::string& name, const ReadLimits&);
SourceText read_hocr(std::string_view bytes, const std::string& name, const ReadLimits&);

/// Reads one document with the reader of its format. Throws Error (unsupported_format) with advice
/// for formats that hold no readable text, and for archives: those hold documents (read.hpp).
SourceText read_document(Format format, std::string_view bytes, const std::string& name,
                         const ReadLimits& limits);

}  // namespace handvest
