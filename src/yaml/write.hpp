#pragma once

#include <string>

#include "yaml/node.hpp"

namespace crmtrack::yaml {

/// Writes a map in the one canonical form:
/// - block maps are indented by two;
/// - lists of scalars are in flow form `[a, b]`, lists of maps are `- key: …`;
/// - text is plain only where every YAML reader takes it for text, or where it is an RFC 3339 time;
/// - text that ends in exactly one line feed, and is safe as a block, is a literal block `|`;
/// - all other text is in double quotes.
///
/// `read(write(n)) == n` for every text. Precondition: keys and texts are valid UTF-8. Throws Error(refused) where a
/// key is longer than kLongestKey.
std::string write(const Node& map);

}  // namespace crmtrack::yaml
