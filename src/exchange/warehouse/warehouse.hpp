#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "exchange/warehouse/connection.hpp"
#include "index/read/view_rows.hpp"
#include "util/time.hpp"

namespace crmtrack::exchange {

/// Of what a warehouse has the rows: a row of its table `repository`.
struct LoadedState {
  std::string name;            ///< the column `repository` of all rows
  std::string ledger_id;       ///< the name of the ledger, the same in all clones
  std::string ledger, policy;  ///< commits; no ledger: its rows are all to be loaded again
  index::CopiedVersions versions;
  util::Instant moment{};
};

/// The rows that a load has touched.
struct LoadCounts {
  std::uint64_t stories = 0;  ///< that were looked at, where not all were
  std::uint64_t written = 0, removed = 0;
};

/// The tables of crmtrack-sql(7) in the schema `crmtrack` of a PostgreSQL database, for several repositories. An
/// instance is one transaction: it holds the lock that all loads take, and without commit() nothing stays.
class Warehouse {
 public:
  /// Connects, waits for other loads, and makes or widens the tables. Throws Error(refused) where the database has
  /// another encoding than UTF-8, or the schema holds something else.
  Warehouse(const std::string& url, std::chrono::seconds patience);

  [[nodiscard]] std::string database() const { return connection_.database(); }
  /// The state of the rows that are there of the repository whose ledger has these names.
  std::optional<LoadedState> find(const std::vector<std::string>& ledger_ids);
  /// Throws Error(refused) where the name is that of another repository.
  void require_free(const std::string& name);

  /// Begins to write, or begins anew: what was written since the first call is undone.
  void begin();
  /// Replaces all rows of a repository by these.
  LoadCounts load_all(const LoadedState& state, const index::ViewRows& rows);
  /// Brings the rows of a repository up to date by the stories to which `rows` is limited.
  LoadCounts load_changes(const LoadedState& state, const index::ViewRows& rows);
  void commit();

  /// Is called with the number of rows sent so far.
  std::function<void(std::uint64_t)> on_rows;

 private:
  std::uint64_t copy(const LoadedState& state, const index::ViewRows& rows, const index::CopiedView& view,
                     const std::string& table);
  std::uint64_t copy_stories(const index::ViewRows& rows);
  void save(const LoadedState& state);

  Connection connection_;
  std::vector<index::CopiedView> views_;
  std::uint64_t sent_ = 0;
  bool has_begun_ = false;
};

}  // namespace crmtrack::exchange
