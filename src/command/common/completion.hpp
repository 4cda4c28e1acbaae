#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// What the data offers for a word that begins with `prefix`: the word, and what it is. Only reads; throws where there
/// is no repository.
std::vector<std::pair<std::string, std::string>> complete(Context& context, Completes completes,
                                                          const std::string& prefix);

}  // namespace crmtrack::command
