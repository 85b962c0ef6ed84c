// Notes of HTML that say by their links alone that they are notes.
#pragma once

#include <pugixml.hpp>

namespace handvest {

/// Finds raised marks that link to a paragraph, item or division with the note's text, as word
/// processors and editors write them: '<a href="#n1"><sup>1</sup></a>' and '<sup><a
/// href="#n1">[1]</a></sup>', and the link back before the note or behind it. Marks both ends in
/// the tree.
void mark_html_notes(const pugi::xml_node& tree);

/// Whether the element is such a mark in the text; its href names the note by its id.
bool is_marked_note(const pugi::xml_node& element);
/// Whether the element is the mark of a note in front of its text.
bool is_marked_label(const pugi::xml_node& element);

}  // namespace handvest
