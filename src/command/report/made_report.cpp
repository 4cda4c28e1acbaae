#include "command/report/made_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/report_period.hpp"
#include "report/grouped.hpp"
#include "session/filter.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kMostKeys = 2;

std::string words_of_keys() {
  std::vector<std::string> words;
  for (const report::Key key : report::group_keys()) words.emplace_back(report::name_of(key));
  return util::join(words, ", ");
}

report::Key get_key(const std::string& word) {
  if (const auto key = report::parse_key(word)) return *key;
  std::vector<std::string> words, hints;
  for (const report::Key key : report::group_keys()) words.emplace_back(report::name_of(key));
  if (const auto near = util::nearest(word, words); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back("keys: " + words_of_keys());
  throw Error(ErrorKind::usage, fmt::format("cannot group by '{}': no such key", word), std::move(hints));
}

/// The keys of `--by`, at most two together with the periods of a series.
std::vector<report::Key> keys_of(const Invocation& invocation, const ReportSpec& spec, const ReportPeriod& period) {
  std::vector<report::Key> keys;
  // A series is one key: a report that is split by two otherwise has its first one beside.
  const std::string otherwise =
      period.unit ? util::split(std::string(spec.default_by), ',').front() : std::string(spec.default_by);
  const std::string by = invocation.find("by").value_or(otherwise);
  for (const std::string& word : util::split(by, ',')) {
    if (by.empty()) break;
    const report::Key key = get_key(std::string(util::trim(word)));
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
      throw Error(ErrorKind::usage, fmt::format("cannot group by '{}' twice", report::name_of(key)));
    keys.push_back(key);
  }
  if (keys.size() + (period.unit ? 1 : 0) > kMostKeys)
    throw Error(ErrorKind::usage, "cannot group by more than two keys",
                {"the periods of a series are one key: give --by one more, or --period a span"});
  return keys;
}

MadeReport make_split(Context& context, const Invocation& invocation, const ReportSpec& spec,
                      const std::vector<std::string>& words, const ReportPeriod& period,
                      const std::vector<report::Key>& keys) {
  report::Wants wants = spec.wants;
  if (period.unit) wants.open = false;  // a series has no figures of now
  MadeReport made;
  made.input = load_report_input(context, words, period, wants, keys);
  report::Grouping grouping;
  if (period.unit) {
    const query::Moment moment = context.moment(session::parse_filter(context, words));
    std::optional<util::Instant> first;
    for (const report::Case& item : made.input.cases) first = std::min(item.received, first.value_or(item.received));
    grouping.axes.push_back({report::Key::period, periods_of_series(period, first, moment)});
  }
  for (const report::Key key : keys) grouping.axes.push_back({key});
  grouping.figure = invocation.get("figure");
  grouping.keeps_records = invocation.has("records");
  const query::Moment moment = context.moment(session::parse_filter(context, words));
  report::Report before;
  if (const auto earlier = period_before(invocation, period, moment)) {
    before = report::make_grouped(load_report_input(context, words, *earlier, wants, keys), grouping, spec.make);
    grouping.before = &before;
  }
  made.report = report::make_grouped(made.input, grouping, spec.make);
  return made;
}

}  // namespace

MadeReport make_report(Context& context, const Invocation& invocation, const ReportSpec& spec,
                       const std::vector<std::string>& words) {
  const query::Moment moment = context.moment(session::parse_filter(context, words));
  const ReportPeriod period = parse_report_period(invocation, moment, spec.default_period);
  const std::vector<report::Key> keys = keys_of(invocation, spec, period);
  const bool is_split = period.unit || !keys.empty();
  if (is_split && !spec.can_be_split())
    throw Error(ErrorKind::usage,
                fmt::format("cannot split report {} into groups or a series: it tells what records say", spec.name));
  if (!is_split && invocation.has("figure"))
    throw Error(ErrorKind::usage, "cannot choose a --figure of a report that is not split",
                {"add --by KEY or --period month; a single figure is in --format json, its complaints in --records"});
  if (is_split) return make_split(context, invocation, spec, words, period, keys);
  MadeReport made;
  made.input = load_report_input(context, words, period, spec.wants);
  made.input.only_page = context.out().takes_documents() && !context.wants_data() && !invocation.has("table") &&
                         !invocation.has("records");
  made.report = spec.make != nullptr ? spec.make(made.input) : spec.load(context, made.input, words);
  const auto before = spec.make != nullptr ? period_before(invocation, period, moment) : std::nullopt;
  if (before) report::set_beside(made.report, spec.make(load_report_input(context, words, *before, spec.wants)));
  return made;
}

}  // namespace crmtrack::command
