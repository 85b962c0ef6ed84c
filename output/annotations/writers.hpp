// Writers for annotation tools. All of them give UTF-8.
#pragma once

#include <string>

#include "output/document.hpp"

namespace handvest {

/// W3C Web Annotation (JSON-LD): an AnnotationPage with one annotation for each mention, target and
/// pledge. Its target is chosen by a TextPositionSelector in code points and, as far as the words
/// are known, a TextQuoteSelector: with prefix and suffix when the document has its text, with a
/// mention's own words alone without it.
std::string write_web_annotation(const Document& document);

/// brat standoff (.ann) over the canonical text: mentions, targets and pledges as text-bound
/// annotations, the normalised value as note, `qualifier` as attribute, `baseline` as relation from
/// a target's mention. Offsets are code points. The document must have its text.
std::string write_brat(const Document& document);
/// annotation.conf for write_brat().
std::string brat_configuration();

/// WebAnno TSV 3.3, which INCEpTION imports: mentions on its built-in layer NamedEntity, value =
/// the type, identifier = the normalised value. A sentence is a line; offsets are UTF-16 code
/// units, as that format has them. The document must have its text.
std::string write_webanno(const Document& document);

}  // namespace handvest
