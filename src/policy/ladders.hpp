#pragma once

#include <string_view>

#include "policy/entry_reader.hpp"
#include "policy/policy.hpp"

namespace crmtrack::policy {

/// Reads an entry of ladders.yaml (crmtrack-ladders(5)). `text` is the whole file, so that a finding names the place
/// within a filter.
Ladder read_ladder(EntryReader& reader, std::string_view text, const Policy& policy);

/// Whether we owe promises of this kind, so that a ladder may cover them.
bool is_ours(record::PromiseKind kind);

/// Whether a ladder covers a kind of promise: one that names it, or, for all kinds but `accept`, one that names none.
bool covers(const Ladder& ladder, record::PromiseKind kind);

/// The rungs of an escalation that nobody accepts, where no ladder names `accept`: at its due time it goes to the next
/// level.
const Ladder& ladder_of_accept();

}  // namespace crmtrack::policy
