#include "ledger/upstream.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/impl.hpp"
#include "ledger/receipt.hpp"
#include "ledger/reference_update.hpp"
#include "ledger/refspec.hpp"
#include "ledger/repository_checks.hpp"
#include "ledger/worktrees.hpp"
#include "ledger/writer_lock.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

/// The note that a remote was configured for sharing, so that what the user takes back afterwards stays as it is.
constexpr const char* kConfiguredKey = "crmtrack.upstream";
/// The same of a remote whose receipts are fetched: clones that were set up before there were any get this later.
constexpr const char* kReceiptsKey = "crmtrack.receipts";

/// The repository's own configuration file, which alone is ever written.
class OwnConfig {
 public:
  explicit OwnConfig(const Repository& repository) : umask_(repository.access.mask()) {
    git_config* config = nullptr;
    check_git2(git2().git_config_open_level(&config, repository.settings.handle(), GIT_CONFIG_LEVEL_LOCAL), kFailed);
    config_.reset(config);
  }
  void set(const std::string& key, const std::string& value) {
    check_git2(git2().git_config_set_string(config_.get(), key.c_str(), value.c_str()), kFailed);
  }
  void add(const std::string& key, const std::string& value) {
    // An expression that fits no value: nothing is replaced.
    check_git2(git2().git_config_set_multivar(config_.get(), key.c_str(), "^$", value.c_str()), kFailed);
  }

 private:
  static constexpr const char* kFailed = "cannot write the repository's configuration";
  UmaskGuard umask_;
  ConfigHandle config_;
};

struct Wanted {
  std::string key, value;
};

/// What of the upstream of both branches and of its push refspecs is not set; what the user has set stays.
std::vector<Wanted> missing_settings(const Settings& settings, const std::string& remote) {
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
  for (const char* branch : {kMainRef, kLedgerRef}) missing.push_back({push, fmt::format("{0}:{0}", branch)});
  return missing;
}

}  // namespace

std::optional<std::string> find_upstream(const Settings& settings) {
  if (auto chosen = settings.find("crmtrack.remote"); chosen && !chosen->empty()) return chosen;
  if (auto of_main = settings.find("branch.main.remote"); of_main && *of_main != "." && !of_main->empty())
    return of_main;
  if (settings.find("remote.origin.url")) return "origin";
  const auto remotes = settings.subsections("remote", "url");
  return remotes.size() == 1 ? std::optional(remotes.front()) : std::nullopt;
}

bool is_of_other_remote(const Settings& settings, std::string_view tracking, std::string_view branch) {
  const auto upstream = find_upstream(settings);
  return upstream && tracking.starts_with("refs/remotes/") &&
         find_tracking_reference(settings, *upstream, branch) != tracking;
}

std::optional<Remote> Ledger::find_remote(const std::string& name) const {
  const Settings& settings = impl_->settings;
  const auto url = settings.find(fmt::format("remote.{}.url", name));
  if (!url || name.starts_with('-')) return std::nullopt;
  return Remote{.name = name,
                .url = shown_address(*url),
                .tracking_main = find_tracking_reference(settings, name, kMainRef).value_or(""),
                .tracking_ledger = find_tracking_reference(settings, name, kLedgerRef).value_or(""),
                .gives_receipts = find_tracking_reference(settings, name, kReceiptsRef) == kReceiptsRef};
}

std::optional<Remote> Ledger::find_upstream_remote() const {
  const auto name = find_upstream(impl_->settings);
  return name ? find_remote(*name) : std::nullopt;
}

std::vector<std::string> Ledger::remotes() const { return impl_->settings.subsections("remote", "url"); }

namespace {

/// A clone of a remote whose HEAD is another branch has no main of its own, which a push of both branches asks for.
void make_missing_main(const Repository& repository, const std::string& tracking) {
  const auto theirs = tracking.empty() ? std::nullopt : find_branch(repository, tracking);
  if (!theirs || find_branch(repository, kMainRef)) return;
  // Where HEAD waits for its first commit, the work tree would lack all that the branch has.
  for (const Worktree& worktree : find_worktrees(repository.location))
    if (worktree.branch == kMainRef) return;
  const auto lock = lock_writers(repository.location, repository.access);
  const Signature who{"crmtrack", "crmtrack", repository.objects.read_commit(*theirs).committer.time, {}};
  move_branch(repository, {kMainRef, std::nullopt, *theirs, who, "crmtrack: from " + tracking}, nullptr);
}

}  // namespace

bool Ledger::set_up_branches(const Remote& remote) {
  if (impl_->settings.find(kConfiguredKey) == remote.name) return false;
  const std::vector<Wanted> missing = missing_settings(impl_->settings, remote.name);
  if (missing.empty()) return false;
  OwnConfig config(*impl_);
  for (const auto& [key, value] : missing) key.ends_with(".push") ? config.add(key, value) : config.set(key, value);
  config.set(kConfiguredKey, remote.name);
  make_missing_main(*impl_, remote.tracking_main);
  return true;
}

bool Ledger::set_up_receipts(const Remote& remote) {
  // A remote whose fetches bring no branch of ours is odd: it is left as it is.
  if (remote.tracking_ledger.empty() || impl_->settings.find(kReceiptsKey) == remote.name) return false;
  const bool is_fetched = find_tracking_reference(impl_->settings, remote.name, kReceiptsRef).has_value();
  OwnConfig config(*impl_);
  if (!is_fetched) config.add(fmt::format("remote.{}.fetch", remote.name), kReceiptsRefspec);
  config.set(kReceiptsKey, remote.name);
  return !is_fetched;
}

SetUp Ledger::set_up_upstream() {
  const auto remote = find_upstream_remote();
  if (!remote) return {};
  SetUp done{.remote = remote->name};
  done.branches = set_up_branches(*remote);
  done.receipts = set_up_receipts(*remote);
  return done;
}

}  // namespace crmtrack::ledger
