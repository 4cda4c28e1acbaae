#include "record/kind.hpp"

#include <algorithm>

namespace crmtrack::record {

std::string_view name_of(Kind kind) {
  return kind == Kind::unknown ? std::string_view() : kKindNames[static_cast<std::size_t>(kind)];
}

Kind parse_kind(std::string_view name) {
  // The end of the names stands for `unknown`.
  return static_cast<Kind>(std::ranges::find(kKindNames, name) - kKindNames.begin());
}

StatedKind::StatedKind(std::string_view name) : known_(parse_kind(name)) {
  if (known_ == Kind::unknown) other_ = name;
}

}  // namespace crmtrack::record
