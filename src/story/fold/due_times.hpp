#pragma once

#include <memory>

#include "calendar/pauses.hpp"
#include "story/clocks.hpp"
#include "story/promise.hpp"

namespace crmtrack::story {

/// Whether the clock of a kind stands still while we wait for the customer.
bool is_paused(record::PromiseKind kind);

/// Gives a promise the due time and the warning of its clock (docs/calendars.md). Without a clock it keeps the date
/// that somebody stated.
void work_out_due(Promise& promise, calendar::Pauses pauses);

/// Whether a promise was kept in time, though that was recorded only after its due time.
bool came_late(const Promise& promise, util::Instant recorded_at);

/// Finds the clock of a promise that has no stated date, and works its due time out.
void start_clock(Promise& promise, const Clocks& clocks, const query::Row& facts);

}  // namespace crmtrack::story
