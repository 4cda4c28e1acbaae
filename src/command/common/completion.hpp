#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// Completes a word that begins with `prefix` from the data: pairs of the word and its description. Only reads. Throws
/// where there is no repository.
std::vector<std::pair<std::string, std::string>> complete(Context& context, Completes completes,
                                                          const std::string& prefix);

}  // namespace crmtrack::command
