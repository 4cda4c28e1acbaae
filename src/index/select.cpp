#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "index/filter_schema.hpp"
#include "index/impl.hpp"
#include "record/filter_keys.hpp"
#include "util/text.hpp"

namespace crmtrack::index {

namespace {

struct SortKey {
  std::string_view name;
  std::string_view expression;
};

constexpr std::array<SortKey, 30> kSortKeys{{
    {"id", "complaint.id"},
    {"status", "complaint.status"},
    {"severity", "complaint.severity_rank"},
    {"received", "complaint.received_unix"},
    {"received_at", "complaint.received_unix"},
    {"acknowledged", "complaint.acknowledged_unix"},
    {"acknowledged_at", "complaint.acknowledged_unix"},
    {"responded", "complaint.responded_unix"},
    {"responded_at", "complaint.responded_unix"},
    {"resolved", "complaint.resolved_unix"},
    {"resolved_at", "complaint.resolved_unix"},
    {"closed", "complaint.closed_unix"},
    {"closed_at", "complaint.closed_unix"},
    {"age", "-complaint.received_unix"},
    {"age_days", "-complaint.received_unix"},
    {"due", "complaint.next_due_unix"},
    {"overdue", "-complaint.next_due_unix"},
    {"customer", "complaint.customer"},
    {"project", "complaint.project"},
    {"channel", "complaint.channel"},
    {"reason", "complaint.reason"},
    {"owner", "complaint.owner_folded"},
    {"level", "complaint.level"},
    {"peak_level", "complaint.peak_level"},
    {"cycle", "complaint.cycle"},
    {"handovers", "complaint.handovers"},
    {"outcome", "complaint.outcome"},
    {"code", "complaint.code"},
    {"contested", "complaint.contested"},
    {"summary", "complaint.summary"},
}};

std::string_view expression_of(std::string_view name) {
  const auto found = std::find_if(kSortKeys.begin(), kSortKeys.end(), [&](const SortKey& k) { return k.name == name; });
  if (found != kSortKeys.end()) {
    return found->expression;
  }
  std::vector<std::string> names;
  for (const SortKey& key : kSortKeys) {
    names.emplace_back(key.name);
  }
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty()) {
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  }
  throw util::Error(util::ErrorKind::usage, fmt::format("cannot sort by '{}': no such key", name), std::move(hints));
}

/// Absent values go to the end in either direction.
std::string order_by(const std::vector<std::string>& sort) {
  if (sort.empty()) {
    return " ORDER BY complaint.received_unix DESC, complaint.id DESC";
  }
  std::string order = " ORDER BY ";
  bool by_id = false;
  for (const std::string& key : sort) {
    const bool down = key.starts_with('-');
    const std::string_view name = std::string_view(key).substr(down ? 1 : 0);
    by_id = by_id || name == "id";
    order += fmt::format("{}{} NULLS LAST, ", expression_of(name), down ? " DESC" : "");
  }
  return by_id ? order.substr(0, order.size() - 2) : order + "complaint.id DESC";
}

bool all_in(const query::Term& term, std::initializer_list<std::string_view> statuses) {
  return std::ranges::all_of(
      term.values, [&](const std::string& value) { return std::ranges::find(statuses, value) != statuses.end(); });
}

/// What the filter says of the status, said once more in the words of a partial index, which makes the usual lists
/// cost what they print.
std::string phase_hint(const query::Filter& filter) {
  std::string hint;
  for (const query::Term& term : filter.terms) {
    if (term.key != "status") {
      continue;
    }
    const auto names = [&](std::string_view status) {
      return std::ranges::find(term.values, status) != term.values.end();
    };
    if (term.modifier == query::Modifier::is &&
        all_in(term, {"open", "received", "acknowledged", "investigating", "waiting", "responded"})) {
      return " AND complaint.phase < 1";
    }
    const bool only_active =
        (term.modifier == query::Modifier::is &&
         all_in(term, {"open", "received", "acknowledged", "investigating", "waiting", "responded", "resolved"})) ||
        (term.modifier == query::Modifier::not_ && names("closed") && names("withdrawn") && names("void"));
    if (only_active) {
      hint = " AND complaint.phase < 2";
    }
  }
  return hint;
}

query::Sql condition(const query::Filter& filter, const query::Moment& moment) {
  query::Sql sql = query::to_sql(filter, record::complaint_keys(), filter_schema(Base::table, moment.now), moment);
  sql.where += phase_hint(filter);
  return sql;
}

/// Prepares, binds and runs a query over complaints; `sql` must outlive the statement.
Statement prepare_selection(const Database& database, const std::string& columns, const query::Sql& sql,
                            const Selection& selection) {
  std::string text = fmt::format("SELECT {} FROM complaints complaint WHERE {}", columns, sql.where);
  text += order_by(selection.sort);
  if (selection.limit) {
    text += fmt::format(" LIMIT {}", *selection.limit);
  }
  Statement statement = database.prepare(text);
  bind_parameters(statement, sql.parameters);
  return statement;
}

Row read_row(const Statement& row) {
  Row read;
  read.id = row.text(0);
  read.status = row.text(1);
  read.severity = row.text(2);
  read.received_at = row.instant(3);
  read.customer = row.text(4);
  read.project = row.text(5);
  read.reason = row.text(6);
  read.owner = row.text(7);
  read.level = static_cast<int>(row.integer(8));
  read.overdue = row.boolean(9);
  read.contested = row.boolean(10);
  read.summary = row.text(11);
  return read;
}

}  // namespace

void bind_parameters(Statement& statement, const std::vector<query::SqlValue>& parameters) {
  int position = 0;
  for (const query::SqlValue& value : parameters) {
    ++position;
    if (const auto* text = std::get_if<std::string>(&value)) {
      statement.bind(position, Raw{*text});
    } else {
      statement.bind(position, std::get<std::int64_t>(value));
    }
  }
}

std::vector<Row> Index::select(const Selection& selection) const {
  const query::Sql sql = condition(selection.filter, selection.moment);
  const std::string columns = fmt::format(
      "id, status, severity, received_unix, customer, project, reason, owner, level, "
      "coalesce(next_due_unix < {}, 0), contested, summary",
      selection.moment.now.time_since_epoch().count());
  return impl_->run([&] {
    std::vector<Row> rows;
    Statement statement = prepare_selection(impl_->database, columns, sql, selection);
    while (statement.step()) {
      rows.push_back(read_row(statement));
    }
    return rows;
  });
}

std::vector<std::string> Index::select_ids(const Selection& selection) const {
  const query::Sql sql = condition(selection.filter, selection.moment);
  return impl_->run([&] {
    std::vector<std::string> ids;
    Statement statement = prepare_selection(impl_->database, "id", sql, selection);
    while (statement.step()) {
      ids.push_back(statement.text(0));
    }
    return ids;
  });
}

std::size_t Index::count(const query::Filter& filter, const query::Moment& moment) const {
  const query::Sql sql = condition(filter, moment);
  return impl_->run([&] {
    Statement statement = impl_->database.prepare("SELECT count(*) FROM complaints complaint WHERE " + sql.where);
    bind_parameters(statement, sql.parameters);
    statement.step();
    return static_cast<std::size_t>(statement.integer(0));
  });
}

query::Sql Index::where(const query::Filter& filter, const query::Moment& moment) const {
  return query::to_sql(filter, record::complaint_keys(), filter_schema(Base::view, moment.now), moment);
}

}  // namespace crmtrack::index
