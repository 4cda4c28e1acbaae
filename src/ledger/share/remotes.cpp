#include "ledger/share/remotes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/program/own_config.hpp"
#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/reference_update.hpp"
#include "git/reference/refspec.hpp"
#include "git/reference/worktrees.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/upstream.hpp"

namespace crmtrack::ledger {
namespace {

/// The note that a remote was configured for sharing, so that what the user takes back afterwards stays as it is.
constexpr const char* kConfiguredKey = "crmtrack.upstream";
/// The key for a remote whose receipts are fetched. Clones that were set up before there were receipts get this later.
constexpr const char* kReceiptsKey = "crmtrack.receipts";

struct Wanted {
  std::string key, value;
};

/// The settings of the upstream of both branches, and of its push refspecs, that are missing. The user's own settings
/// stay.
std::vector<Wanted> missing_settings(const git::Settings& settings, const std::string& remote) {
  std::vector<Wanted> missing;
  for (const std::string branch : {"main", "ledger"}) {
    const auto chosen = settings.find(fmt::format("branch.{}.remote", branch));
    if (!chosen) missing.push_back({fmt::format("branch.{}.remote", branch), remote});
    if (chosen.value_or(remote) == remote && !settings.find(fmt::format("branch.{}.merge", branch)))
      missing.push_back({fmt::format("branch.{}.merge", branch), "refs/heads/" + branch});
  }
  const std::string push = fmt::format("remote.{}.push", remote);
  const bool mirror = settings.find_flag(fmt::format("remote.{}.mirror", remote), false);
  if (mirror || !settings.find_all(push).empty()) return missing;
  for (const char* branch : {git::kMainRef, git::kLedgerRef}) missing.push_back({push, fmt::format("{0}:{0}", branch)});
  return missing;
}

}  // namespace

std::optional<Remote> find_remote(const Ledger& ledger, const std::string& name) {
  const git::Settings& settings = ledger.repository().settings;
  const auto url = settings.find(fmt::format("remote.{}.url", name));
  if (!url || name.starts_with('-')) return std::nullopt;
  return Remote{.name = name,
                .url = git::shown_address(*url),
                .tracking_main = git::find_tracking_reference(settings, name, git::kMainRef).value_or(""),
                .tracking_ledger = git::find_tracking_reference(settings, name, git::kLedgerRef).value_or(""),
                .gives_receipts = git::find_tracking_reference(settings, name, kReceiptsRef) == kReceiptsRef};
}

std::optional<Remote> find_upstream_remote(const Ledger& ledger) {
  const auto name = find_upstream(ledger.repository().settings);
  return name ? find_remote(ledger, *name) : std::nullopt;
}

std::vector<std::string> remotes(const Ledger& ledger) {
  return ledger.repository().settings.subsections("remote", "url");
}

namespace {

/// A clone of a remote whose HEAD is another branch has no main of its own, which a push of both branches asks for.
void make_missing_main(const git::Repository& repository, const std::string& tracking) {
  const auto theirs = tracking.empty() ? std::nullopt : git::find_branch(repository, tracking);
  if (!theirs || git::find_branch(repository, git::kMainRef)) return;
  // Where HEAD waits for its first commit, the work tree would lack all that the branch has.
  for (const git::Worktree& worktree : git::find_worktrees(repository.location))
    if (worktree.branch == git::kMainRef) return;
  const auto lock = git::lock_writers(repository.location, repository.access);
  const git::Signature who{"crmtrack", "crmtrack", repository.objects.read_commit(*theirs).committer.time, {}};
  git::move_branch(repository, {git::kMainRef, std::nullopt, *theirs, who, "crmtrack: from " + tracking}, nullptr);
}

bool set_up_branches(const git::Repository& repository, const Remote& remote) {
  if (repository.settings.find(kConfiguredKey) == remote.name) return false;
  const std::vector<Wanted> missing = missing_settings(repository.settings, remote.name);
  if (missing.empty()) return false;
  git::OwnConfig config(repository);
  for (const auto& [key, value] : missing) key.ends_with(".push") ? config.add(key, value) : config.set(key, value);
  config.set(kConfiguredKey, remote.name);
  make_missing_main(repository, remote.tracking_main);
  return true;
}

bool set_up_receipts(const git::Repository& repository, const Remote& remote) {
  // A remote whose fetches bring no branch of ours is odd: it is left as it is.
  if (remote.tracking_ledger.empty() || repository.settings.find(kReceiptsKey) == remote.name) return false;
  const bool is_fetched = git::find_tracking_reference(repository.settings, remote.name, kReceiptsRef).has_value();
  git::OwnConfig config(repository);
  if (!is_fetched) config.add(fmt::format("remote.{}.fetch", remote.name), kReceiptsRefspec);
  config.set(kReceiptsKey, remote.name);
  return !is_fetched;
}

}  // namespace

SetUp set_up_upstream(Ledger& ledger) {
  const auto remote = find_upstream_remote(ledger);
  if (!remote) return {};
  SetUp done{.remote = remote->name};
  done.branches = set_up_branches(ledger.repository(), *remote);
  done.receipts = set_up_receipts(ledger.repository(), *remote);
  return done;
}

}  // namespace crmtrack::ledger
