#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"
#include "yaml/node.hpp"

/// Reading the fields of a record without copying them.
namespace crmtrack::story {

/// The text of a scalar field; empty where it is absent, null or no scalar. Lives as long as the body.
std::string_view word(const yaml::Node& body, std::string_view key);
/// `yes`, `true` in any of the forms that people write.
bool says_yes(const yaml::Node& body, std::string_view key);
/// A whole number from 0 to 9, written plain or quoted.
std::optional<int> level(const yaml::Node& body, std::string_view key);
std::optional<util::Instant> instant(const yaml::Node& body, std::string_view key);
/// A value for a message: a scalar's text, a list's texts joined by commas.
std::string text_of_value(const yaml::Node& value);

}  // namespace crmtrack::story
