#pragma once

#include <optional>
#include <string_view>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::git {

/// Reads a date in one of the formats that git-commit(1) documents for GIT_AUTHOR_DATE:
/// - `@1699999999 +0100` (the `@` may be missing);
/// - `Thu, 07 Apr 2005 22:13:13 +0200`;
/// - `2005-04-07T22:13:13`, with a blank for the `T`, dots or slashes in the date, and an offset (`Z`, `+02`, `+0200`,
///   `+02:00`) if one likes.
///
/// A time without an offset is one of `zone`. nullopt for anything else.
std::optional<util::Timestamp> parse_git_date(std::string_view text, const util::Zone& zone);

}  // namespace crmtrack::git
