#include "output/document_formats.hpp"

#include "output/annotations/writers.hpp"
#include "output/html/html.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

using Files = std::vector<OutputFile>;

void require_text(const Document& document, const std::string& format) {
  if (document.has_text()) return;
  throw Error(ErrorCode::bad_command_line, {document.key(), 0, 0, 0},
              "the format " + format + " quotes the text; give it with --text");
}

Files web_annotation(const Document& document) {
  return {{document.key() + ".annotations.jsonld", write_web_annotation(document)}};
}

Files brat(const Document& document) {
  require_text(document, "brat");
  return {{"brat/" + document.key() + ".txt", document.text()},
          {"brat/" + document.key() + ".ann", write_brat(document)},
          {"brat/annotation.conf", brat_configuration()}};
}

Files webanno(const Document& document) {
  require_text(document, "webanno");
  return {{document.key() + ".webanno.tsv", write_webanno(document)}};
}

Files html(const Document& document) {
  require_text(document, "html");
  return {{document.key() + ".html", write_html(document)}};
}

}  // namespace

std::vector<DocumentFormat> document_formats() {
  return {{"webannotation", web_annotation}, {"brat", brat}, {"webanno", webanno}, {"html", html}};
}

}  // namespace handvest
