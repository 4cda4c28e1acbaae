#include "story/fold/due_times.hpp"

#include <algorithm>

#include "calendar/clock.hpp"

namespace crmtrack::story {

namespace {

/// The seconds of the pauses that have ended, within a promise's life.
std::int64_t paused_seconds(const Promise& promise) {
  std::int64_t seconds = 0;
  for (const calendar::Pause& pause : promise.pauses.list()) {
    if (!pause.to) continue;
    const util::Instant from = std::max(pause.from, promise.start_at);
    const util::Instant to = promise.settled_at ? std::min(*pause.to, *promise.settled_at) : *pause.to;
    if (to > from) seconds += (to - from).count();
  }
  return seconds;
}

}  // namespace

bool is_paused(record::PromiseKind kind) {
  return kind == record::PromiseKind::resolution || kind == record::PromiseKind::update;
}

void work_out_due(Promise& promise, calendar::Pauses pauses) {
  if (promise.clock == nullptr) return;
  const Clock& clock = *promise.clock;
  promise.pauses = std::move(pauses);
  promise.due_at = calendar::due(promise.start_at, clock.target, clock.calendar, promise.pauses);
  promise.warn_at = calendar::first_warning(promise.start_at, clock.target, clock.warn, clock.calendar, promise.pauses);
  promise.paused_seconds = paused_seconds(promise);
}

bool came_late(const Promise& promise, util::Instant recorded_at) {
  const auto due = judged_due(promise);
  return promise.ended == Promise::Ended::kept && due && promise.settled_at <= *due && recorded_at > *due;
}

void start_clock(Promise& promise, const Clocks& clocks, const query::Row& facts) {
  promise.clock = clocks.find(promise.kind, facts, promise.start_at);
  work_out_due(promise, {});
}

}  // namespace crmtrack::story
