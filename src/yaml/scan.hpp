#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "yaml/read.hpp"

namespace crmtrack::yaml {

/// Reads canonical text fast, with few allocations: accepts only the text that `write` writes, and gives the Node that
/// `read` would give. Any other text is a fault without a message.
tl::expected<Node, Fault> scan(std::string_view text, const Limits& limits = {});

}  // namespace crmtrack::yaml
