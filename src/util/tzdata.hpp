#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// The version of this machine's time zone data, such as `2026a`; empty where it does not tell. Two machines with
/// different data may count a day differently.
std::string tzdata_version();

/// The version that a text of the data names: the first line of `tzdata.zi` (`# version 2026a`) or `+VERSION`; empty
/// where it names none.
std::string parse_tzdata_version(std::string_view text);

}  // namespace crmtrack::util
