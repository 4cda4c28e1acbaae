#include "command/transfer/export_warehouse.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/transfer/touched.hpp"
#include "exchange/warehouse/database_url.hpp"
#include "exchange/warehouse/warehouse.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "ledger/rule/format.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::command {

namespace {

using exchange::LoadedState;
using util::Error;
using util::ErrorKind;

constexpr std::chrono::seconds kPatience{30};

/// The names of the ledger: those of its files of format. There are several where histories of two were united.
std::vector<std::string> ledger_ids(Context& context, const std::string& head) {
  std::vector<std::string> ids;
  const std::string folder(ledger::kFormatFolder);
  for (const ledger::File& file : ledger::list_files(context.ledger().repository(), head, folder)) {
    const std::size_t begin = file.path.rfind('/') + 1;
    ids.push_back(file.path.substr(begin, file.path.rfind('.') - begin));
  }
  if (ids.empty()) throw Error(ErrorKind::repository, "cannot load the warehouse: the ledger has no name");
  return ids;
}

/// The state that a load is to bring the database to.
LoadedState current_state(Context& context, const std::string& name, const std::string& ledger_id) {
  const index::Index& index = context.index();
  return {name, ledger_id, index.ledger_commit(), index.policy_commit(), index::copied_versions(), context.now()};
}

/// Chooses the name of the repository in the warehouse. Throws Error(refused) for one that it cannot have.
std::string choose_name(exchange::Warehouse& warehouse, const std::optional<LoadedState>& stored,
                        const std::string& asked, const std::string& ledger_id) {
  if (!asked.empty() && !util::is_slug(asked))
    throw Error(ErrorKind::usage,
                fmt::format("cannot call a repository '{}': a name has lower-case letters, digits and dashes", asked));
  if (!stored) {
    const std::string name = asked.empty() ? ledger_id : asked;
    warehouse.require_free(name);
    return name;
  }
  if (!asked.empty() && asked != stored->name)
    throw Error(ErrorKind::refused,
                fmt::format("cannot call this repository '{}': it is loaded as '{}'", asked, stored->name),
                {"leave --name out; for another name delete its rows there first (crmtrack-export(1), The warehouse)"});
  return stored->name;
}

bool descends_from(Context& context, const std::string& head, const std::string& older) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return older.size() == head.size() && std::all_of(older.begin(), older.end(), is_hex) &&
         ledger::is_commit(context.ledger().repository(), older) && ledger::is_ancestor(context.ledger(), older, head);
}

/// Whether the stored rows are none from which to go on; says why.
bool must_begin_anew(Context& context, const LoadedState& stored, const LoadedState& state) {
  if (stored.versions.tzdata != state.versions.tzdata) {
    context.say("loading all of it anew: it was loaded by another version of the time zones");
    return true;
  }
  if (stored.ledger.empty() || stored.versions != state.versions) {
    context.say("loading all of it anew: another version of crmtrack loaded it");
    return true;
  }
  if (stored.policy != state.policy) {
    context.say("loading all of it anew: policy has changed");
    return true;
  }
  if (descends_from(context, state.ledger, stored.ledger)) return false;
  context.warn(
      fmt::format("the database has the ledger up to commit {}, from which this one does not descend: loading "
                  "all of it anew",
                  stored.ledger.substr(0, 12)));
  return true;
}

void tell(Context& context, const LoadedState& state, const std::string& database, const exchange::LoadCounts& counts,
          bool whole) {
  const char* const how = context.settings().dry_run ? "dry run: " : "";
  const std::string written = util::counted(counts.written, "row");
  if (whole)
    context.say(fmt::format("{}'{}' is loaded into '{}': {}", how, state.name, database, written));
  else if (counts.written + counts.removed == 0)
    context.say(fmt::format("{}'{}' in '{}' is up to date", how, state.name, database));
  else
    context.say(fmt::format("{}'{}' in '{}' is brought up to date: {} written, {} removed", how, state.name, database,
                            written, counts.removed));
}

}  // namespace

void export_warehouse(Context& context, const std::string& url, const WarehouseOptions& options) {
  exchange::check_database_url(url);
  exchange::Warehouse warehouse(url, kPatience);
  context.refresh();  // the ledger may have moved on while this load waited for another one
  const std::vector<std::string> ids = ledger_ids(context, context.index().ledger_commit());
  const std::optional<LoadedState> stored = warehouse.find(ids);
  const LoadedState state = current_state(context, choose_name(warehouse, stored, options.name, ids.front()),
                                          stored ? stored->ledger_id : ids.front());
  const bool whole = !stored || options.anew || must_begin_anew(context, *stored, state);
  const index::TouchedStories touched =
      whole ? index::TouchedStories() : touched_since(context, stored->ledger, state.ledger);
  const git::Progress progress = context.progress("loading rows");
  if (progress.report) warehouse.on_rows = [&](std::uint64_t rows) { progress.report(rows, 0); };
  exchange::LoadCounts counts;
  index::read_rows(context.index(), [&] {
    warehouse.begin();
    index::ViewRows rows(context.index(), state.moment);
    if (!whole) rows.limit_to_changes(touched, stored->moment);
    counts = whole ? warehouse.load_all(state, rows) : warehouse.load_changes(state, rows);
  });
  if (!context.settings().dry_run) warehouse.commit();
  tell(context, state, warehouse.database(), counts, whole);
}

}  // namespace crmtrack::command
