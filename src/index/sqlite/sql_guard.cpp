#include "index/sqlite/sql_guard.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace crmtrack::index {

namespace {

constexpr int kLongestSqlValue = 64 << 20;
constexpr int kStepsBetweenChecks = 100'000;
/// SQLite ends a statement between two steps. One that does not end so long after it was told to is inside one step.
constexpr std::chrono::seconds kGraceOfOneStep(1);

/// Functions of SQLite's manual that compute something from their arguments, sorted. Others exist in Debian's build
/// that show addresses of the process (fts3_tokenizer), reach outside (load_extension) or speak of the connection.
constexpr auto kAllowedFunctions = std::to_array<std::string_view>({"->",
                                                                    "->>",
                                                                    "abs",
                                                                    "acos",
                                                                    "acosh",
                                                                    "asin",
                                                                    "asinh",
                                                                    "atan",
                                                                    "atan2",
                                                                    "atanh",
                                                                    "avg",
                                                                    "bm25",
                                                                    "ceil",
                                                                    "ceiling",
                                                                    "char",
                                                                    "coalesce",
                                                                    "cos",
                                                                    "cosh",
                                                                    "count",
                                                                    "cume_dist",
                                                                    "current_date",
                                                                    "current_time",
                                                                    "current_timestamp",
                                                                    "date",
                                                                    "datetime",
                                                                    "degrees",
                                                                    "dense_rank",
                                                                    "exp",
                                                                    "first_value",
                                                                    "floor",
                                                                    "format",
                                                                    "glob",
                                                                    "group_concat",
                                                                    "hex",
                                                                    "highlight",
                                                                    "ifnull",
                                                                    "iif",
                                                                    "instr",
                                                                    "json",
                                                                    "json_array",
                                                                    "json_array_length",
                                                                    "json_extract",
                                                                    "json_group_array",
                                                                    "json_group_object",
                                                                    "json_insert",
                                                                    "json_object",
                                                                    "json_patch",
                                                                    "json_quote",
                                                                    "json_remove",
                                                                    "json_replace",
                                                                    "json_set",
                                                                    "json_type",
                                                                    "json_valid",
                                                                    "julianday",
                                                                    "lag",
                                                                    "last_value",
                                                                    "lead",
                                                                    "length",
                                                                    "like",
                                                                    "likelihood",
                                                                    "likely",
                                                                    "ln",
                                                                    "log",
                                                                    "log10",
                                                                    "log2",
                                                                    "lower",
                                                                    "ltrim",
                                                                    "match",
                                                                    "max",
                                                                    "min",
                                                                    "mod",
                                                                    "nth_value",
                                                                    "ntile",
                                                                    "nullif",
                                                                    "percent_rank",
                                                                    "pi",
                                                                    "pow",
                                                                    "power",
                                                                    "printf",
                                                                    "quote",
                                                                    "radians",
                                                                    "random",
                                                                    "randomblob",
                                                                    "rank",
                                                                    "replace",
                                                                    "round",
                                                                    "row_number",
                                                                    "rtrim",
                                                                    "sign",
                                                                    "sin",
                                                                    "sinh",
                                                                    "snippet",
                                                                    "soundex",
                                                                    "sqlite_version",
                                                                    "sqrt",
                                                                    "strftime",
                                                                    "substr",
                                                                    "substring",
                                                                    "sum",
                                                                    "tan",
                                                                    "tanh",
                                                                    "time",
                                                                    "total",
                                                                    "trim",
                                                                    "trunc",
                                                                    "typeof",
                                                                    "unicode",
                                                                    "unixepoch",
                                                                    "unlikely",
                                                                    "upper",
                                                                    "zeroblob"});
static_assert(std::is_sorted(kAllowedFunctions.begin(), kAllowedFunctions.end()));

int is_interrupted(void* progress) {
  const auto& asked = *static_cast<const git::Progress*>(progress);
  return asked.interrupted && asked.interrupted() ? 1 : 0;
}

}  // namespace

SqlGuard::SqlGuard(sqlite3* database, const git::Progress& progress, SqlBound bound)
    : database_(database), bound_(std::move(bound)) {
  sqlite3_set_authorizer(database_, authorize, this);
  length_ = sqlite3_limit(database_, SQLITE_LIMIT_LENGTH, kLongestSqlValue);
  attached_ = sqlite3_limit(database_, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler(database_, kStepsBetweenChecks, is_interrupted,
                           const_cast<void*>(static_cast<const void*>(&progress)));
  watcher_ = std::thread([this] { watch(); });
}

SqlGuard::~SqlGuard() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ended_changed_.notify_all();
  watcher_.join();
  sqlite3_progress_handler(database_, 0, nullptr, nullptr);
  sqlite3_limit(database_, SQLITE_LIMIT_ATTACHED, attached_);
  sqlite3_limit(database_, SQLITE_LIMIT_LENGTH, length_);
  sqlite3_set_authorizer(database_, nullptr, nullptr);
}

void SqlGuard::watch() {
  std::unique_lock lock(mutex_);
  const auto ended = [this] { return ended_; };
  if (ended_changed_.wait_for(lock, bound_.time, ended)) return;
  out_of_time_ = true;
  sqlite3_interrupt(database_);
  if (!ended_changed_.wait_for(lock, kGraceOfOneStep, ended) && bound_.stuck) bound_.stuck();
}

int SqlGuard::authorize(void* guard, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      if (second != nullptr &&
          std::binary_search(kAllowedFunctions.begin(), kAllowedFunctions.end(), std::string_view(second)))
        return SQLITE_OK;
      static_cast<SqlGuard*>(guard)->refused_function_ = second == nullptr ? "" : second;
      return SQLITE_DENY;
    case SQLITE_PRAGMA:  // the full-text module asks this itself
      return first != nullptr && std::strcmp(first, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

}  // namespace crmtrack::index
