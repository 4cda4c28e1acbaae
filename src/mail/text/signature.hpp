#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// The line at which the signature of a text begins, within the lines before `end`: behind the last line `--` with at
/// most ten lines of text, none of them quoted, to the end, or a last line such as `Sent from my iPhone`. Lines that
/// only rule off (`***`,
/// `-----`) count to it. `end` where there is none.
std::size_t begin_of_signature(const std::vector<std::string_view>& lines, std::size_t end);

}  // namespace crmtrack::mail
