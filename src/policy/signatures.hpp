#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "util/time.hpp"

namespace crmtrack::policy {

/// A key by which somebody may sign (`policy/signatures.yaml`): an SSH key, or the fingerprint of an OpenPGP or X.509
/// one.
struct Signer {
  std::string email;        ///< in lower case
  std::string ssh_key;      ///< `ssh-ed25519 AAAA…`, without comment; else empty
  std::string fingerprint;  ///< in upper case, without blanks; else empty
  std::optional<util::Instant> valid_after, valid_before;

  [[nodiscard]] bool is_valid_at(util::Instant time) const;
};

/// The keys of those who may sign, and whether everybody must.
struct Signatures {
  std::optional<util::Instant> require_from;  ///< every commit from then on has to be signed; nullopt: none has to
  std::vector<Signer> signers;

  /// Whether there is anything to verify by.
  [[nodiscard]] bool ask() const { return require_from || !signers.empty(); }
  [[nodiscard]] bool are_required_at(util::Instant time) const { return require_from && time >= *require_from; }
  /// The keys of one person. For a commit that is known to have come only after some time, only those that were still
  /// valid then.
  [[nodiscard]] std::vector<Signer> of(std::string_view email,
                                       std::optional<util::Instant> came_after = std::nullopt) const;
};

/// Reads `signatures.yaml`; where it is missing, no signature is asked for. Errors go to `findings`, and the entry is
/// left out.
Signatures load_signatures(const Files& files, std::vector<Finding>& findings);

/// Lines of an allowed-signers file (ssh-keygen(1)) for the keys of one person, who is called `author` in it. Empty
/// where they have no SSH key.
std::string render_allowed_signers(const std::vector<Signer>& signers);

}  // namespace crmtrack::policy
