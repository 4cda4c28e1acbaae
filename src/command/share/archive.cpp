#include <fmt/format.h>

#include <algorithm>

#include "command/archive/bundle.hpp"
#include "command/archive/evidence.hpp"
#include "command/commands.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

/// Complaints by their ids, or those of a filter, the closed ones too.
std::vector<std::string> chosen(Context& context, const std::vector<std::string>& words) {
  const bool is_filter = std::any_of(words.begin(), words.end(),
                                     [](const std::string& word) { return word.find(':') != std::string::npos; });
  std::vector<std::string> ids;
  if (is_filter) {
    const query::Filter filter = session::parse_filter(context, words);
    const index::Index& index = context.index();
    ids = index::select_ids(index, {filter, context.moment(filter), {}, {}});
    if (ids.empty()) throw Error(ErrorKind::not_found, "cannot archive evidence: the filter selects no complaint");
  }
  for (const std::string& word : is_filter ? std::vector<std::string>() : words)
    ids.push_back(get_complaint_id(context, word));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

int run_evidence(Context& context, const std::vector<std::string>& words, bool with_history) {
  if (words.size() < 3)
    throw Error(ErrorKind::usage, "cannot archive evidence: name the complaints, and the file to write",
                {"crmtrack archive evidence ID evidence.tar"});
  const std::vector<std::string> ids = chosen(context, {words.begin() + 1, words.end() - 1});
  if (context.settings().dry_run) {
    for (const std::string& id : ids) context.out().line(id);
    return 0;
  }
  write_evidence(context, ids, words.back(), with_history);
  return 0;
}

int run_archive(Context& context, const Invocation& invocation) {
  const std::vector<std::string>& words = invocation.positionals;
  if (words.front() == "evidence") return run_evidence(context, words, invocation.has("history"));
  if (invocation.has("history"))
    throw Error(ErrorKind::usage, "cannot archive with --history: an archive of the ledger has it anyway");
  const bool verifies = words.front() == "verify";
  if (verifies && words.size() < 2)
    throw Error(ErrorKind::usage, "cannot verify an archive: name the file",
                {"crmtrack archive verify FILE", "to write a file of that name: crmtrack archive ./verify"});
  if (words.size() != (verifies ? 2U : 1U))
    throw Error(ErrorKind::usage, fmt::format("cannot archive: '{}' is one word too many", words.back()),
                {"crmtrack archive FILE, archive verify FILE, or archive evidence ID FILE"});
  if (verifies) return verify_bundle(context, words.back());
  write_bundle(context, words.front());
  return 0;
}

}  // namespace

const CommandSpec kArchive{
    .name = "archive",
    .group = "share",
    .summary = "write all of the ledger, or the evidence of some complaints, to a file; verify one",
    .positionals = {{"WORD", "FILE; or verify FILE; or evidence ID... FILE", Completes::file, 1, -1}},
    .options = {{"--history", {}, "evidence: with all commits since, whose messages name other complaints"}},
    .examples = {{"crmtrack archive complaints-2026.bundle", "the whole ledger, with a checkpoint"},
                 {"crmtrack archive verify complaints-2026.bundle", "it is whole; also of a file from a stranger"},
                 {"crmtrack archive evidence 7f3q evidence.tar", "one complaint, for an outsider to check with git"}},
    .access = Access::nothing,
    .run = run_archive,
};

}  // namespace crmtrack::command
