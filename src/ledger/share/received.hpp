#pragma once

#include <optional>
#include <string>

#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// What the last look at the upstream's tracking branch found, kept in our own folder so that the next command needs
/// neither libgit2 nor a walk to know that nothing new came. Disposable, and trusted for nothing else.
struct Received {
  std::string reference;  ///< `refs/remotes/origin/ledger`; empty: there is no upstream, or nothing of it yet
  std::string commit;     ///< where it stood
  std::string complaint;  ///< one line: why it could not be merged; empty: it was
};

/// What is remembered, where Git's configuration is what it was then and the branch has not moved since; nullopt:
/// somebody has to look.
std::optional<Received> find_received(const git::Location& location);
/// Replaces it. Where our folder cannot be written, nothing is remembered.
void remember_received(const git::Location& location, const Received& received) noexcept;
/// To be called where the ledger's own branch may have lost what it had.
void forget_received(const git::Location& location) noexcept;

}  // namespace crmtrack::ledger
