#include "ledger/share/shared_fetch.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "git/reference/branch_names.hpp"
#include "git/reference/broken_references.hpp"
#include "ledger/share/push/receipt.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;
using util::ProcessResult;

/// The branch that git says the other side does not have; empty where it says something else.
std::string find_absent_branch(const ProcessResult& result) {
  constexpr std::string_view kMark = "couldn't find remote ref ";
  const std::size_t mark = result.err.find(kMark);
  if (mark == std::string::npos) return {};
  const std::size_t begin = mark + kMark.size();
  return std::string(util::trim(std::string_view(result.err).substr(begin, result.err.find('\n', begin) - begin)));
}

/// The branches that the last fetch found on the other side, by their own names.
std::set<std::string> fetched_branches(const git::Location& location) {
  constexpr std::size_t kLimit = 64U << 20U;
  constexpr std::string_view kMark = "\tbranch '";
  std::set<std::string> branches;
  const std::string text = util::find_file_text(location.git_dir / "FETCH_HEAD", kLimit).value_or("");
  for (const std::string& line : util::split(text, '\n')) {
    const auto mark = line.find(kMark);
    if (mark == std::string::npos) continue;
    const std::size_t begin = mark + kMark.size();
    branches.insert("refs/heads/" + line.substr(begin, line.find("' of ", begin) - begin));
  }
  return branches;
}

/// Git takes `refs/heads/refs/heads/ledger` for a whole name that the other side does not have: what was fetched is
/// taken back then. Which of the branches are there by their own names.
std::set<std::string> keep_exact(const git::GitProgram& git, const git::Location& location,
                                 const std::map<std::string, std::string>& branches,
                                 const std::map<std::string, std::string>& before) {
  std::set<std::string> found;
  const std::set<std::string> fetched = fetched_branches(location);
  for (const auto& [branch, tracking] : branches)
    if (fetched.contains(branch))
      found.insert(branch);
    else if (const auto old = before.find(tracking); old != before.end())
      git.get({"update-ref", tracking, old->second}, "fetch");
    else
      git.get({"update-ref", "-d", tracking}, "fetch");
  return found;
}

/// Removes references below the receipts' reference, which keep git from making that one: somebody pushed them to a
/// server without our hook, and a plain fetch brought them.
void clear_way_for_receipts(const git::GitProgram& git, const git::Location& location) {
  constexpr std::size_t kLimit = 64U << 20U;
  const std::string below = fmt::format("{}/", kReceiptsRef);
  const std::string packed = util::find_file_text(location.common_dir / "packed-refs", kLimit).value_or("");
  std::error_code failed;
  if (!std::filesystem::is_directory(location.common_dir / kReceiptsRef, failed) &&
      packed.find(" " + below) == std::string::npos)
    return;
  const std::string names = git.get({"for-each-ref", "--format=%(refname)", below}, "fetch");
  for (const std::string& name : util::split(names, '\n'))
    if (!name.empty()) git.get({"update-ref", "--no-deref", "-d", name}, "fetch");
}

/// Whether it is no matter of the other side, so that another attempt is of no use.
bool is_broken_here(const git::Location& location, const ProcessResult& result) {
  return result.err.find("bad object refs/") != std::string::npos || !git::find_broken_references(location).empty();
}

ProcessResult fetch_branches(const git::GitProgram& git, const std::string& remote,
                             const std::map<std::string, std::string>& branches, bool with_receipts, bool with_tags) {
  // Our own rules judge what comes: a ledger that was mended keeps trees that git's own check refuses.
  std::vector<std::string> words = git::unchecked({"fetch", "--quiet"});
  if (!with_tags) words.emplace_back("--no-tags");
  words.push_back(remote);
  for (const auto& [branch, tracking] : branches) words.push_back(fmt::format("+{}:{}", branch, tracking));
  if (with_receipts) words.insert(words.end(), {kReceiptsRefspec, fmt::format("^{}/*", kReceiptsRef)});
  return git.run(words);
}

}  // namespace

std::set<std::string> fetch_shared(const git::GitProgram& git, const git::Location& location, const Remote& remote) {
  std::map<std::string, std::string> branches;
  if (!remote.tracking_main.empty()) branches.emplace(git::kMainRef, remote.tracking_main);
  if (!remote.tracking_ledger.empty()) branches.emplace(git::kLedgerRef, remote.tracking_ledger);
  std::map<std::string, std::string> before;
  for (const auto& [branch, tracking] : branches)
    if (auto commit = git::read_reference(location, tracking)) before.emplace(tracking, std::move(*commit));
  if (remote.gives_receipts) clear_way_for_receipts(git, location);
  bool with_tags = true;
  while (!branches.empty()) {
    const ProcessResult result = fetch_branches(git, remote.name, branches, remote.gives_receipts, with_tags);
    if (result.status == 0) break;
    if (branches.erase(find_absent_branch(result)) != 0) continue;
    if (!with_tags)
      throw Error(ErrorKind::program_failed,
                  fmt::format("cannot fetch from '{}': {}", remote.name, git::explain_git(result)),
                  {is_broken_here(location, result)
                       ? "it is this clone that is damaged: crmtrack doctor names the command that mends it"
                       : "nothing was changed; work goes on offline, and the next crmtrack sync brings it over"});
    with_tags = false;  // a tag there may be named so that no tag here can
  }
  return branches.empty() ? std::set<std::string>() : keep_exact(git, location, branches, before);
}

}  // namespace crmtrack::ledger
