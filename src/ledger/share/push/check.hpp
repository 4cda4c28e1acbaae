#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::ledger {

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

}  // namespace crmtrack::ledger
