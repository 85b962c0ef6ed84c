// Facts about a document that stand in metadata: in its own head, or in a record of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/limits.hpp"
#include "source/source_text.hpp"

namespace pugi {
class xml_node;
}

namespace handvest {

struct Metadata {
  std::vector<std::string> identifiers;  ///< as found, without duplicates
  std::string title;
  std::string date;  ///< EDTF; of signing, else of publication

  bool empty() const { return identifiers.empty() && title.empty() && date.empty(); }
};

/// Reads a record: metadata_gegevens, OWMS, or a search result of the SRU service. Throws Error
/// when it is none of these.
Metadata read_metadata(std::string_view bytes, const std::string& name, const ReadLimits& limits);

/// What a tree says: <meta name content>, <metadata name content>.
Metadata metadata_in(const pugi::xml_node& tree);

/// The same, and what elements with the names of Dublin Core and OWMS say (identifier, title,
/// available, issued ...).
Metadata record_in(const pugi::xml_node& tree);

/// Whose word counts where a record and the document differ.
enum class Precedence { document, record };

/// Gives the document the facts it does not have, or all of them; identifiers are added, a record's
/// own before the document's.
void apply_metadata(const Metadata& metadata, SourceText& source,
                    Precedence precedence = Precedence::document);

/// Gives the document the text of its first title hint as title, when it has none yet.
void take_title_from_hints(SourceText& source);

/// The title that a PDF's or office file's properties give; empty where a program filled in the
/// name of the file instead ('Microsoft Word - brief def.doc').
std::string title_from_properties(std::string title);

/// The identifiers of publications in `text` (a URL, a reference): stcrt-2024-4561, kst-30128-6,
/// gmb-…, stb-…, trb-…, BWBR0012345, CVDR123456.
std::vector<std::string> identifiers_in(std::string_view text);

}  // namespace handvest
