#include "command/common/report_input.hpp"

#include <fmt/format.h>

#include "command/common/lookup.hpp"
#include "query/date_span.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;
using SqlRow = std::vector<index::Rows::Value>;

namespace {

std::optional<util::Instant> time_of(const index::Rows::Value& value) {
  if (value.type != index::Rows::Value::Type::integer) return std::nullopt;
  return util::Instant(std::chrono::seconds(value.integer));
}

query::Span get_span(const std::string& text, const query::Moment& moment) {
  if (const auto span = query::parse_span(text, moment)) return *span;
  throw Error(ErrorKind::usage, fmt::format("cannot read the period '{}': not a date or span", text),
              {fmt::format("spans: {}, or FROM..TO", query::kDateForms)});
}

/// `SPAN`, or `FROM..TO` from the beginning of the one to the end of the other.
void set_period(report::Meta& meta, const std::string& period, const query::Moment& moment) {
  if (period.empty()) return;
  const std::size_t dots = period.find("..");
  const query::Span first = get_span(period.substr(0, dots), moment);
  const query::Span last = dots == std::string::npos ? first : get_span(period.substr(dots + 2), moment);
  if (last.until <= first.from)
    throw Error(ErrorKind::usage, fmt::format("cannot use the period '{}': it ends before it begins", period));
  meta.from = first.from;
  meta.to = last.until;
}

report::Case case_of(const SqlRow& row) {
  report::Case item;
  item.id = row[0].text;
  item.status = row[1].text;
  item.customer = row[2].text;
  item.project = row[3].text;
  item.reason = row[4].text;
  item.owner = row[5].text;
  item.summary = row[6].text;
  item.outcome = row[7].text;
  item.redress_amount = row[8].text;
  item.redress_currency = row[9].text;
  item.received = time_of(row[10]).value_or(util::Instant{});
  item.acknowledged = time_of(row[11]);
  item.first_responded = time_of(row[12]);
  item.first_resolved = time_of(row[13]);
  item.first_ended = time_of(row[14]);
  item.last_accepted = time_of(row[15]);
  item.level = static_cast<int>(row[16].integer);
  item.peak_level = static_cast<int>(row[17].integer);
  item.handovers = static_cast<int>(row[18].integer);
  item.open = row[19].integer != 0;
  item.contested = row[20].integer != 0;
  return item;
}

/// Rows about the complaints that the filter selects: `statement` ends in a WHERE that takes the condition.
index::Rows rows_of(Context& context, const std::string& statement, const query::Sql& where) {
  return context.index().query(fmt::format(fmt::runtime(statement), where.where), where.parameters, context.now());
}

void load_cases(Context& context, const query::Sql& where, report::Input& input) {
  constexpr const char* kStatement =
      "SELECT id, status, customer, project, reason, owner, summary, outcome, redress_amount, redress_currency, "
      "received_unix, acknowledged_unix, first_responded_unix, first_resolved_unix, first_ended_unix, "
      "resolved_unix, level, peak_level, handovers, open, contested FROM complaint WHERE {} ORDER BY received_unix, id";
  for (const SqlRow& row : rows_of(context, kStatement, where).rows) {
    if (row[1].text == "void")
      ++input.void_count;
    else
      input.cases.push_back(case_of(row));
  }
}

void load_steps(Context& context, const query::Sql& where, report::Input& input) {
  constexpr const char* kStatement =
      "SELECT complaint, \"to\", nature, \"trigger\", answer, from_level, to_level, at_unix, answered_unix FROM "
      "escalation WHERE complaint IN (SELECT id FROM complaint WHERE {} AND status <> 'void') ORDER BY at_unix, record";
  for (const SqlRow& row : rows_of(context, kStatement, where).rows) {
    report::Step step{row[0].text,
                      row[1].text,
                      row[2].text,
                      row[3].text,
                      row[4].text,
                      static_cast<int>(row[5].integer),
                      static_cast<int>(row[6].integer),
                      time_of(row[7]).value_or(util::Instant{}),
                      time_of(row[8])};
    input.steps.push_back(std::move(step));
  }
}

void load_promises(Context& context, const query::Sql& where, report::Input& input) {
  constexpr const char* kStatement =
      "SELECT complaint, promise, state, debtor, due_unix FROM promise WHERE complaint IN (SELECT id FROM complaint "
      "WHERE {} AND status <> 'void')";
  for (const SqlRow& row : rows_of(context, kStatement, where).rows)
    input.promises.push_back({row[0].text, row[1].text, row[2].text, row[3].text == "us", time_of(row[4])});
}

/// Interactions of the complaints selected and, without a filter, of customers beside any complaint.
void load_interactions(Context& context, const query::Sql& where, bool all, report::Input& input) {
  const std::string beside = all ? " OR complaint IS NULL" : "";
  const std::string statement =
      "SELECT sentiment, type, at_unix FROM activity WHERE (complaint IN (SELECT id FROM complaint WHERE {} AND status "
      "<> 'void')" +
      beside + ") AND (sentiment IS NOT NULL OR type = 'compliment')";
  for (const SqlRow& row : rows_of(context, statement, where).rows) {
    if (!input.in_period(time_of(row[2]).value_or(util::Instant{}))) continue;
    input.interactions.good += row[0].text == "positive" ? 1 : 0;
    input.interactions.bad += row[0].text == "negative" ? 1 : 0;
    input.interactions.compliments += row[1].text == "compliment" ? 1 : 0;
  }
}

void load_policy(Context& context, report::Input& input) {
  const std::string today = util::format_date(context.zone().date_of(context.now()));
  for (const policy::Reason& reason : context.policy().reasons) {
    input.reason_labels[reason.code] = reason.label;
    if (!reason.replaced_by.empty()) input.replaced_by[reason.code] = reason.replaced_by;
    if (reason.active_on(today)) input.active_reasons.push_back(reason.code);
  }
  for (const policy::Level& level : context.policy().levels) input.level_names[level.level] = level.name;
}

}  // namespace

report::Input load_report_input(Context& context, const std::vector<std::string>& words, const std::string& period) {
  const query::Filter filter = parse_filter(words);
  const query::Moment moment = context.moment(filter);
  report::Input input;
  input.zone = context.zone();
  input.meta = {
      context.index().ledger_commit(), context.index().policy_commit(), std::nullopt, std::nullopt, context.now(),
      context.zone().name(),           util::join(words, " ")};
  set_period(input.meta, period, moment);
  const query::Sql where = context.index().where(filter, moment);
  load_cases(context, where, input);
  load_steps(context, where, input);
  load_promises(context, where, input);
  load_interactions(context, where, words.empty(), input);
  load_policy(context, input);
  return input;
}

}  // namespace crmtrack::command
