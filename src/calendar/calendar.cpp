#include "calendar/calendar.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <utility>

namespace crmtrack::calendar {

/// The years in which a calendar is more than its week: a zone changes by its table, or a date is named.
struct EventfulYears {
  int first = 1800;
  int last = 2450;  // the tables of the IANA database end in 2087
};

namespace {

using std::chrono::seconds;
using std::chrono::year;
using util::Instant;

constexpr int kLastYear = 9999;
constexpr int kFurthest = 400;  // years: by then the dates and weekdays of the Gregorian calendar begin again
constexpr Instant kBegin = std::chrono::sys_days(year(0) / 1 / 1);
constexpr Instant kEnd = std::chrono::sys_days(year(kLastYear + 1) / 1 / 1) - seconds(1);

Instant clamp_to_years(Instant time) { return std::clamp(time, kBegin, kEnd); }

int year_of(Instant time) {
  return int(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)).year());
}

int year_of(Date date) { return int(std::chrono::year_month_day(date).year()); }

/// The last year in which a calendar may open.
int last_open_year(const Plan& plan) {
  if (std::any_of(plan.week.begin(), plan.week.end(), [](const auto& hours) { return !hours.empty(); }))
    return kLastYear;
  const auto last = std::find_if(plan.exceptions.rbegin(), plan.exceptions.rend(),
                                 [](const auto& exception) { return !exception.second.hours.empty(); });
  return last == plan.exceptions.rend() ? -1 : std::min(kLastYear, year_of(last->first) + 1);
}

EventfulYears eventful_years(const Plan& plan) {
  EventfulYears years;
  const auto add = [&](const auto& dated) {
    if (dated.empty()) return;
    years.first = std::min(years.first, year_of(dated.begin()->first) - 2);
    years.last = std::max(years.last, year_of(dated.rbegin()->first) + 2);
  };
  add(plan.holidays);
  add(plan.exceptions);
  return years;
}

/// A year with as much open time: outside of the eventful years all repeats itself after 400 years.
int alike_year(int year_number, const EventfulYears& years) {
  if (year_number > years.last + kFurthest) return years.last + 1 + (year_number - years.last - 1) % kFurthest;
  if (year_number < years.first - kFurthest) return years.first - 1 - (years.first - 1 - year_number) % kFurthest;
  return year_number;
}

}  // namespace

struct Calendar::Shared {
  explicit Shared(Plan given)
      : plan(std::move(given)), last_year(last_open_year(plan)), eventful(eventful_years(plan)) {
    for (auto& one : totals) one = kUnknown;
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() {
    for (const auto& one : tables) delete one.load();
  }

  static constexpr std::int64_t kUnknown = -1;
  /// A record may name any year. So many tables are kept, some 20 MB; all years of an ordinary ledger are a few dozen.
  static constexpr int kMostKept = 500;

  Plan plan;
  int last_year;
  EventfulYears eventful;
  std::atomic<int> kept{0};
  std::vector<std::atomic<const YearTable*>> tables = std::vector<std::atomic<const YearTable*>>(kLastYear + 1);
  std::vector<std::atomic<std::int64_t>> totals = std::vector<std::atomic<std::int64_t>>(kLastYear + 1);
};

class Calendar::Held {
 public:
  explicit Held(const YearTable* kept) : table_(kept) {}
  explicit Held(std::unique_ptr<const YearTable> own) : table_(own.get()), own_(std::move(own)) {}
  const YearTable* operator->() const { return table_; }

