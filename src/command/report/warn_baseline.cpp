#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "query/date_span.hpp"
#include "record/machine_place.hpp"
#include "session/day_zone.hpp"
#include "session/warning/series.hpp"
#include "session/warning/warnings.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;
using warning::kBaselinePeriods;

namespace {

query::Span baseline_span(const std::string& option, const std::string& text, const query::Moment& moment) {
  const auto span = query::parse_span(text, moment);
  if (!span)
    throw Error(ErrorKind::usage, fmt::format("cannot read --{} '{}': not a date or span", option, text),
                {fmt::format("spans: {}", query::kDateForms)});
  return *span;
}

/// Throws where the series is none, or is compared with the weeks before instead of a baseline.
void require_series(const std::vector<warning::Series>& all, const std::string& name) {
  std::vector<std::string> names;
  for (const warning::Series& series : all) {
    if (series.measure == warning::Measure::praise) continue;
    if (series.name() == name) return;
    names.push_back(series.name());
  }
  if (name.starts_with(name_of(warning::Measure::praise)) || name.starts_with(name_of(warning::Measure::silence)))
    throw Error(ErrorKind::refused, fmt::format("cannot set a baseline of '{}': it has none", name),
                {"praise is compared with the 12 weeks before, silence with all gaps of the customer"});
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.emplace_back("a series is a measure, or a measure and its group: volume, volume/project:apollo");
  throw Error(ErrorKind::not_found, fmt::format("cannot find the series '{}'", name), std::move(hints));
}

/// The periods that the options name: from a date up to another, or the last kBaselinePeriods complete ones.
warning::SetBaseline baseline_periods(Context& context, const Invocation& invocation, const warning::Periods& periods) {
  const query::Moment moment = context.moment({});
  warning::SetBaseline baseline;
  if (const auto from = invocation.find("from")) {
    baseline.from = baseline_span("from", *from, moment).from;
  } else {
    if (periods.size() < kBaselinePeriods)
      throw Error(ErrorKind::refused,
                  fmt::format("cannot take the last {0} {1}s for a baseline: there are {2} complete ones",
                              kBaselinePeriods, periods.unit(), periods.size()),
                  {"give its first day with --from: the baseline is complete when as many have passed since"});
    baseline.from = periods.begin_of(periods.size() - kBaselinePeriods);
  }
  if (const auto to = invocation.find("to")) baseline.to = baseline_span("to", *to, moment).until;
  return baseline;
}

/// A baseline of few periods would be as much chance as what it is compared with.
void require_enough(const warning::SetBaseline& baseline, const warning::Periods& periods) {
  if (!baseline.to) return;
  std::size_t place = periods.first_from(baseline.from), count = 0;
  for (; place < periods.size() && periods.end_of(place) <= *baseline.to; ++place) ++count;
  if (count < kBaselinePeriods)
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot set a baseline of {} complete {}s: it takes {}", count, periods.unit(), kBaselinePeriods),
        {"leave --to out: the baseline is complete when enough have passed since --from"});
}

session::Draft baseline_draft(Context& context, const Invocation& invocation, const std::string& series) {
  const util::Zone zone = session::day_zone(context);
  const session::Watched watched = session::load_watched(context, {});
  require_series(watched.series, series);
  const warning::SetBaseline baseline = baseline_periods(context, invocation, watched.periods);
  require_enough(baseline, watched.periods);
  session::Draft draft;
  draft.at = at_of(context, invocation);
  draft.story = {record::StoryKind::journal,
                 util::make_complaint_id(draft.at.utc, record::random_of_source(fmt::format(
                                                           "baseline/{}/{}", series, util::format_utc(draft.at.utc))))};
  draft.kind = record::Kind::baseline;
  draft.by = by_of(context, invocation);
  draft.says = "baseline of " + series;
  set_text(draft.fields, "series", series);
  draft.fields.set("from", yaml::Node::scalar(util::format_rfc3339(zone.at(baseline.from))));
  if (baseline.to) draft.fields.set("to", yaml::Node::scalar(util::format_rfc3339(zone.at(*baseline.to))));
  set_text(draft.fields, "why", required_why(invocation));
  return draft;
}

int run_warn_baseline(Context& context, const Invocation& invocation) {
  (void)required_why(invocation);
  const std::string& series = invocation.positionals.front();
  const session::Written written =
      session::write_records(context, [&] { return std::vector{baseline_draft(context, invocation, series)}; });
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts,
                        fmt::format("{} is compared with its new baseline from now on", series));
}

}  // namespace

const CommandSpec kWarnBaseline{
    .name = "warn baseline",
    .group = "report",
    .summary = "compare a series with other periods from now on, and say why",
    .positionals = {{"SERIES", "a measure, or a measure and its group: volume/project:apollo", Completes::series}},
    .options = {option::kWhy, OptionSpec{"--from", "DATE", "its first day (default: the last 20 complete periods)"},
                OptionSpec{"--to", "DATE", "its last day (default: 20 periods from its first day on)"}, option::kAt,
                option::kBy},
    .examples =
        {{"crmtrack warn baseline volume/project:apollo --why 'Twice the customers since May' --from 2026-05-01",
          "the 20 weeks from May on are what is usual"}},
    .run = run_warn_baseline,
};

}  // namespace crmtrack::command
