#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// `report terms`: the words that set the complaints of the filter apart or, with --near, that go together with a word.
/// `note` is a line for the report's foot; empty: none.
int report_terms(Context& context, const Invocation& invocation, const std::vector<std::string>& words,
                 const std::string& note);

}  // namespace crmtrack::command
