#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "policy/meant.hpp"
#include "query/filter_parse.hpp"

namespace crmtrack::policy {

/// Whether a filter may ask for a word that policy does not list: `field` is `reason`, `project`, `owner` or `level`.
using IsTaken = std::function<bool(const std::string& field, const std::string& word)>;

/// Whether only policy tells what a value of a filter's key means: `me` and numbers need none.
bool needs_policy(const query::KeySpec& key, const std::string& value);

/// How filters understand the words of policy: a reason (and those that it replaced), a project, a person, a level. A
/// word that a closed vocabulary lacks is refused with the nearest ones, unless `is_taken` accepts it. The policy must
/// outlive the function.
query::Understand filter_words(const Policy& policy, std::string_view date, IsTaken is_taken = {});

}  // namespace crmtrack::policy
