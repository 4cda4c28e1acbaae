#pragma once

#include "document/value.hpp"
#include "yaml/node.hpp"

namespace crmtrack::view {

/// A value of a record as JSON: plain integers, booleans and nulls as such, all else text.
document::Value node_to_value(const yaml::Node& node);

}  // namespace crmtrack::view
