#pragma once

#include <string>
#include <string_view>

namespace crmtrack::ledger {

/// What a reference that somebody pushes is to a data repository.
enum class PushedKind {
  ledger,      ///< `refs/heads/ledger`
  main,        ///< `refs/heads/main`
  proposal,    ///< `refs/heads/policy/*`: what somebody proposes for main
  checkpoint,  ///< `refs/tags/checkpoint/*`
  foreign,     ///< no other is taken: `refs/tags/ledger` and `refs/heads/heads/ledger` pass for ours in plain Git
};
/// By the whole name, letter by letter.
PushedKind pushed_kind(std::string_view reference);

/// Why a foreign reference is not taken, for the one who pushed it.
std::string describe_foreign(std::string_view reference);

}  // namespace crmtrack::ledger
