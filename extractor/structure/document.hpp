// What a document says about itself: title, date, identifiers, addressee, signatories.
#pragma once

#include <vector>

#include "grammar/grammar.hpp"
#include "structure/outline.hpp"
#include "structure/profile.hpp"

namespace handvest::structure {

/// Fills kind, profile, title, date, identifiers and fields of `outline` by the profile's rules
/// with yields="document". A rule matches at the begin of an element: among the first `within` (80
/// where it has no such attribute; "all" for every one), and where it has an attribute `after` only
/// behind an element that the rule of that id matched. Its named parts say what was found: `title`;
/// `day`, `month`, `year` of the date (months as structure.xml lists them); every other part is a
/// field of that name. The profile's attribute `identifier` is a template over parts:
/// "kst-{dossier}-{number}". The first find of a title, a date and a part of the template counts.
/// Gives for each piece whether a rule has read it.
std::vector<bool> describe_document(const Grammar& grammar, const Profile& profile,
                                    const std::vector<Piece>& pieces, Outline& outline);

}  // namespace handvest::structure
