#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "query/filter_match.hpp"
#include "yaml/node.hpp"

namespace crmtrack::policy {

/// A field that a complaint lacks by a form, with the reason and an example.
struct FormFault {
  std::string field, why, example;
};
std::vector<FormFault> check_forms(const Policy& policy, const query::Row& facts, const yaml::Node& fields,
                                   std::string_view date = {});

}  // namespace crmtrack::policy
