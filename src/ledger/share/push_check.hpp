#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::ledger {

/// What a push would do to one branch or tag; ids are empty where there is none.
struct PushedReference {
  std::string name, older, newer;
};

/// Who pushes, and when.
struct Pusher {
  std::optional<std::string> email;  ///< nullopt: the server does not say, and no author is compared with it
  util::Instant now{};
  /// Other addresses that are this user's too, in lower case: what they recorded here is made anew under `email`.
  std::set<std::string> former = {};
};

/// Why a push is refused: one thing that it would bring in.
struct PushFault {
  /// What the pusher could change so that it is taken.
  enum class Cause { other, record, signature, author, date, policy, file };

  std::string commit, path;  ///< may be empty
  std::string message;
  bool is_note = false;  ///< it refuses nothing; the pusher is told
  Cause cause = Cause::other;
};

}  // namespace crmtrack::ledger
