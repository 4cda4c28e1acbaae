#pragma once

#include "git/object/signature.hpp"
#include "git/program/environment.hpp"
#include "git/program/settings.hpp"

namespace crmtrack::git {

enum class Role { author, committer };

/// The user's identity, as Git finds it: GIT_AUTHOR_NAME and its siblings, then `author.*`, `user.*`, then EMAIL. It
/// does not take the machine's own guess (login and host name), which would stand in the ledger for ever. Throws
/// Error(refused) with the commands that set an identity, and where `now` or GIT_*_DATE is a date that Git does not
/// take.
Signature identify(const Environment& environment, const Settings& settings, Role role, util::Timestamp now);

/// Throws Error(refused) for a time before 1970 or after 9999, since Git's fsck calls such a commit broken. Call it
/// even where GIT_*_DATE is set, because records are dated by the clock.
void require_clock_that_git_takes(util::Instant now);

/// The text as it may stand in a commit's header: without `<`, `>`, line breaks, and Git's "crud" at both ends.
std::string clean_identity(std::string_view text);

}  // namespace crmtrack::git
