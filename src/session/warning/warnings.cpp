#include "session/warning/warnings.hpp"

#include <utility>

#include "index/read/warned.hpp"
#include "session/filter.hpp"
#include "session/warning/series.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

namespace {

void add_items(std::map<std::string, Alarm> alarms, bool everywhere, Warnings& warnings) {
  for (const warning::Signal& signal : warnings.found.signals) {
    Warning& item = warnings.items.emplace_back();
    item.signal = &signal;
    const auto alarm = alarms.find(signal.name);
    if (alarm == alarms.end()) continue;
    item.alarm = std::move(alarm->second);
    alarms.erase(alarm);
  }
  if (!everywhere) return;
  for (auto& [name, alarm] : alarms)
    if (!alarm.is_settled()) warnings.items.push_back({nullptr, std::move(alarm)});
}

}  // namespace

std::string Warning::state() const { return !alarm || alarm->state == "raised" ? "new" : alarm->state; }

Warnings::Warnings(warning::Periods periods_, warning::Found found_)
    : periods(std::move(periods_)), found(std::move(found_)) {}

Warnings find_warnings(Session& session, const std::vector<std::string>& words) {
  Watched watched = load_watched(session, parse_filter(session, words));
  warning::Found found = warning::find_signals(watched.series, watched.customers, watched.periods,
                                               load_baselines(session), util::join(words, " "));
  Warnings warnings(std::move(watched.periods), std::move(found));
  for (const warning::Series& series : watched.series)
    warnings.projects += series.measure == warning::Measure::volume && !series.project.empty() ? 1 : 0;
  add_items(load_alarms(session), words.empty(), warnings);
  return warnings;
}

std::vector<std::string> records_of(Session& session, const warning::Signal& signal) {
  return index::ids_of_stories(session.index(), signal.stories);
}

}  // namespace crmtrack::session
