#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/transfer/export_cfpb.hpp"
#include "command/transfer/export_database.hpp"
#include "command/transfer/export_lines.hpp"
#include "command/transfer/export_warehouse.hpp"
#include "command/transfer/feed.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

void require_format(const Invocation& invocation, const char* option, const char* format) {
  if (invocation.has(option) && invocation.positionals.front() != format)
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot export {} with --{}: it is an option of {} alone",
                                                          invocation.positionals.front(), option, format));
}

/// A backup is complete, or says what it lacks.
int end_lines(bool complete) {
  if (complete) return 0;
  throw util::Error(
      util::ErrorKind::repository, "cannot export all that was asked for: something cannot be read",
      {"the lines above name the records that were left out; the rest is written", "see: crmtrack doctor"});
}

int run_feed(Context& context, const std::string& since, bool has_filter) {
  if (has_filter)
    throw util::Error(util::ErrorKind::usage, "cannot export a feed of some complaints: --since takes no filter",
                      {"it has every story that changed, so that none is missed that a filter no longer selects"});
  if (!context.settings().as_of.empty())
    throw util::Error(util::ErrorKind::usage, "cannot export a feed with --as-of: it goes up to now");
  if (since == kFeedBeginning) context.renew_index();
  return end_lines(export_feed(context, since));
}

void run_postgres(Context& context, const Invocation& invocation) {
  const std::vector<std::string>& words = invocation.positionals;
  if (words.size() < 2)
    throw util::Error(util::ErrorKind::usage, "cannot export to PostgreSQL: name the database",
                      {"crmtrack export postgres postgresql://USER@HOST/DATABASE"});
  if (words.size() > 2)
    throw util::Error(util::ErrorKind::usage,
                      "cannot export to PostgreSQL with a filter: its tables have all complaints",
                      {"choose there, with WHERE, or in a view of your own"});
  if (!context.settings().as_of.empty())
    throw util::Error(util::ErrorKind::usage, "cannot export to PostgreSQL with --as-of: it goes up to now");
  export_warehouse(context, words[1], {invocation.get("name"), invocation.has("anew")});
}

int run_export(Context& context, const Invocation& invocation) {
  const std::string& format = invocation.positionals.front();
  require_format(invocation, "since", "jsonl");
  require_format(invocation, "force", "sqlite");
  require_format(invocation, "name", "postgres");
  require_format(invocation, "anew", "postgres");
  if (format == "postgres") {
    run_postgres(context, invocation);
    return 0;
  }
  const bool has_file = format == "sqlite";
  if (has_file && invocation.positionals.size() < 2)
    throw util::Error(util::ErrorKind::usage, "cannot export as sqlite: name the file to write",
                      {"crmtrack export sqlite complaints.db"});
  const std::vector<std::string> words(invocation.positionals.begin() + (has_file ? 2 : 1),
                                       invocation.positionals.end());
  const query::Filter filter = session::parse_filter(context, words);
  if (const auto since = invocation.find("since")) return run_feed(context, *since, !words.empty());
  if (format == "jsonl") {
    // A backup is read from Git: what an index does not hold must not be missing in it.
    if (words.empty()) context.renew_index();
    return end_lines(export_jsonl(context, filter, words.empty()));
  }
  if (format == "csv")
    export_csv(context, filter);
  else if (format == "sqlite")
    export_sqlite(context, invocation.positionals.at(1), filter, util::join(words, " "), invocation.has("force"));
  else if (format == "cfpb")
    export_cfpb(context, filter);
  else
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot export as '{}': unknown format", format),
                      {"formats: jsonl, csv, cfpb, sqlite, postgres"});
  return 0;
}

}  // namespace

const CommandSpec kExport{
    .name = "export",
    .group = "exchange",
    .summary = "write complaints for other programs",
    .positionals =
        {{"FORMAT",
          "jsonl (everything, to import again), csv (one row a complaint), cfpb (csv in the CFPB's layout), "
          "sqlite and the FILE to write (a database of the views of crmtrack-sql(7)), or postgres and the URL "
          "of a database in which to keep them"},
         {"FILTER", "which ones; default: all, customers too", Completes::filter, 0, -1}},
    .options = {{"--since", "REV",
                 "of jsonl: the stories that changed since this commit of the ledger, and a last "
                 "line with the commit up to which that goes; beginning for all"},
                {"--force", {}, "of sqlite: replace the database of an earlier export"},
                {"--name", "NAME", "of postgres: what this repository is called there; default: its ledger's name"},
                {"--anew", {}, "of postgres: replace all rows of this repository, not those alone that changed"}},
    .examples = {{"crmtrack export jsonl > backup.jsonl", "every story with its records and attachments"},
                 {"crmtrack export jsonl --since 1f0c9d2 > changes.jsonl", "for a system that follows this one"},
                 {"crmtrack export sqlite complaints.db received:2026", "for R, Python or Datasette"},
                 {"crmtrack export postgres postgresql://loader@db.example/crm -q", "nightly, for dashboards"},
                 {"crmtrack export csv received:2026-q3 > q3.csv", "for a spreadsheet"},
                 {"crmtrack export cfpb received:2026 > 2026.csv", "in the layout of the CFPB's public database"}},
    .access = Access::reads,
    .run = run_export,
};

}  // namespace crmtrack::command
