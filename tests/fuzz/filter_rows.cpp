#include "filter_rows.hpp"

#include <map>
#include <string>

#include <fmt/format.h>
#include <sqlite3.h>

#include "query/filter_match.hpp"
#include "query/filter_sql.hpp"
#include "record/filter_keys.hpp"
#include "target.hpp"
#include "util/text/parts.hpp"
#include "util/text/plain.hpp"
#include "util/text/words.hpp"

namespace crmtrack::fuzz {
namespace {

using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

class PlainRow : public query::Row {
 public:
  PlainRow(Values values, const std::vector<std::string>& texts) : values_(std::move(values)) {
    for (const std::string& text : texts) texts_.push_back(util::words_of(text));
  }
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    const auto found = values_.find(key);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }
  [[nodiscard]] const Values& all() const { return values_; }

 private:
  Values values_;
  std::vector<std::vector<std::string>> texts_;
};

std::vector<PlainRow> make_rows() {
  const std::string late = "2026-11-20T23:59:59Z";
  const std::string early = "2024-02-29T00:00:00Z";
  std::vector<PlainRow> rows;
  rows.emplace_back(Values{}, std::vector<std::string>{});
  rows.emplace_back(Values{{"received", {late}}, {"status", {"received"}}, {"level", {"0"}}, {"owner", {""}}},
                    std::vector<std::string>{"Invoice 4711 charged twice", "late again"});
  rows.emplace_back(Values{{"received", {early}},
                           {"status", {"closed"}},
                           {"owner", {"Me@Example.com"}},
                           {"customer", {"acme"}},
                           {"severity", {"critical"}},
                           {"level", {"3"}},
                           {"contested", {"yes"}},
                           {"overdue", {"no"}},
                           {"acknowledged", {early}},
                           {"resolved", {late}},
                           {"closed", {late}}},
                    std::vector<std::string>{"Stra\u00dfe gesperrt", "\u6771\u4eac late"});
  rows.emplace_back(Values{{"received", {"2026-11-21T08:12:00Z"}},
                           {"status", {"waiting"}},
                           {"project", {"apollo"}},
                           {"channel", {"phone"}},
                           {"reason", {"billing"}},
                           {"severity", {"low"}},
                           {"segment", {"Key"}},
                           {"region", {"S\u00fcdwest"}},
                           {"outcome", {"upheld"}},
                           {"code", {"fixed"}},
                           {"cause", {"delay"}},
                           {"accepted_by", {"silence"}},
                           {"contested", {"no"}},
                           {"overdue", {"yes"}},
                           {"type", {"call", "email"}},
                           {"ref", {"helpdesk:HD-1", "APO-9", ""}},
                           {"sentiment", {"negative"}},
                           {"promise", {"reply", "confirm"}},
                           {"link", {"follows:20261121-7f3q2mxab4"}}},
                    std::vector<std::string>{"charged"});
  return rows;
}

bool is_number(const query::KeySpec& key) {
  return key.type == query::KeyType::integer || key.type == query::KeyType::time || key.type == query::KeyType::boolean;
}

/// A value as the database has it: times as Unix seconds, booleans as 0 and 1.
std::string stored(const query::KeySpec& key, const std::string& value) {
  if (key.type == query::KeyType::time)
    return std::to_string(util::parse_rfc3339(value)->utc.time_since_epoch().count());
  if (key.type == query::KeyType::boolean) return value == "yes" ? "1" : "0";
  return is_number(key) ? value : fmt::format("'{}'", value);
}

query::SqlSchema make_schema() {
  query::SqlSchema schema;
  for (const query::KeySpec& key : record::complaint_keys()) {
    const std::string name(key.name);
    if (key.many) {
      schema.keys.push_back(
          {key.name, "v.value",
           fmt::format("EXISTS (SELECT 1 FROM v WHERE v.row = c.row AND v.name = '{}' AND {{}})", name)});
    } else if (key.type != query::KeyType::days) {
      schema.keys.push_back({key.name, fmt::format("c.\"{}\"", name)});
    }
  }
  schema.text_match = "c.row IN (SELECT row FROM t WHERE t.id IN (SELECT rowid FROM texts WHERE texts MATCH ?))";
  return schema;
}

void fold(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  const std::string folded = util::fold_plain({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
  sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

}  // namespace

struct FilterRows::Impl {
  std::vector<PlainRow> rows = make_rows();
  query::SqlSchema schema = make_schema();
  query::Moment moment{util::parse_rfc3339("2026-11-21T12:00:00Z")->utc, util::Zone::utc(), "me@example.com"};
  sqlite3* database = nullptr;

  void run(const std::string& sql) const {
    require(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, "the rows cannot be stored");
  }

  void fill() {
    require(sqlite3_open(":memory:", &database) == SQLITE_OK, "no database");
    sqlite3_create_function(database, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, fold, nullptr, nullptr);
    std::string columns = "row";
    for (const query::KeySpec& key : record::complaint_keys()) columns += fmt::format(", \"{}\"", key.name);
    run("CREATE TABLE c(" + columns + ")");
    run("CREATE TABLE v(row, name, value); CREATE TABLE t(id INTEGER PRIMARY KEY, row)");
    run("CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='ascii')");
    for (std::size_t row = 0; row < rows.size(); ++row) store(row);
  }

  void store(std::size_t row) const {
    std::string values = std::to_string(row);
    for (const query::KeySpec& key : record::complaint_keys()) {
      const auto of_row = rows[row].values(key.name);
      values += ", " + (of_row.empty() || key.many ? "NULL" : stored(key, of_row[0]));
      for (const std::string& value : of_row)
        if (key.many) run(fmt::format("INSERT INTO v VALUES({}, '{}', {})", row, key.name, stored(key, value)));
    }
    run("INSERT INTO c VALUES(" + values + ")");
    for (const auto& text : rows[row].texts()) {
      run(fmt::format("INSERT INTO t(row) VALUES({})", row));
      run(fmt::format("INSERT INTO texts(rowid, words) VALUES(last_insert_rowid(), '{}')", util::join(text, " ")));
    }
  }
};

FilterRows::FilterRows() : impl_(new Impl) { impl_->fill(); }
FilterRows::~FilterRows() {
  sqlite3_close(impl_->database);
  delete impl_;
}

std::vector<std::size_t> FilterRows::by_predicate(const query::Filter& filter) const {
  std::vector<std::size_t> found;
  const query::Matcher matcher(filter, record::complaint_keys(), impl_->moment);
  for (std::size_t row = 0; row < impl_->rows.size(); ++row) {
    const bool holds = matcher.matches(impl_->rows[row]);
    if (holds) found.push_back(row);
  }
  return found;
}

std::vector<std::size_t> FilterRows::by_sql(const query::Filter& filter) const {
  const auto sql = query::to_sql(filter, record::complaint_keys(), impl_->schema, impl_->moment);
  const std::string text = "SELECT row FROM c WHERE " + sql.where + " ORDER BY row";
  sqlite3_stmt* statement = nullptr;
  const int prepared =
      sqlite3_prepare_v2(impl_->database, text.data(), static_cast<int>(text.size()), &statement, nullptr);
  require(prepared == SQLITE_OK, "SQL that SQLite does not take");
  require(sqlite3_bind_parameter_count(statement) == static_cast<int>(sql.parameters.size()),
          "marks and parameters differ");
  for (std::size_t i = 0; i < sql.parameters.size(); ++i) {
    const int place = static_cast<int>(i) + 1;
    if (const auto* number = std::get_if<std::int64_t>(&sql.parameters[i])) {
      sqlite3_bind_int64(statement, place, *number);
    } else {
      const auto& value = std::get<std::string>(sql.parameters[i]);
      sqlite3_bind_text(statement, place, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
  }
  std::vector<std::size_t> found;
  int step = sqlite3_step(statement);
  for (; step == SQLITE_ROW; step = sqlite3_step(statement))
    found.push_back(static_cast<std::size_t>(sqlite3_column_int64(statement, 0)));
  require(step == SQLITE_DONE, "SQL that fails when it runs");
  sqlite3_finalize(statement);
  return found;
}

}  // namespace crmtrack::fuzz
