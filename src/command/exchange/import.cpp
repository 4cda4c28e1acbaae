#include <fmt/format.h>

#include <filesystem>

#include "command/commands.hpp"
#include "command/transfer/import_files.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

int run_import(Context& context, const Invocation& invocation) {
  const std::string& format = invocation.positionals.at(0);
  if (format == "csv") return import_table_file(context, invocation);
  if (format == "jsonl") {
    for (const char* name : {"map", "set", "encoding", "update"})
      if (invocation.has(name))
        throw Error(ErrorKind::usage, fmt::format("cannot use --{} with jsonl: it goes with csv", name));
    return import_jsonl_file(context, invocation);
  }
  throw Error(ErrorKind::usage, fmt::format("cannot import '{}': unknown format", format), {"formats: csv, jsonl"});
}

}  // namespace

const CommandSpec kImport{
    .name = "import",
    .group = "exchange",
    .summary = "take in complaints from a table, or what export jsonl wrote",
    .positionals = {{"FORMAT", "csv or jsonl"}, {"FILE", "the file, - for standard input", Completes::file}},
    .options = {OptionSpec{"--map", "MAP", "how columns become fields: cfpb, tickets, or a file", Completes::file},
                OptionSpec{
                    "--set", "KEY=VALUE", "another value for a setting of the map", Completes::nothing, {}, true},
                OptionSpec{"--encoding", "NAME", "utf-8, utf-16, windows-1252 or iso-8859-1"},
                OptionSpec{"--rejects", "FILE", "write bad rows or lines there and import the good ones",
                           Completes::file},
                OptionSpec{"--update", "", "add corrections where known rows say something else now"}},
    .examples = {{"crmtrack import csv complaints.csv --map cfpb", "only what is new; all or nothing"},
                 {"crmtrack import csv export.csv --map tickets --set date_format=%d/%m/%Y --rejects bad.csv",
                  "the bad rows go to a file"},
                 {"crmtrack import jsonl backup.jsonl", "what export jsonl wrote"}},
    .run = run_import,
};

}  // namespace crmtrack::command
