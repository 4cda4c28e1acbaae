#include "session/share/unused_hub.hpp"

#include <fmt/format.h>

#include "git/reference/branch_names.hpp"
#include "ledger/rule/format.hpp"
#include "ledger/write/init.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kLooking = "look at what the remote has";

/// Whether a branch has one commit and no more.
bool is_beginning(const git::GitProgram& git, const std::string& head) {
  return git.get({"rev-list", "--count", "--max-count=2", head}, kLooking) == "1";
}

/// Whether the tree of a ledger has its own id and nothing else.
bool has_no_records(const git::GitProgram& git, const std::string& head) {
  const std::string names = git.get({"ls-tree", "--name-only", head}, kLooking);
  return names == ledger::kFormatFolder;
}

}  // namespace

bool is_unused_hub(const git::GitProgram& git, const RemoteHeads& theirs) {
  if (theirs.ledger.empty() || theirs.main.empty()) return false;
  return is_beginning(git, theirs.ledger) && is_beginning(git, theirs.main) && has_no_records(git, theirs.ledger) &&
         git.get({"log", "--format=%s", theirs.main}, kLooking) == ledger::kServerBegins;
}

void take_over_hub(const git::GitProgram& git, const std::string& remote, const RemoteHeads& theirs,
                   const std::vector<std::string>& branches, const std::vector<std::string>& tracking) {
  std::vector<std::string> words{"push",
                                 "--quiet",
                                 "--atomic",
                                 fmt::format("--force-with-lease={}:{}", git::kMainRef, theirs.main),
                                 fmt::format("--force-with-lease={}:{}", git::kLedgerRef, theirs.ledger),
                                 remote};
  for (const std::string& branch : branches) words.push_back(fmt::format("{0}:{0}", branch));
  const util::ProcessResult result = git.run(words);
  if (result.status != 0) {
    const std::vector<std::string> reasons = git::remote_words(result);
    throw Error(ErrorKind::refused,
                fmt::format("cannot sync with '{}': it has begun a ledger of its own and lets no other take its place: "
                            "{}",
                            remote, reasons.empty() ? git::explain_git(result) : util::join(reasons, "; ")),
                {"make the shared repository anew, empty: git init --bare DIR; then crmtrack sync",
                 "or begin with the one that is there: crmtrack clone URL"});
  }
  for (const std::string& reference : tracking) git.get({"update-ref", "-d", reference}, "forget what the remote had");
}

}  // namespace crmtrack::session
