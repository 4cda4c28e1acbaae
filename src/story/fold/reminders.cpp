#include "story/fold/reminders.hpp"

#include "calendar/clock.hpp"
#include "story/clocks.hpp"

namespace crmtrack::story {

void set_reminder(std::vector<Promise>& promises, std::optional<util::Instant> last_attempt) {
  Promise* oldest = nullptr;
  for (Promise& promise : promises) {
    const bool waits = promise.kind == record::PromiseKind::confirm && is_open(promise) && promise.clock != nullptr;
    if (waits && (oldest == nullptr || promise.start_at < oldest->start_at)) oldest = &promise;
  }
  if (oldest == nullptr) return;
  for (const calendar::Target& after : oldest->clock->remind) {
    const auto at = calendar::due(oldest->start_at, after, oldest->clock->calendar, calendar::Pauses());
    if (!at || (last_attempt && *at <= *last_attempt)) continue;
    if (!oldest->remind_at || *at < *oldest->remind_at) oldest->remind_at = at;
  }
}

}  // namespace crmtrack::story