 private:
  const YearTable* table_;
  std::unique_ptr<const YearTable> own_;
};

Calendar::Calendar(Plan plan) : shared_(std::make_shared<Shared>(std::move(plan))) {}

const Plan& Calendar::plan() const { return shared_->plan; }

bool operator==(const Calendar& a, const Calendar& b) {
  return a.shared_ == b.shared_ || a.shared_->plan == b.shared_->plan;
}

Calendar::Held Calendar::table(int year_number) const {
  std::atomic<const YearTable*>& place = shared_->tables[static_cast<std::size_t>(year_number)];
  if (const YearTable* known = place.load(std::memory_order_acquire)) return Held(known);
  auto made = std::make_unique<const YearTable>(shared_->plan, year(year_number));
  if (shared_->kept.fetch_add(1, std::memory_order_relaxed) >= Shared::kMostKept) {
    shared_->kept.store(Shared::kMostKept, std::memory_order_relaxed);
    return Held(std::move(made));
  }
  const YearTable* other = nullptr;
  // Another thread may have been quicker; its table is equal.
  if (!place.compare_exchange_strong(other, made.get(), std::memory_order_acq_rel)) return Held(other);
  return Held(made.release());
}

/// Kept for each year by itself, so that a walk over centuries keeps no tables.
seconds Calendar::total(int year_number) const {
  const int alike = alike_year(year_number, shared_->eventful);
  const auto index = static_cast<std::size_t>(alike);
  if (const YearTable* known = shared_->tables[index].load(std::memory_order_acquire)) return known->total();
  std::atomic<std::int64_t>& place = shared_->totals[index];
  std::int64_t sum = place.load(std::memory_order_relaxed);
  if (sum == Shared::kUnknown) {
    sum = YearTable(shared_->plan, year(alike)).total().count();
    place.store(sum, std::memory_order_relaxed);
  }
  return seconds(sum);
}

int Calendar::horizon(Instant time) const { return std::min(year_of(time) + kFurthest, shared_->last_year); }

seconds Calendar::open_between(Instant from, Instant to) const {
  const Instant begin = clamp_to_years(from);
  const Instant end = clamp_to_years(to);
  if (begin >= end) return seconds(0);
  const int last = std::min(year_of(end), shared_->last_year);
  int now = year_of(begin);
  if (now > last) return seconds(0);
  seconds sum = -table(now)->worked_before(begin);
  for (; now < last; ++now) sum += total(now);
  return sum + table(last)->worked_before(end);
}

std::optional<Instant> Calendar::instant_after(Instant from, seconds amount) const {
  if (amount <= seconds(0)) return from;
  if (from >= kEnd) return std::nullopt;
  const Instant begin = clamp_to_years(from);
  const int last = horizon(begin);
  int now = year_of(begin);
  if (now > last) return std::nullopt;
  for (seconds needed = amount + table(now)->worked_before(begin); now <= last; ++now) {
    if (needed <= total(now)) return std::min(table(now)->instant_after(needed), kEnd);
    needed -= total(now);
  }
  return std::nullopt;
}

std::optional<OpenSpan> Calendar::find_open(Instant from) const {
  const Instant begin = clamp_to_years(from);
  const int last = horizon(begin);
  for (int now = year_of(begin); now <= last; ++now)
    if (total(now) > seconds(0))
      if (const Held held = table(now); const OpenSpan* span = held->find_open(begin)) return *span;
  return std::nullopt;
}

std::optional<BusinessDay> Calendar::find_business_day(Instant receipt, int n) const {
  const Instant time = clamp_to_years(receipt);
  const Date date = date_of(time);
  const int last = horizon(time);
  // The date of an instant may lie a year before or after its UTC year.
  int now = std::clamp(year_of(date), 0, kLastYear);
  const auto is_before = [&](const BusinessDay& day, Instant t) {
    return day.date < date || (day.date == date && day.close < t);
  };
  auto left = static_cast<std::size_t>(n);
  for (bool is_first = true; now <= last; ++now, is_first = false) {
    const Held held = table(now);
    const std::vector<BusinessDay>& days = held->business_days();
    const auto counted = is_first ? std::lower_bound(days.begin(), days.end(), time, is_before) : days.begin();
    const auto there = static_cast<std::size_t>(days.end() - counted);
    if (left < there) return *(counted + static_cast<std::ptrdiff_t>(left));
    left -= there;
  }
  return std::nullopt;
}

Date Calendar::date_of(Instant time) const {
  return std::chrono::floor<std::chrono::days>(shared_->plan.zone.to_local(time));
}

}  // namespace crmtrack::calendar
