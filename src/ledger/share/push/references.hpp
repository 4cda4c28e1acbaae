#pragma once

#include <string>
#include <string_view>

namespace crmtrack::ledger {

/// The meaning of a pushed reference to a data repository.
enum class PushedKind {
  ledger,      ///< `refs/heads/ledger`
  main,        ///< `refs/heads/main`
  proposal,    ///< `refs/heads/policy/*`: a proposal for main
  checkpoint,  ///< `refs/tags/checkpoint/*`
  foreign,  ///< any other; none is taken, since `refs/tags/ledger` and `refs/heads/heads/ledger` pass for ours in plain
            ///< Git
};
/// Tells the meaning of a reference by its whole name, to the letter.
PushedKind pushed_kind(std::string_view reference);

/// The reason, for its pusher, why the server refuses a foreign reference.
std::string describe_foreign(std::string_view reference);

}  // namespace crmtrack::ledger
