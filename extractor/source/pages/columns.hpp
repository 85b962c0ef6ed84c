// Lines of a page → columns in reading order.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// Divides a page by the white gutters between its columns. A gutter is a white strip with running
/// text on both sides; lines that reach over it (a title, a table) divide the page into bands, and
/// within a band the left column is read before the right one, each divided again. A table's
/// columns of short cells are no columns: its rows stay whole. `left` and `right` are the margins
/// of the text on pages of this kind. Gives the regions in reading order, each from top to bottom,
/// with the bounds of its column; every line's words are in exactly one region.
std::vector<Region> find_columns(std::vector<Line> lines, double left, double right);

}  // namespace handvest::pages
