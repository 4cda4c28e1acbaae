#pragma once

#include <string>

#include "yaml/node.hpp"

namespace crmtrack::yaml {

/// The one canonical text of a map: block maps indented by two, lists of scalars in flow form `[a, b]`, lists of maps
/// as `- key: …`, text plain only where every YAML reader takes it for text (or for an RFC 3339 time, which is written
/// plain), a literal block `|` for text that ends in exactly one line feed and is safe as a block, double quotes for
/// all else. `read(write(n)) == n` for every text. Precondition: keys and texts are valid
/// UTF-8. Throws Error(refused) where a key is longer than kLongestKey.
std::string write(const Node& map);

}  // namespace crmtrack::yaml
