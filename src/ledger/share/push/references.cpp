#include "ledger/share/push/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/proof/checkpoint.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kProposals = "refs/heads/policy/";

/// The references that are taken, for people.
constexpr std::string_view kTaken = "main, ledger, branches policy/*, tags checkpoint/*";

/// Whether its last part is the name of one of our branches.
bool looks_like_ours(std::string_view reference) {
  constexpr std::array<std::string_view, 2> kOurs{"/ledger", "/main"};
  return std::any_of(kOurs.begin(), kOurs.end(), [&](std::string_view end) { return reference.ends_with(end); });
}

}  // namespace

PushedKind pushed_kind(std::string_view reference) {
  if (reference == git::kLedgerRef) return PushedKind::ledger;
  if (reference == git::kMainRef) return PushedKind::main;
  if (reference.starts_with(kProposals)) return PushedKind::proposal;
  if (reference.starts_with(kCheckpointTags)) return PushedKind::checkpoint;
  return PushedKind::foreign;
}

std::string describe_foreign(std::string_view reference) {
  return fmt::format("'{}' is no reference of a data repository{}; it takes {}", util::visible_line(reference),
                     looks_like_ours(reference) ? ", and plain git would take it for one" : "", kTaken);
}

}  // namespace crmtrack::ledger
