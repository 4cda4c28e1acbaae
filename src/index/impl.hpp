#pragma once

#include <map>
#include <optional>

#include "index/build/meta.hpp"
#include "index/build/story_reader.hpp"
#include "index/index.hpp"
#include "index/sqlite/database.hpp"
#include "query/filter_sql.hpp"

namespace crmtrack::index {

/// An open index: a connection that only reads, and all that is needed to build the index anew should it be damaged.
struct Index::Impl {
  git::Location location;
  LedgerProvider ledger;
  Options options;
  Database database;
  Key key;
  std::vector<std::string> heads = {};             ///< of an index as of some time, all that it stands for; else empty
  std::optional<policy::Files> policy_files = {};  ///< of an index as of some time, which has other ones than the file
  bool as_of = false;
  std::optional<policy::Policy> policy = {};  ///< once somebody asked
  std::optional<util::Instant> views = {};    ///< the moment for which the views are made

  std::map<const char*, Statement> prepared = {};  ///< by its text: kept for lists and imports of thousands
  std::optional<StoryReader> stories = {};         ///< kept for exports of thousands

  /// Runs a query. Where the file proves damaged, builds the index anew, tells the caller's `notice`, and runs the
  /// query again.
  template <class Query>
  auto run(Query query) {
    try {
      return query();
    } catch (const DatabaseError& error) {
      mend(error);
    }
    return query();
  }
  /// The first column of a query's rows, with these texts bound.
  std::vector<std::string> texts(const std::string& query, std::initializer_list<std::string_view> bound = {});
  /// Makes this the index as of that key and those heads from here on.
  void become(Key then, std::vector<std::string> heads_then, policy::Files files);
  Statement& prepare_once(const char* statement);
  StoryReader& reader();
  /// Forgets what was prepared on the database or read from it.
  void forget();
  /// Builds the index anew after damage. Throws Error(repository) for any other error, and for an index as of some
  /// time.
  void mend(const DatabaseError& error);
};

}  // namespace crmtrack::index
