#include "index/read/select.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/read/filter_schema.hpp"
#include "index/schema/complaint_table.hpp"
#include "index/sqlite/reading.hpp"
#include "query/filter_sql.hpp"
#include "record/filter_keys.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::index {

namespace {

std::vector<std::string> sort_keys_of(const Column<ComplaintRow>& column) {
  const std::string_view keys = column.use.sort == kOwnName ? column.name : column.use.sort;
  return keys.empty() ? std::vector<std::string>() : util::split(keys, ' ');
}

/// The expression that a key of `--sort` stands for.
std::string expression_of(std::string_view wanted) {
  for (const Column<ComplaintRow>& column : kComplaints.columns)
    for (const std::string& name : sort_keys_of(column))
      if (name == wanted)
        return column.use.sort_by.empty() ? fmt::format("complaint.{}", column.name) : std::string(column.use.sort_by);
  std::vector<std::string> hints;
  if (const auto near = util::nearest(wanted, sort_keys()); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  throw util::Error(util::ErrorKind::usage, fmt::format("cannot sort by '{}': no such key", wanted), std::move(hints));
}

/// Absent values go to the end in either direction.
std::string order_by(const std::vector<std::string>& sort) {
  if (sort.empty()) return " ORDER BY complaint.received_unix DESC, complaint.id DESC";
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

/// The words of the status that mean complaints before resolved.
constexpr std::array<std::string_view, 6> kOpenWords{"open",          "received", "acknowledged",
                                                     "investigating", "waiting",  "responded"};

bool is_open_word(std::string_view word) { return std::ranges::find(kOpenWords, word) != kOpenWords.end(); }

/// Whether a term of the status means exactly the complaints of `phase < 1`, or of `phase < 2`; or, `exact` apart, only
/// some of those.
struct PhaseBound {
  int below = 3;
  bool exact = false;
};

PhaseBound phase_bound(const query::Term& term) {
  const auto names = [&](std::string_view status) {
    return std::ranges::find(term.values, status) != term.values.end();
  };
  if (term.key != "status") return {};
  if (term.modifier == query::Modifier::not_)
    return names("closed") && names("withdrawn") && names("void") ? PhaseBound{2, term.values.size() == 3}
                                                                  : PhaseBound{};
  if (term.modifier != query::Modifier::is) return {};
  if (std::ranges::all_of(term.values, is_open_word)) return {1, names("open")};
  const auto is_active = [](const std::string& word) { return word == "resolved" || is_open_word(word); };
  return std::ranges::all_of(term.values, is_active) ? PhaseBound{2, names("open")} : PhaseBound{};
}

/// The filter as SQL. Where a term of the status bounds the phase, the condition of a partial index is there too, so
/// that SQLite uses it, and the usual lists cost no more than they print. Where the two mean the same, the index alone
/// decides, and the rows are not looked at.
query::Sql condition(const query::Filter& filter, const query::Moment& moment) {
  query::Filter left;
  int below = 3;
  for (const query::Term& term : filter.terms) {
    const PhaseBound bound = phase_bound(term);
    below = std::min(below, bound.below);
    if (!bound.exact) left.terms.push_back(term);
  }
  query::Sql sql = query::to_sql(left, record::complaint_keys(), filter_schema(moment.now), moment);
  if (below < 3) sql.where += fmt::format(" AND complaint.phase < {}", below);
  return sql;
}

/// Prepares, binds and runs a query over complaints; `sql` must outlive the statement.
Statement prepare_selection(const Database& database, const std::string& columns, const query::Sql& sql,
                            const Selection& selection) {
  std::string text = fmt::format("SELECT {} FROM complaints complaint WHERE {}", columns, sql.where);
  text += order_by(selection.sort);
  if (selection.limit) text += fmt::format(" LIMIT {}", *selection.limit);
  Statement statement = database.prepare(text);
  bind_parameters(statement, sql.parameters);
  return statement;
}

constexpr Reading kListed{Read{"id", &Row::id},
                          Read{"status", &Row::status},
                          Read{"severity", &Row::severity},
                          Read{"received_unix", &Row::received_at},
                          Read{"customer", &Row::customer},
                          Read{"project", &Row::project},
                          Read{"reason", &Row::reason},
                          Read{"owner", &Row::owner},
                          Read{"level", &Row::level},
                          Read{"coalesce(next_due_unix < {now}, 0)", &Row::overdue},
                          Read{"contested", &Row::contested},
                          Read{"next_due_unix", &Row::next_due_at},
                          Read{"next_due", &Row::next_kind},
                          Read{"owes", &Row::owes},
                          Read{"summary", &Row::summary}};

}  // namespace

std::vector<std::string> sort_keys() {
  std::vector<std::string> keys;
  for (const Column<ComplaintRow>& column : kComplaints.columns)
    for (std::string& key : sort_keys_of(column)) keys.push_back(std::move(key));
  return keys;
}

std::vector<Row> select(const Index& index, const Selection& selection) {
  const query::Sql sql = condition(selection.filter, selection.moment);
  const std::string columns = at_moment(kListed.columns(), selection.moment.now);
  return index.impl().run([&] {
    std::vector<Row> rows;
    Statement statement = prepare_selection(index.impl().database, columns, sql, selection);
    while (statement.step()) kListed.read(statement, rows.emplace_back());
    return rows;
  });
}

std::vector<std::string> select_ids(const Index& index, const Selection& selection) {
  const query::Sql sql = condition(selection.filter, selection.moment);
  return index.impl().run([&] {
    std::vector<std::string> ids;
    Statement statement = prepare_selection(index.impl().database, "id", sql, selection);
    while (statement.step()) ids.push_back(statement.text(0));
    return ids;
  });
}

std::pair<std::size_t, std::size_t> count_open_promises(const Index& index, const query::Filter& filter,
                                                        const query::Moment& moment) {
  const query::Sql sql = condition(filter, moment);
  return index.impl().run([&] {
    std::pair<std::size_t, std::size_t> counts{0, 0};
    Statement statement = index.impl().database.prepare(
        "SELECT p.debtor, count(*) FROM complaints complaint JOIN promises p ON p.story = complaint.key AND p.ended = "
        "0 "
        "WHERE " +
        sql.where + " GROUP BY p.debtor");
    bind_parameters(statement, sql.parameters);
    while (statement.step()) {
      const bool ours = static_cast<story::Debtor>(statement.integer(0)) == story::Debtor::us;
      (ours ? counts.first : counts.second) += static_cast<std::size_t>(statement.integer(1));
    }
    return counts;
  });
}

std::size_t count(const Index& index, const query::Filter& filter, const query::Moment& moment,
                  std::optional<std::size_t> most) {
  const query::Sql sql = condition(filter, moment);
  const std::string from = " FROM complaints complaint WHERE " + sql.where;
  return index.impl().run([&] {
    Statement statement = index.impl().database.prepare(
        most ? fmt::format("SELECT count(*) FROM (SELECT 1{} LIMIT {})", from, *most) : "SELECT count(*)" + from);
    bind_parameters(statement, sql.parameters);
    statement.step();
    return static_cast<std::size_t>(statement.integer(0));
  });
}

}  // namespace crmtrack::index
