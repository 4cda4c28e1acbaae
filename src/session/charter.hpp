#pragma once

#include <string>
#include <vector>

#include "session/policy_edit.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// A signature of the charter, and the commit of main that added it.
struct CharterSignature {
  std::string mail;
  std::string commit;     ///< empty: main has none that did
  std::string author;     ///< of that commit: whoever signed
  util::Instant at{};     ///< the commit's time
  std::string signature;  ///< of the commit: `good`, `bad`, `unknown_key` or `none`
  bool covers = false;    ///< the statement is still the one that was signed
};

/// The charter that is in force, with its signatures in their order.
struct SignedCharter {
  std::string statement;
  std::vector<CharterSignature> signatures;
};

SignedCharter load_signed_charter(Session& session);
/// Adds the user's signature to the charter, and commits main at once. Throws Error(refused) where it is there already,
/// or the user may not change policy.
PolicyEdited sign_charter(Session& session);

}  // namespace crmtrack::session
