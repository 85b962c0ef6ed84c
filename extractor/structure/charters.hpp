// Where the charters of a document begin and end, and with which city each is made.
#pragma once

#include <string>
#include <vector>

#include "structure/outline.hpp"
#include "structure/places.hpp"
#include "structure/profile.hpp"
#include "structure/toc.hpp"

namespace handvest::structure {

/// The pieces [begin, end) of one charter.
struct CharterRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t title_end = 0;  ///< index after the title's last piece; begin when the title is lost
  std::string number;
  std::string title;
  City city;
};

/// Finds charters by signs that stand together: rules with yields="charter-sign" and a `weight`,
/// matched at the begin of an element; parts `number`, `title`, `city` and `region` where the sign
/// prints them. A group of signs of different kinds (`sign`) that together weigh the profile's
/// `signs` is a charter's begin; neighbours that name the same city are one charter. Cities that
/// the signs do not name are voted for by the mentions yields="city-vote" in the charter's text and
/// by the table of contents. `mask` holds the pieces that lie in tables of contents.
std::vector<CharterRange> find_charters(const std::vector<Piece>& pieces, const Profile& profile,
                                        const Places& places, const std::vector<Toc>& tocs,
                                        const std::vector<bool>& mask);

}  // namespace handvest::structure
