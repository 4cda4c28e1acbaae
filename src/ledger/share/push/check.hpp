#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::ledger {

class Ledger;

/// The change that a push makes to one branch or tag; ids are empty where there is none.
struct PushedReference {
  std::string name, older, newer;
};

/// The person who pushes, and the time.
struct Pusher {
  std::optional<std::string> email;  ///< nullopt: the server does not say, and no author is compared with it
  util::Instant now{};
  /// Other addresses of this user, in lower case: records under them in this clone are made anew under `email`.
  std::set<std::string> former = {};
};

/// One reason why a push is refused.
struct PushFault {
  /// The thing that the pusher could change so that the push is taken.
  enum class Cause { other, record, signature, author, date, policy, file };

  std::string commit, path;  ///< may be empty
  std::string message;
  bool is_note = false;  ///< it refuses nothing; the pusher is told
  Cause cause = Cause::other;
};

/// The faults for which a server refuses a push: everything that the rules forbid, and commits that claim another
/// author than the pusher. The commits may still lie in Git's quarantine.
std::vector<PushFault> check_push(const Ledger& ledger, const std::vector<PushedReference>& references,
                                  const Pusher& pusher);
/// The faults for which a server whose `main` is at that commit would refuse a push of the ledger, as far as this
/// clone knows. They explain a refusal to the user.
std::vector<PushFault> foresee_push(const Ledger& ledger, const PushedReference& reference, const std::string& main,
                                    const Pusher& pusher);

}  // namespace crmtrack::ledger
