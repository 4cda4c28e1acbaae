#include "warning/sentence.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "statistics/two_windows.hpp"

namespace crmtrack::warning {

namespace {

using util::Instant;

/// The things that a measure counts, for one and for many.
struct Noun {
  std::string_view one, many;
};

Noun noun_of(Measure measure) {
  switch (measure) {
    case Measure::volume:
    case Measure::severity:
      return {"complaint", "complaints"};
    case Measure::escalations:
      return {"escalation", "escalations"};
    case Measure::broken_promises:
      return {"promise", "promises"};
    case Measure::slipped_steps:
      return {"step", "steps"};
    case Measure::praise:
      return {"good word", "good words"};
    case Measure::silence:
      return {"contact", "contacts"};
  }
  return {"event", "events"};
}

std::string counted(double count, const Noun& noun) {
  return fmt::format("{} {}", short_figure(count), count == 1 ? noun.one : noun.many);
}

std::string percent(double share) { return short_figure(share * 100) + " %"; }

/// The hits among the events of a measure that is a share.
std::string_view hits_of(Measure measure) {
  switch (measure) {
    case Measure::severity:
      return "are high or critical";
    case Measure::broken_promises:
      return "that were due were not kept in time";
    case Measure::slipped_steps:
      return "that were due were not done by their first date";
    default:
      return "count";
  }
}

std::string share_sentence(const Signal& signal, std::string_view last) {
  const Trial& trial = signal.trial;
  return fmt::format("{} of {} {} in {}, where {} is usual", short_figure(trial.seen),
                     counted(trial.of, noun_of(signal.measure)), hits_of(signal.measure), last,
                     percent(trial.baseline));
}

std::string rate_sentence(const Signal& signal, std::string_view last) {
  const Trial& trial = signal.trial;
  return fmt::format("{} for {} in {}, where {} are usual", counted(trial.seen, noun_of(signal.measure)),
                     counted(trial.of, noun_of(Measure::volume)), last, short_figure(trial.baseline * trial.of));
}

std::string window_sentence(const Signal& signal) {
  const Trial& trial = signal.trial;
  return fmt::format("{} in the last {} weeks, where the {} weeks before had {} in as many days",
                     trial.seen == 0 ? fmt::format("no {}", noun_of(signal.measure).many)
                                     : counted(trial.seen, noun_of(signal.measure)),
                     statistics::kWindowNow, statistics::kWindowBefore, short_figure(trial.baseline));
}

std::string count_sentence(const Signal& signal, std::string_view last, std::string_view unit) {
  const Trial& trial = signal.trial;
  const double limit = trial.limit.value_or(0);
  const std::string seen =
      fmt::format("{} in {}, where {} a {} are usual", counted(trial.seen, noun_of(signal.measure)), last,
                  short_figure(trial.baseline), unit);
  if (trial.method == Method::cusum)
    return fmt::format("{}; the excess of the last {}s adds up to {} (limit {})", seen, unit, short_figure(trial.value),
                       short_figure(limit));
  if (trial.method == Method::ewma)
    return fmt::format("{}; on weighted average {} (limit {})", seen, short_figure(trial.value), short_figure(limit));
  if (trial.method == Method::poisson_limit) return fmt::format("{} and {} too many", seen, short_figure(limit));
  return fmt::format("{} and more than {} too many", seen, short_figure(limit));
}

}  // namespace

std::string short_figure(double value) {
  if (std::abs(value) >= 100) return fmt::format("{:.0f}", value);
  std::string text = fmt::format("{:.{}f}", value, std::abs(value) >= 10 ? 1 : 2);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string sentence_of(const Signal& signal, const Periods& periods) {
  const Trial& trial = signal.trial;
  if (trial.method == Method::silence)
    return fmt::format("no contact for {} days, where one comes every {} days", short_figure(trial.seen),
                       short_figure(trial.baseline));
  if (trial.method == Method::rare_events)
    return fmt::format("{} only {} days apart, where {} days are usual", noun_of(signal.measure).many,
                       short_figure(trial.seen), short_figure(trial.baseline));
  if (trial.method == Method::two_windows) return window_sentence(signal);
  const std::string last = periods.name_of(periods.size() - 1);
  switch (counting_of(signal.measure)) {
    case Counting::share:
      return share_sentence(signal, last);
    case Counting::rate:
      return rate_sentence(signal, last);
    case Counting::count:
      break;
  }
  return count_sentence(signal, last, periods.unit());
}

}  // namespace crmtrack::warning
