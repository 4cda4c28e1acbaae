#include "story/fold/due_rungs.hpp"

#include <algorithm>
#include <tuple>

#include "calendar/clock.hpp"
#include "policy/dated.hpp"
#include "story/machine_key.hpp"

namespace crmtrack::story {

namespace {

using calendar::kWholeTarget;
using policy::LadderRung;
using std::chrono::seconds;

/// A share of a time; a fraction of a second rounds up.
seconds part_of(seconds whole, std::int64_t share) {
  return seconds((whole.count() * share + kWholeTarget - 1) / kWholeTarget);
}

/// A rung of a promise whose date somebody stated.
std::optional<util::Instant> stated_rung(const Promise& promise, std::int64_t share, const calendar::Calendar* hours) {
  const util::Instant due = *promise.due_at;
  if (due <= promise.start_at) return due;
  static const calendar::Pauses kNone;
  const seconds open = hours == nullptr ? seconds(0) : hours->open_between(promise.start_at, due);
  if (open == seconds(0)) return promise.start_at + part_of(due - promise.start_at, share);
  if (share < kWholeTarget) return calendar::reach(promise.start_at, part_of(open, share), *hours, kNone);
  return calendar::reach(due, part_of(open, share - kWholeTarget), *hours, kNone);
}

bool by_time(const DueRung& a, const DueRung& b) {
  return std::tuple(a.at, a.level.value_or(-1), a.promise) < std::tuple(b.at, b.level.value_or(-1), b.promise);
}

}  // namespace

std::vector<std::optional<util::Instant>> rung_times(const Promise& promise, std::span<const std::int64_t> shares,
                                                     const Clocks& clocks, const query::Row& facts) {
  if (!promise.due_at) return std::vector<std::optional<util::Instant>>(shares.size());
  if (promise.clock != nullptr && !promise.first_due_at)
    return calendar::rungs_at(promise.start_at, promise.clock->target, shares, promise.clock->calendar, promise.pauses);
  const calendar::Calendar* const hours = clocks.calendar_of(facts, promise.start_at);
  std::vector<std::optional<util::Instant>> times;
  for (const std::int64_t share : shares) times.push_back(stated_rung(promise, share, hours));
  return times;
}

/// The level of a rung; none where there is none above the present one.
std::optional<int> DueRungs::level_of(const LadderRung& rung, const Promise& promise, std::string_view date) const {
  if (rung.to == LadderRung::To::level) return rung.level;
  const auto asked = std::ranges::find(complaint_.rungs, promise.of, &Rung::record);
  const int level = asked == complaint_.rungs.end() ? complaint_.level : asked->to_level;
  return terms_.ladders.level_above(level, facts_, date);
}

std::vector<DueRung> DueRungs::rungs_of(std::size_t place) const {
  const Promise& promise = complaint_.promises[place];
  std::vector<DueRung> rungs;
  if (promise.debtor != Debtor::us || !promise.due_at) return rungs;
  const std::string date = policy::date_of_entries(promise.start_at);
  const policy::Ladder* const ladder = terms_.ladders.find(promise.kind, facts_, date);
  if (ladder == nullptr) return rungs;
  std::vector<std::int64_t> shares;
  for (const LadderRung& rung : ladder->rungs) shares.push_back(rung.share);
  const auto times = rung_times(promise, shares, terms_.clocks, facts_);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const LadderRung& rung = ladder->rungs[i];
    const bool to_owner = rung.to == LadderRung::To::owner;
    const auto level = to_owner ? std::nullopt : level_of(rung, promise, date);
    // The whole target is the due time itself.
    const auto at = rung.share == kWholeTarget ? promise.due_at : times[i];
    if (at && (to_owner || level)) rungs.push_back({*at, place, level, rung.share});
  }
  return rungs;
}

std::optional<DueRung> DueRungs::find_rung(std::size_t promise, std::optional<int> level) const {
  const std::vector<DueRung> rungs = rungs_of(promise);
  const auto found = std::ranges::find(rungs, level, &DueRung::level);
  return found == rungs.end() ? std::nullopt : std::optional(*found);
}

std::vector<DueRung> DueRungs::find(const std::set<std::string, std::less<>>& taken) const {
  std::vector<DueRung> due;
  if (complaint_.moved_or_empty || complaint_.status > record::Status::resolved) return due;
  for (std::size_t place = 0; place < complaint_.promises.size(); ++place) {
    const Promise& promise = complaint_.promises[place];
    if (!is_open(promise)) continue;
    for (const DueRung& rung : rungs_of(place)) {
      if (rung.level && route_.has_reached(*rung.level, rung.at)) continue;
      if (taken.empty() || !taken.contains(ladder_key(complaint_.id, promise, rung.level))) due.push_back(rung);
    }
  }
  std::ranges::sort(due, by_time);
  return due;
}

}  // namespace crmtrack::story
