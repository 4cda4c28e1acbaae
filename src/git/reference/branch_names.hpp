#pragma once

namespace crmtrack::git {

/// The branches that a data repository has: the records, and the policy.
inline constexpr const char* kLedgerRef = "refs/heads/ledger";
inline constexpr const char* kMainRef = "refs/heads/main";

}  // namespace crmtrack::git
