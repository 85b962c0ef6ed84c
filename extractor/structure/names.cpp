#include "structure/outline.hpp"

namespace handvest {

const char* name_of(Role role) {
  switch (role) {
    case Role::ambitie:
      return "ambitie";
    case Role::inzet:
      return "inzet";
    case Role::ambitie_inzet:
      return "ambitie+inzet";
  }
  return "";
}

const char* name_of(PartySide party) {
  switch (party) {
    case PartySide::gezamenlijk:
      return "gezamenlijk";
    case PartySide::stad:
      return "stad";
    case PartySide::rijk:
      return "rijk";
    case PartySide::rijk_partners:
      return "rijk_partners";
  }
  return "";
}

const char* name_of(ItemType type) {
  switch (type) {
    case ItemType::paragraph:
      return "paragraph";
    case ItemType::list_item:
      return "list_item";
    case ItemType::subheading:
      return "subheading";
    case ItemType::table:
      return "table";
  }
  return "";
}

}  // namespace handvest
