#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "command/report/report.hpp"

#include "command/commands.hpp"
#include "command/common/client_report.hpp"
#include "command/common/compliance_input.hpp"
#include "command/common/health_input.hpp"
#include "command/common/learnt_input.hpp"
#include "command/common/notifications_input.hpp"
#include "command/common/output.hpp"
#include "command/common/regulator_input.hpp"
#include "command/common/report_input.hpp"
#include "command/common/shown.hpp"
#include "command/common/trail.hpp"
#include "command/common/viewings_input.hpp"
#include "command/report/charts.hpp"
#include "command/report/person_view.hpp"
#include "command/report/terms.hpp"
#include "index/read/select.hpp"
#include "report/case.hpp"
#include "report/escalations.hpp"
#include "report/pauses.hpp"
#include "report/plans.hpp"
#include "report/reasons.hpp"
#include "report/summary.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "view/complaint_table.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

struct NamedReport {
  std::string_view name;
  report::Report (*make)(const report::Input&);  ///< none: it tells what records say; see make_report()
  report::Wants wants;
};
using Cases = report::Wants::Cases;
constexpr std::array kReports{
    NamedReport{
        "summary", report::make_summary, {.rungs = true, .promises = true, .interactions = true, .redress = true}},
    NamedReport{"reasons", report::make_reasons, {}},
    NamedReport{"escalations", report::make_escalations, {.rungs = true, .cases = Cases::escalations}},
    NamedReport{"pauses", report::make_pauses, {.waits = true, .cases = Cases::waits}},
    NamedReport{"plans", report::make_plans, {.steps = true, .cases = Cases::steps}},
    NamedReport{"compliance", nullptr, {.cases = Cases::gaps}},
    NamedReport{"health", nullptr, {}},
    NamedReport{"lessons", nullptr, {.cases = Cases::reviews}},
    NamedReport{"praise", nullptr, {.cases = Cases::praise}},
    NamedReport{"notifications", nullptr, {.cases = Cases::notices}},
    NamedReport{"viewings", nullptr, {}},
    NamedReport{"terms", nullptr, {}},
    NamedReport{"regulator", nullptr, {}}};

report::Report make_report(Context& context, const NamedReport& named, report::Input& input,
                           const std::vector<std::string>& words) {
  const bool everywhere = words.empty();
  if (named.make != nullptr) return named.make(input);
  if (named.name == "compliance")
    return load_compliance(context, input, everywhere && !input.meta.from && !input.meta.to);
  if (named.name == "health") return load_health(context, input, words);
  if (named.name == "lessons") return report::make_lessons(input, load_lessons(context, input));
  if (named.name == "notifications")
    return report::make_notifications(input, load_notifications(context, input, everywhere));
  if (named.name == "regulator") return load_regulator(context, input);
  if (named.name == "viewings") return report::make_viewings(input, load_viewings(context, input));
  return report::make_praise(input, load_praise(context, input, everywhere));
}

const NamedReport& get_report(const std::string& name) {
  for (const NamedReport& report : kReports)
    if (report.name == name) return report;
  const std::vector<std::string> names = report_names();
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back("reports: " + util::join(names, ", "));
  throw Error(ErrorKind::usage, fmt::format("cannot report '{}': no such report", name), std::move(hints));
}

/// The whole report, or one table of it: CSV and TSV take one alone, so that a program can read it.
document::Document shown_of(Context& context, const report::Report& report, const std::optional<std::string>& table) {
  if (!table && context.out().takes_documents()) return report::to_document(report);
  const std::string name = table.value_or(std::string(report::kMeasuresTable));
  document::Document document;
  document.add(report::get_table(report, name));
  if (const auto others = report::other_tables(report, name); !table && !others.empty())
    context.hint(fmt::format("this is the table {}: the figures; others: --table {}", name, util::join(others, ", ")));
  return document;
}

/// JSON has the whole report: a part of it would look as if the rest were missing.
void require_table_format(Context& context, const Invocation& invocation) {
  if (!invocation.has("records") && !context.display().fields.empty())
    throw Error(ErrorKind::usage, "cannot choose --fields of a report",
                {"one of its tables: --table NAME; of the complaints behind a figure: --records MEASURE --fields A,B"});
  if (invocation.has("table") && context.wants_data())
    throw Error(ErrorKind::usage,
                fmt::format("cannot print one table as {}: it has the whole report", context.display().format),
                {"leave --table out, or ask for --format csv or tsv"});
}

/// A report of stories has no figures, and takes no option for them.
void refuse_figure_options(const Invocation& invocation) {
  for (const char* option : {"period", "records", "table", "near", "chart", "picture"})
    if (invocation.has(option))
      throw Error(ErrorKind::usage, fmt::format("cannot report {} with --{}: it tells what records say, whole",
                                                invocation.positionals.front(), option));
}

