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
/// Judges the whole name, letter by letter.
PushedKind pushed_kind(std::string_view reference);

/// The reason why a foreign reference is not taken, for its pusher.
std::string describe_foreign(std::string_view reference);

}  // namespace crmtrack::ledger
