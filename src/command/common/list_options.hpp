#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "command/spec.hpp"

namespace crmtrack::command {

/// `--limit N`. Throws Error(usage).
std::optional<std::size_t> limit_of(const Invocation& invocation);
/// `--sort KEY[,-KEY]`.
std::vector<std::string> sort_keys(const Invocation& invocation);

}  // namespace crmtrack::command
