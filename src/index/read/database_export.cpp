#include "index/read/database_export.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

#include "index/impl.hpp"
#include "index/read/filter_schema.hpp"
#include "index/schema/views.hpp"
#include "query/filter_sql.hpp"
#include "record/filter_keys.hpp"
#include "util/error.hpp"

namespace crmtrack::index {

namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x63726d74;  // `crmt`
constexpr std::size_t kRowsBetweenLooks = 4096;

std::string names_of(const View& view) {
  std::string names;
  for (const ViewColumn& column : view.columns)
    if (!column.is_internal) names.append(names.empty() ? "" : ", ").append(column.name);
  return names;
}

std::string table_text(const View& view) {
  std::string text = fmt::format("CREATE TABLE {}(", view.name);
  const char* separator = "\n  ";
  for (const ViewColumn& column : view.columns) {
    if (column.is_internal) continue;
    text += fmt::format("{}{} {}", separator, column.name, column.type);
    if (column.name == view.key) text += " PRIMARY KEY";
    if (column.name == "complaint" && view.is_of_complaints) text += " REFERENCES complaint(id)";
    separator = ",\n  ";
  }
  return text + "\n);\n";
}

/// Made after the rows, which is cheaper.
std::string index_text(const View& view) {
  if (!view.key.empty()) return {};
  return fmt::format("CREATE INDEX {0}_by_complaint ON {0}(complaint);\n", view.name);
}

/// Makes the file of an index's views.
class DatabaseExport {
 public:
  DatabaseExport(const Index::Impl& index, const query::Moment& moment, const fs::path& file)
      : index_(index), moment_(moment), file_(Database::open(file, Database::Access::create)) {}

  void write(const query::Filter& filter, const About& about) {
    const std::string stories = choose(filter);
    file_.execute(
        fmt::format("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {}; "
                    "PRAGMA user_version = {}; BEGIN;",
                    kApplicationId, kViewsVersion));
    write_about(about);
    const std::vector<View> views = all_views(stories);
    for (const View& view : views) {
      file_.execute(table_text(view));
      copy_rows(view);
    }
    for (const View& view : views) file_.execute(index_text(view));
    file_.execute("COMMIT;");
  }

 private:
  /// The stories that a filter selects, as a query; empty where it selects all.
  [[nodiscard]] std::string choose(const query::Filter& filter) const {
    index_.database.execute("DROP TABLE IF EXISTS temp.exported; CREATE TEMP TABLE exported(key INTEGER PRIMARY KEY);");
    if (filter.terms.empty()) return {};
    const query::Sql condition = query::to_sql(filter, record::complaint_keys(), filter_schema(moment_.now), moment_);
    Statement insertion = index_.database.prepare(
        "INSERT INTO temp.exported SELECT complaint.key FROM complaints complaint WHERE " + condition.where);
    bind_parameters(insertion, condition.parameters);
    while (insertion.step()) {
    }
    return "SELECT key FROM temp.exported";
  }

  void write_about(const About& about) const {
    file_.execute("CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT);");
    Statement insertion = file_.prepare("INSERT INTO about VALUES(?, ?)");
    for (const auto& [name, value] : about) insertion.run(name, value);
  }

  void copy_rows(const View& view) const {
    Statement rows = index_.database.prepare(
        at_moment(fmt::format("SELECT {} FROM ({}) ORDER BY {}", names_of(view), view.query, view.order), moment_.now));
    std::string marks = "?";
    for (int column = 1; column < rows.columns(); ++column) marks += ",?";
    Statement insertion = file_.prepare(fmt::format("INSERT INTO {} VALUES({})", view.name, marks));
    const auto& interrupted = index_.options.progress.interrupted;
    for (std::size_t count = 1; rows.step(); ++count) {
      for (int column = 0; column < rows.columns(); ++column)
        sqlite3_bind_value(insertion.handle(), column + 1, sqlite3_column_value(rows.handle(), column));
      while (insertion.step()) {
      }
      insertion.reset();
      if (count % kRowsBetweenLooks == 0 && interrupted && interrupted())
        throw util::Error(util::ErrorKind::cancelled, "cannot finish the export: interrupted");
    }
  }

  const Index::Impl& index_;
  query::Moment moment_;
  Database file_;
};

}  // namespace

void write_database(const Index& index, const query::Filter& filter, const query::Moment& moment, const About& about,
                    const fs::path& file) {
  index.impl().run([&] {
    std::error_code failed;
    fs::remove(file, failed);  // of an attempt that found the index damaged
    try {
      DatabaseExport(index.impl(), moment, file).write(filter, about);
    } catch (const DatabaseError& error) {
      if (error.is_damage()) throw;
      throw util::Error(util::ErrorKind::repository, fmt::format("cannot write '{}': {}", file.string(), error.what()));
    }
  });
}

bool is_exported_database(const std::filesystem::path& file) {
  // https://www.sqlite.org/fileformat.html#the_database_header
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kIdAt = 68;
  std::array<char, kIdAt + 4> header{};
  std::ifstream(file, std::ios::binary).read(header.data(), header.size());
  std::uint32_t id = 0;
  for (std::size_t i = kIdAt; i < header.size(); ++i) id = id << 8U | static_cast<unsigned char>(header.at(i));
  return std::string_view(header.data(), kMagic.size()) == kMagic && id == kApplicationId;
}

}  // namespace crmtrack::index
