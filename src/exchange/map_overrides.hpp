#pragma once

#include <string>
#include <vector>

#include "yaml/node.hpp"

namespace crmtrack::exchange {

/// Sets `key=value` overrides in a map before it is read. Throws Error(usage) where one has no `=`.
void apply_overrides(yaml::Node& root, const std::vector<std::string>& overrides);

}  // namespace crmtrack::exchange
