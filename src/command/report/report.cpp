#include "command/report/report.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "command/report/charts.hpp"
#include "command/report/made_report.hpp"
#include "command/report/person_view.hpp"
#include "command/report/registry.hpp"
#include "index/read/select.hpp"
#include "report/page.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "view/complaint_table.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

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

/// Refuses an option that a report has nothing to do with.
void refuse_options(const Invocation& invocation, std::initializer_list<std::string_view> options,
                    std::string_view why) {
  for (const std::string_view option : options)
    if (invocation.has(option))
      throw Error(ErrorKind::usage,
                  fmt::format("cannot report {} with --{}: {}", invocation.positionals.front(), option, why));
}

int list_reports(Context& context) {
  document::Table table;
  table.columns = {{"report", "Report"}, {"question", "Question", document::Align::left, true, true, 20}};
  document::Column goal{"goal", "Goal"};
  goal.drops = 1;
  table.columns.push_back(goal);
  for (const ReportSpec& spec : report_specs())
    table.rows.push_back(
        {{std::string(spec.name), "", document::Role::strong}, {std::string(spec.question)}, {std::string(spec.goal)}});
  context.out().print(make_listing(context, table, [](std::size_t row) {
    const ReportSpec& spec = report_specs()[row];
    document::Value item;
    item.set("report", std::string(spec.name));
    item.set("question", std::string(spec.question));
    item.set("goal", std::string(spec.goal));
    return item;
  }));
  return 0;
}

int list_records(Context& context, const Invocation& invocation, const std::vector<std::string>& words,
                 const MadeReport& made) {
  const report::Measure& measure = report::get_measure(made.report, invocation.get("records"));
  if (measure.is_withheld)
    throw Error(ErrorKind::refused,
                fmt::format("cannot list the records of '{}': fewer than 5 of a person are not shown", measure.name),
                {"crmtrack list, with the same filter, shows complaints"});
  return print_records(context, words, made.input.ids_of(measure.records));
}

int run_report(Context& context, const Invocation& invocation) {
  if (invocation.positionals.empty()) return list_reports(context);
  const ReportSpec& spec = get_report(invocation.positionals.front());
  const std::vector<std::string> words(invocation.positionals.begin() + 1, invocation.positionals.end());
  if (spec.tell != nullptr) {
    refuse_options(invocation, {"period", "from", "to", "by", "figure", "records", "table", "near", "chart", "picture"},
                   "it tells what records say, whole");
    return spec.tell(context, words);
  }
  require_table_format(context, invocation);
  require_chart(invocation, spec.name);
  say_words_like_conditions(context, session::parse_filter(context, words), "--period ");
  if (spec.of_persons && !words.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot report {} of some complaints: a view is of a person", spec.name),
                {"of a time: --period SPAN"});
  if (spec.print == nullptr) refuse_options(invocation, {"near"}, "it is for terms");
  const std::string charter = open_person_view(context, std::string(spec.name), words);
  if (spec.print != nullptr) {
    refuse_options(invocation, {"by", "figure"}, "it tells of words");
    return spec.print(context, invocation, words, charter);
  }
  MadeReport made = make_report(context, invocation, spec, words);
  if (!charter.empty()) {
    if (spec.has_figures()) guard_person_view(context, words, made.report);
    made.report.notes.push_back(charter);
  }
  if (charter.empty() || !spec.has_figures())
    add_wanted_charts(context, invocation, words, made.input, made.report);
  else
    refuse_options(invocation, {"chart", "picture"}, "figures of one person are not drawn");
  if (invocation.has("picture")) return draw_report(context, invocation, made.report);
  if (invocation.has("records")) return list_records(context, invocation, words, made);
  return print_report(context, made.report, invocation.find("table"));
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
  std::vector<std::string> names;
  for (const ReportSpec& spec : report_specs()) names.emplace_back(spec.name);
  return names;
}

std::vector<std::pair<std::string, std::string>> report_questions() {
  std::vector<std::pair<std::string, std::string>> words;
  for (const ReportSpec& spec : report_specs()) words.emplace_back(spec.name, spec.question);
  return words;
}

std::vector<std::string> report_keys() {
  std::vector<std::string> words;
  for (const report::Key key : report::group_keys()) words.emplace_back(report::name_of(key));
  return words;
}

std::vector<std::pair<std::string, std::string>> measures_of_report(Context& context, const std::string& name) {
  const ReportSpec& spec = get_report(name);
  std::vector<std::pair<std::string, std::string>> measures;
  if (spec.make == nullptr && spec.load == nullptr) return measures;
  report::Input input;
  if (spec.load != nullptr) input = load_report_input(context, {}, {}, spec.wants);
  // A report that is computed has all its measures of nothing too.
  const report::Report report = spec.make != nullptr ? spec.make(input) : spec.load(context, input, {});
  for (const report::Measure& measure : report.measures)
    if (measure.group.empty()) measures.emplace_back(measure.name, measure.title);
  return measures;
}

const CommandSpec kReport{
    .name = "report",
    .group = "report",
    .summary = "figures for people who decide; the trail of a complaint",
    .positionals = {{"NAME", "without it, all reports are listed, with the question that each answers",
                     Completes::report, 0},
                    {"FILTER", "of which complaints; for trail and client, their ids (or a customer)",
                     Completes::filter, 0, -1}},
    .options =
        {OptionSpec{
             "--period", "SPAN",
             "this-week or last-week (-month, -quarter, -half, -year), 2026-q3, 2026-h1, 2026-w45, -7d, FROM..TO "
             "… (default: all time); or a series, a row each: day, week, month, quarter, half, year"},
         OptionSpec{"--from", "DATE", "from the beginning of that date or span"},
         OptionSpec{"--to", "DATE", "to the end of that date or span, included"},
         OptionSpec{"--by", "KEY[,KEY]",
                    "by one key, or two as a cross table: customer, segment, region, project, reason, channel, "
                    "severity, outcome, cause, level, team, month",
                    Completes::report_key},
         OptionSpec{"--figure", "MEASURE", "of a report by keys or in a series: this measure alone, with its basis",
                    Completes::measure},
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
             "of flow backlog_age, time_left, months, survival; of targets targets; of promises kinds, evidence; of "
             "workload "
             "backlog_age; of recurrence causes; of pauses pauses; of compliance gaps; of health signals; of plans "
             "steps; "
             "of lessons lessons; of praise people, compliments; of notifications reasons, notifications; of viewings "
             "viewings; of terms terms; of regulator firms, products, issues, causes, redress; with --by groups or "
             "cross"}},
    .examples = {{"crmtrack report", "every report, with the question that it answers"},
                 {"crmtrack report summary --period 2026-q3", "a quarter, beside the one before"},
                 {"crmtrack report summary --by project", "the figures of each project"},
                 {"crmtrack report summary --period month --from 2026-01 --figure promises_kept",
                  "a figure, month by month"},
                 {"crmtrack report summary --by reason,channel", "how many by two keys, with totals"},
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
