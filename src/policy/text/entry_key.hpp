#pragma once

#include <string>
#include <string_view>

#include "yaml/node.hpp"

namespace crmtrack::policy {

/// The key by which people name an entry of a policy file: the value of its key field (`code` of reasons.yaml, `email`
/// of people.yaml), and behind a colon the date from which it holds, where it states one: `billing:2026-01-01`. Empty
/// where the entry has none. `file` is the file's name: `reasons.yaml`.
std::string key_of_entry(std::string_view file, const yaml::Node& entry);

/// The key of an entry without the date from which it holds: what its versions have in common.
std::string name_of_entry(std::string_view file, const yaml::Node& entry);

/// The form of a key by which two entries are compared: without regard to case.
std::string compared_key(std::string_view key);

/// Whether two values of policy say the same: equal, or maps with equal fields in another order.
bool says_same(const yaml::Node& a, const yaml::Node& b);

}  // namespace crmtrack::policy
