#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "git/program/repository.hpp"
#include "policy/signatures.hpp"

namespace crmtrack::ledger {

/// A signed commit whose signature is to be judged.
struct SignedCommit {
  git::ObjectId id;
  std::string author;                            ///< mail address
  util::Instant time;                            ///< the committer's
  std::optional<util::Instant> came_after = {};  ///< it was not there yet at this time, whatever its own time says
};

/// The verdict on a signature.
struct SignatureVerdict {
  enum class State {
    good,          ///< by a key that policy allows its author at its time
    untrusted,     ///< it fits, but the key is none of those
    bad,           ///< it does not fit, or the key was revoked
    unverifiable,  ///< there is no key, or no program, to check it with
  } state = State::unverifiable;
  std::string key;  ///< fingerprint; empty where the program names none
};

/// Verifies signatures by the user's own `git`, which runs their own gpg, gpgsm or ssh-keygen: several at a time, many
/// in one run. SSH keys are judged by an allowed-signers file of ours for each author; the times between which each key
/// is valid are compared with the commit's. Keys of gpg are judged by the fingerprints that policy lists.
class SignatureCheck {
 public:
  SignatureCheck(const git::Repository& repository, const policy::Signatures& policy)
      : repository_(repository), policy_(policy) {}

  /// Returns one verdict a commit, in their order. `tell` gets the number done now and then; it may throw.
  [[nodiscard]] std::vector<SignatureVerdict> verify(const std::vector<SignedCommit>& commits,
                                                     const std::function<void(std::size_t)>& tell) const;

 private:
  const git::Repository& repository_;
  const policy::Signatures& policy_;
};

}  // namespace crmtrack::ledger
