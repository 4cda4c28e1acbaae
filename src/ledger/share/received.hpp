#pragma once

#include <optional>
#include <string>

#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// The result of the last look at the upstream's tracking branch, kept in our own folder. It tells the next command,
/// without libgit2 and without a walk, that nothing new came. Disposable, and trusted for nothing else.
struct Received {
  std::string reference;  ///< `refs/remotes/origin/ledger`; empty: there is no upstream, or nothing of it yet
  std::string commit;     ///< the commit at which it stood
  std::string refusal;    ///< one line: why it could not be merged; empty: it was
};

/// The remembered result. nullopt where Git's configuration has changed or the branch has moved since: then somebody
/// has to look.
std::optional<Received> find_received(const git::Location& location);
/// Replaces the remembered result. Remembers nothing where our folder cannot be written.
void remember_received(const git::Location& location, const Received& received) noexcept;
/// Forgets the result. Call it where the ledger's own branch may have lost commits.
void forget_received(const git::Location& location) noexcept;

}  // namespace crmtrack::ledger
