#include "command/common/report_period.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/date_span.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// No series has more periods: a year of days.
constexpr std::size_t kMostPeriods = 400;

query::Span get_span(const std::string& text, const query::Moment& moment) {
  const auto span = query::parse_span(text, moment);
  if (!span)
    throw Error(ErrorKind::usage, fmt::format("cannot read the period '{}': not a date or span", text),
                {fmt::format("spans: {}", query::kDateForms), fmt::format("or a series: {}", query::kUnitWords)});
  if (span->until <= span->from)
    throw Error(ErrorKind::usage, fmt::format("cannot use the period '{}': it ends before it begins", text));
  return *span;
}

query::Span get_bound(std::string_view option, const std::string& text, const query::Moment& moment) {
  const auto span = query::parse_bound(text, moment);
  if (!span)
    throw Error(ErrorKind::usage, fmt::format("cannot read --{} '{}': not a date", option, text),
                {fmt::format("dates: {}", query::kDateForms)});
  return *span;
}

}  // namespace

ReportPeriod parse_report_period(const Invocation& invocation, const query::Moment& moment,
                                 std::string_view otherwise) {
  ReportPeriod period;
  const bool has_bounds = invocation.has("from") || invocation.has("to");
  std::string text = invocation.get("period");
  if (text.empty() && !has_bounds) text = otherwise;
  period.unit = query::parse_unit(text);
  if (!text.empty() && !period.unit) {
    if (has_bounds)
      throw Error(ErrorKind::usage, fmt::format("cannot report --period {} with --from or --to", text),
                  {fmt::format("a span is bounds enough; with --from and --to, --period takes {}", query::kUnitWords)});
    const query::Span span = get_span(text, moment);
    period.from = span.from;
    period.to = span.until;
  }
  if (const auto from = invocation.find("from")) period.from = get_bound("from", *from, moment).from;
  if (const auto to = invocation.find("to")) period.to = get_bound("to", *to, moment).until;
  if (period.from && period.to && *period.to <= *period.from)
    throw Error(ErrorKind::usage, fmt::format("cannot report from {} to {}: that ends before it begins",
                                              invocation.get("from"), invocation.get("to")));
  return period;
}

std::optional<ReportPeriod> period_before(const Invocation& invocation, const ReportPeriod& period,
                                          const query::Moment& moment) {
  if (!period.from || !period.to || period.unit) return std::nullopt;
  const std::string text = invocation.has("period") ? invocation.get("period") : "FROM..TO";
  const query::Span before = query::span_before(text, {*period.from, *period.to}, moment);
  return ReportPeriod{before.from, before.until, std::nullopt};
}

std::vector<query::UnitSpan> periods_of_series(const ReportPeriod& period, std::optional<util::Instant> first,
                                               const query::Moment& moment) {
  const auto from = period.from ? period.from : first;
  if (!from) return {};
  // The future has no figures yet.
  const util::Instant until = std::min(period.to.value_or(moment.now + std::chrono::seconds(1)),
                                       std::max(moment.now, *from) + std::chrono::seconds(1));
  const std::size_t count = query::count_units(*period.unit, *from, until, moment.zone);
  if (count > kMostPeriods)
    throw Error(ErrorKind::usage, fmt::format("cannot report {} periods: a series has at most {}", count, kMostPeriods),
                {"give --from and --to, or a longer --period: week, month, quarter, year"});
  std::vector<query::UnitSpan> units = query::split_span(*period.unit, *from, until, moment.zone);
  // The last one is whole where the report's time does not end in it.
  if (!units.empty() && (!period.to || units.back().until < *period.to)) {
    const auto start = query::start_of_unit(moment.zone.date_of(units.back().from), *period.unit);
    const util::Instant end = moment.zone.start_of(query::step_units(start, *period.unit, 1));
    units.back().until = period.to ? std::min(end, *period.to) : end;
  }
  return units;
}

}  // namespace crmtrack::command