int run_report(Context& context, const Invocation& invocation) {
  const std::string& name = invocation.positionals.front();
  if (name == "trail" || name == "client") {
    refuse_figure_options(invocation);
    const std::vector<std::string> stories(invocation.positionals.begin() + 1, invocation.positionals.end());
    return name == "trail" ? report_trail(context, stories) : report_client(context, stories);
  }
  const NamedReport& named = get_report(invocation.positionals.front());
  const std::vector<std::string> words(invocation.positionals.begin() + 1, invocation.positionals.end());
  require_table_format(context, invocation);
  require_chart(invocation, named.name);
  if (named.name == "viewings" && !words.empty())
    throw Error(ErrorKind::usage, "cannot report viewings of some complaints: a view is of a person",
                {"of a time: --period SPAN"});
  if (invocation.has("near") && named.name != "terms")
    throw Error(ErrorKind::usage, fmt::format("cannot report {} with --near: it is for terms", named.name));
  say_words_like_conditions(context, session::parse_filter(context, words), "--period ");
  std::string period = invocation.get("period");
  const std::string charter = open_person_view(context, std::string(named.name), words);
  if (named.name == "regulator" && period.empty()) period = "last-half";
  if (named.name == "terms") return report_terms(context, invocation, words, charter);
  report::Input input = load_report_input(context, words, period, named.wants);
  input.only_page = context.out().takes_documents() && !context.wants_data() && !invocation.has("table") &&
                    !invocation.has("records");
  report::Report report = make_report(context, named, input, words);
  if (!charter.empty()) report.notes.push_back(charter);
  if (invocation.has("period") && named.name == "summary")
    report::set_beside(
        report, named.make(load_report_input(context, words, invocation.get("period"), named.wants, Which::before)));
  add_wanted_charts(context, invocation, words, input, report);
  if (invocation.has("picture")) return draw_report(context, invocation, report);
  if (const auto measure = invocation.find("records"))
    return print_records(context, words, input.ids_of(report::get_measure(report, *measure).records));
  return print_report(context, report, invocation.find("table"));
}

}  // namespace

int print_records(Context& context, const std::vector<std::string>& words, const std::vector<std::string>& ids) {
  if (context.display().format.empty() && context.display().fields.empty()) {
    for (const std::string& id : ids) context.out().line(id);
    return 0;
  }
  const query::Filter filter = session::parse_filter(context, words);
  std::map<std::string, index::Row> by_id;
  for (index::Row& row : index::select(context.index(), {filter, context.moment(filter), {}, std::nullopt}))
    by_id.emplace(row.id, std::move(row));
  std::vector<index::Row> rows;
  for (const std::string& id : ids)
    if (const auto row = by_id.find(id); row != by_id.end()) rows.push_back(row->second);
  context.page();
  context.out().print(
      make_listing(context, view::complaint_table(setting_of(context), rows, reader_of(context)),
                   [&](std::size_t row) { return item_of_complaint(context, load_complaint(context, rows[row].id)); }));
  return 0;
}

int print_report(Context& context, const report::Report& report, const std::optional<std::string>& table) {
  context.page();
  if (context.wants_data())
    context.out().print({}, report::to_value(report));
  else
    context.out().print(shown_of(context, report, table), {});
  return 0;
}

std::vector<std::string> report_names() {
  std::vector<std::string> names{"trail", "client"};
  for (const NamedReport& report : kReports) names.emplace_back(report.name);
  return names;
}

std::vector<std::pair<std::string, std::string>> measures_of_report(Context& context, const std::string& name) {
  const NamedReport& named = get_report(name);
  if (named.name == "terms") return {};  // its --records takes a word
  std::vector<std::pair<std::string, std::string>> measures;
  report::Input input = load_report_input(context, {}, {}, named.wants);
  for (const report::Measure& measure : make_report(context, named, input, {}).measures)
    if (measure.group.empty()) measures.emplace_back(measure.name, measure.title);
  return measures;
}

const CommandSpec kReport{
    .name = "report",
    .group = "report",
    .summary = "figures for people who decide; the trail of a complaint",
    .positionals =
        {{"NAME",
          "summary, reasons, escalations, pauses, compliance, health, plans, lessons, praise, notifications, "
          "viewings, terms, regulator, trail or client",
          Completes::report},
         {"FILTER", "of which complaints; for trail and client, their ids (or a customer)", Completes::filter, 0, -1}},
    .options =
        {OptionSpec{"--period", "SPAN",
                    "this-week, last-month, 2026-q3, 2026-h1, 2026-w45, -7d, FROM..TO … (default: all time)"},
         OptionSpec{"--chart", {}, "with charts: drawn on a terminal, their numbers elsewhere (html always has them)"},
         OptionSpec{"--picture", "FILE",
                    "draw a chart into FILE.svg or FILE.png by gnuplot: the first, or the one that --table names",
                    Completes::file},
         OptionSpec{"--near", "WORD", "of terms: what goes together with this word"},
         OptionSpec{"--records", "MEASURE",
                    "list the complaints that a measure counts: ids, or with --format or --fields as `list`; the "
                    "measure by its id or by its name on the screen, which crmtrack-report(1) lists",
                    Completes::measure},
         OptionSpec{
             "--table", "NAME",
             "one table (or a chart's numbers) alone, as csv and tsv always print it: measures (default there); of "
             "summary "
             "backlog_age, status, redress; of reasons reasons; of escalations triggers, levels, open; "
             "of pauses pauses; of compliance gaps; of health signals; of plans steps; "
             "of lessons lessons; of praise people, compliments; of notifications reasons, notifications; of viewings "
             "viewings; of terms terms; of regulator firms, products, issues, causes, redress"}},
    .examples = {{"crmtrack report summary --period 2026-q3", "a quarter"},
                 {"crmtrack report reasons project:apollo", "what they complain about"},
                 {"crmtrack report summary --format html > summary.html", "a page with charts, for a browser"},
                 {"crmtrack report reasons --picture reasons.svg", "a chart for a slide"},
                 {"crmtrack report client 7f3q --format mail", "what the customer may see, for a mail to them"},
                 {"crmtrack report plans project:apollo", "the steps of its plans: by whom, by when, effective or not"},
                 {"crmtrack report terms project:apollo", "the words that set its complaints apart"},
                 {"crmtrack report terms --near refund", "what goes together with a word"},
                 {"crmtrack report regulator --period 2027-h1", "the half-yearly return, by firm"},
                 {"crmtrack report trail 7f3q", "every record with commit, author, both times and signature"},
                 {"crmtrack report summary --records backlog | xargs crmtrack show",
                  "behind every figure stand records"}},
    .access = Access::reads,
    .run = run_report,
};

}  // namespace crmtrack::command
