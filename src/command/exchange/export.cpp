#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/transfer/export_cfpb.hpp"
#include "command/transfer/export_lines.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

int run_export(Context& context, const Invocation& invocation) {
  const std::string& format = invocation.positionals.front();
  const std::vector<std::string> words(invocation.positionals.begin() + 1, invocation.positionals.end());
  const query::Filter filter = session::parse_filter(context, words);
  if (format == "jsonl") {
    // A backup is read from Git: what an index does not hold must not be missing in it.
    if (words.empty()) context.renew_index();
    if (export_jsonl(context, filter, words.empty())) return 0;
    throw util::Error(
        util::ErrorKind::repository, "cannot export all that was asked for: something cannot be read",
        {"the lines above name the records that were left out; the rest is written", "see: crmtrack doctor"});
  }
  if (format == "csv") {
    export_csv(context, filter);
    return 0;
  }
  if (format == "cfpb") {
    export_cfpb(context, filter);
    return 0;
  }
  throw util::Error(util::ErrorKind::usage, fmt::format("cannot export as '{}': unknown format", format),
                    {"formats: jsonl, csv, cfpb"});
}

}  // namespace

const CommandSpec kExport{
    .name = "export",
    .group = "exchange",
    .summary = "write complaints for other programs",
    .positionals =
        {{"FORMAT",
          "jsonl (everything, to import again), csv (one row a complaint) or cfpb (csv in the CFPB's layout)"},
         {"FILTER", "which ones; default: all, customers too", Completes::filter, 0, -1}},
    .examples = {{"crmtrack export jsonl > backup.jsonl", "every story with its records and attachments"},
                 {"crmtrack export csv received:2026-q3 > q3.csv", "for a spreadsheet"},
                 {"crmtrack export cfpb received:2026 > 2026.csv", "in the layout of the CFPB's public database"}},
    .access = Access::reads,
    .run = run_export,
};

}  // namespace crmtrack::command
