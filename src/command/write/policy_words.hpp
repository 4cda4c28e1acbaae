#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "exchange/import.hpp"

namespace crmtrack::command {

/// Adds the words of an import that policy does not list yet (`add:` in a map), in one commit to main.
void add_policy_words(Context& context, const std::vector<exchange::PolicyWord>& words);

}  // namespace crmtrack::command
