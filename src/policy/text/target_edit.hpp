#pragma once

#include <string>
#include <string_view>

#include "policy/policy.hpp"
#include "yaml/node.hpp"

namespace crmtrack::policy {

/// targets.yaml with an entry more.
struct AddedTarget {
  std::string text;
  std::string above;  ///< the key of the more general entry that it now stands above; empty where there is none
};

/// Adds an entry to targets.yaml where complaints reach it: above the first of the same promise that fits all of its
/// complaints, else below the last of that promise. Comments and order stay. Throws Error(refused) where there is such
/// an entry, or one of the same promise, filter and `from`.
AddedTarget add_target(std::string_view text, const Policy& policy, const yaml::Node& entry,
                       const PromiseTarget& target);

}  // namespace crmtrack::policy
