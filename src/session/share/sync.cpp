#include "session/share/sync.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <thread>
#include <utility>

#include "git/reference/branch_names.hpp"
#include "ledger/main/merge.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/rule/path_kind.hpp"
#include "ledger/share/merge.hpp"
#include "ledger/share/own/commit_anew.hpp"
#include "ledger/share/own/mend.hpp"
#include "ledger/share/shared_fetch.hpp"
#include "policy/sheet.hpp"
#include "session/share/lost_ledger.hpp"
#include "session/share/sharing.hpp"
#include "session/share/unused_hub.hpp"
#include "session/share/way_out.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

using git::Pushed;
using ledger::Merged;
using util::Error;
using util::ErrorKind;

namespace {

std::size_t count_commits(const git::GitProgram& git, const std::string& older, const std::string& newer) {
  if (newer.empty() || older == newer) return 0;
  std::vector<std::string> words{"rev-list", "--count", newer};
  if (!older.empty()) words.push_back("^" + older);
  return std::stoul(git.get(words, "count commits of 'main'"));
}

/// Pauses for a random time, so that of two users who push against each other each succeeds in the end.
void pause_before(int attempt) {
  constexpr int kStepMs = 60, kMostSteps = 8;
  static std::minstd_rand random(std::random_device{}());
  const int most = kStepMs * std::min(attempt + 1, kMostSteps);
  std::this_thread::sleep_for(std::chrono::milliseconds(random() % static_cast<unsigned>(most)));
}

class Sync {
 public:
  Sync(Session& session, const ledger::Remote& remote, const SyncOptions& options)
      : session_(session),
        remote_(remote),
        options_(options),
        git_(make_git(session)),
        way_out_(session, remote_, options_, done_) {}

  Synced run() {
    constexpr int kAttempts = 30;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      fetch();
      if (!can_send_own() || !receive_ledger()) return std::move(done_);
      receive_main();
      commit_anew();
      if (!send())
        pause_before(attempt);
      else if (!clear_the_way())
        return std::move(done_);
    }
    throw Error(ErrorKind::busy, fmt::format("cannot push to '{}': another push came first, each time", remote_.name),
                {"the commits received so far are kept; try again: crmtrack sync"});
  }

 private:
  void fetch() {
    session_.announce(fmt::format("fetching from '{}'", remote_.name));
    // A tracking branch stays when the remote deletes its branch, so only the fetch tells what is there.
    const std::string ledger_before = head_of(session_, remote_.tracking_ledger);
    const std::string main_before = head_of(session_, remote_.tracking_main);
    const std::set<std::string> there = fetch_shared(git_, session_.location(), remote_);
    ledger_ = there.contains(git::kLedgerRef) ? head_of(session_, remote_.tracking_ledger) : std::string();
    main_ = there.contains(git::kMainRef) ? head_of(session_, remote_.tracking_main) : std::string();
    if (std::exchange(was_compared_, true)) return;
    done_.ledger_back = compare({remote_.tracking_ledger, ledger_before, ledger_}, git::kLedgerRef);
    done_.main_back = compare({remote_.tracking_main, main_before, main_}, git::kMainRef);
  }

  ledger::WentBack compare(const ledger::RemoteBranch& theirs, const char* branch) {
    return ledger::find_what_went_back(git_, session_.ledger().repository(), theirs, head_of(session_, branch));
  }

  /// Mends the own ledger where that was asked for. Returns whether it keeps the rules: where it does not, nothing is
  /// sent, and nothing is built upon it.
  bool can_send_own() {
    const git::Progress progress = session_.progress("checking what is to be sent");
    if (options_.mend && is_upstream(session_, remote_)) {
      auto mended = ledger::mend_own(session_.ledger(), ledger_, session_.timestamp(), progress);
      if (mended) done_.own_mended = std::move(mended);
    }
    done_.own_faults = ledger::find_own_faults(session_.ledger(), ledger_, progress);
    return done_.own_faults.empty();
  }

  /// Merges the remote's ledger. False where that breaks the rules: then nothing is sent either.
  bool receive_ledger() {
    // Where the remote has no ledger, merging the own head gives a plain clone, which has a tracking branch alone, a
    // branch of its own.
    const std::string theirs = ledger_.empty() ? session_.ledger().head() : ledger_;
    const Merged merged = merge(theirs);
    if (merged.state == Merged::State::unrelated) return begin_hub(theirs);
    if (merged.state == Merged::State::busy)
      throw Error(ErrorKind::busy, "cannot write to the ledger: others keep writing", {"try again"});
    const bool refused = merged.state == Merged::State::refused;
    // Faults that somebody else has mended already are not reported.
    if (refused || (options_.mend && merged.moved())) done_.refused = merged.faults;
    if (refused) return false;
    done_.mended = !done_.refused.empty();
    if (!merged.moved()) return true;
    if (!done_.before) done_.before = merged.before;
    done_.received.records += merged.records;
    std::set<std::string> authors(done_.authors.begin(), done_.authors.end());
    authors.insert(merged.authors.begin(), merged.authors.end());
    done_.authors.assign(authors.begin(), authors.end());
    return true;
  }

  Merged merge(const std::string& theirs) {
    return ledger::merge(session_.ledger(), theirs, {.mend = options_.mend, .join = options_.join, .wait = true},
                         session_.timestamp(), session_.progress("checking what came"));
  }

  /// The remote's ledger is another one. Where nobody has used it yet, ours takes its place; else throws
  /// Error(refused).
  bool begin_hub(const std::string& theirs) {
    const RemoteHeads heads{theirs, main_};
    if (!done_.ledger_back.nothing() || !is_unused_hub(git_, heads)) refuse_unrelated(theirs);
    std::vector<std::string> branches;
    for (const char* branch : {git::kMainRef, git::kLedgerRef})
      if (!head_of(session_, branch).empty()) branches.emplace_back(branch);
    take_over_hub(git_, remote_.name, heads, branches, {remote_.tracking_main, remote_.tracking_ledger});
    session_.say(fmt::format("'{}' held nothing but its own beginning: this ledger takes its place", remote_.name));
    done_.sent.records += count_new_records(session_.ledger(), {}, head_of(session_, git::kLedgerRef));
    done_.sent.policy_commits += count_commits(git_, {}, head_of(session_, git::kMainRef));
    done_.is_ledger_sent = true;
    fetch();
    return true;
  }

  [[noreturn]] void refuse_unrelated(const std::string& theirs) const {
    if (const auto way = find_way_to_former(session_, theirs))
      throw Error(ErrorKind::refused,
                  fmt::format("cannot sync with '{}': the branch 'ledger' stands at another ledger", remote_.name),
                  {"to go back: " + *way});
    throw Error(ErrorKind::refused,
                fmt::format("cannot sync with '{}': its ledger is another one, with no commit in common", remote_.name),
                {"if the two belong together: crmtrack sync --join"});
  }

  void receive_main() {
    done_.main_problem.reset();
    try {
      const ledger::MainMerged merged = merge_main(session_.ledger(), git_, main_, remote_, session_.timestamp().utc);
      done_.received.policy_commits += merged.commits;
      warn_of_main(merged.faults);
      if (is_ahead(git::kMainRef, main_)) refuse_unfinished_policy();
    } catch (const Error& error) {
      done_.main_problem = error;
    }
  }

  /// Warns of changes of policy that came without the right. They are in force here too, as they are for everybody who
  /// has them.
  void warn_of_main(const std::vector<ledger::Finding>& faults) {
    if (faults.empty()) return;
    session_.warn(fmt::format("main of '{}': {}", remote_.name, ledger::describe_main_faults(faults)));
    session_.hint("it is in force all the same; who has the right 'policy' can undo it: git revert COMMIT");
  }

  /// Throws Error(conflict) where a policy file of main has conflict markers: nobody who gets it could write.
  void refuse_unfinished_policy() {
    for (const auto& [name, text] :
         ledger::policy_files(session_.ledger().repository(), head_of(session_, git::kMainRef))) {
      if (!policy::find_conflict_marker(text)) continue;
      throw Error(
          ErrorKind::conflict,
          fmt::format("cannot send the policy of 'main': policy/{} was committed with the conflict markers of a "
                      "Git merge",
                      util::visible_line(name)),
          {"choose what stands, then: git add and git commit, and crmtrack sync"});
    }
  }

  /// Commits own records anew, with today's date, that are dated further back than the server takes, or in the future.
  /// Does nothing where the server lost commits, since somebody has to bring those back as they were.
  void commit_anew() {
    if (!done_.ledger_back.nothing()) return;
    if (options_.join || !is_upstream(session_, remote_) || !is_ahead(git::kLedgerRef, ledger_)) return;
    const ledger::CommittedAnew anew = ledger::commit_anew(session_.ledger(), ledger_, session_.timestamp());
    way_out_.keep(anew);
    done_.clock_behind = anew.clock_behind;
    early_others_ = anew.of_others;
  }

  /// Pushes what waits. False where another push came first.
  bool send() {
    std::vector<std::string> waiting;
    if (!done_.main_problem && is_ahead(git::kMainRef, main_)) waiting.emplace_back(git::kMainRef);
    if (early_others_.empty() && !joins_first() && is_ahead(git::kLedgerRef, ledger_))
      waiting.emplace_back(git::kLedgerRef);
    // Most servers make the branch that comes first the one that a clone checks out, so main goes alone, and first.
    if (main_.empty() && ledger_.empty() && waiting.size() == 2) return push_each(waiting);
    if (waiting.empty()) return true;
    const bool sent = push(waiting);
    if (waiting.size() == 1 || done_.rejected.empty()) return sent;
    // Our hook takes both branches or none. The branches go one by one now, so that a refused one does not keep the
    // other back.
    done_.rejected.clear();
    return push_each(waiting);
  }

  /// Whether main has to be joined before the ledger is sent: another team's directory does not list the authors here
  /// until somebody joins the two mains.
  [[nodiscard]] bool joins_first() const {
    return options_.join && done_.main_problem && !is_upstream(session_, remote_);
  }

  bool push_each(const std::vector<std::string>& branches) {
    return std::ranges::all_of(
        branches, [this](const std::string& branch) { return push({branch}); });
  }

  [[nodiscard]] bool is_rejected(std::string_view reference) const {
    return std::ranges::any_of(
        done_.rejected, [&](const Pushed& pushed) { return pushed.reference == reference; });
  }

  /// Whether to try again: the server refused the ledger, and the refused commits were made anew or left out.
  bool clear_the_way() {
    if (is_rejected(git::kLedgerRef)) way_out_.foresee(ledger_, main_);
    const bool is_refused = !ledger_.empty() && is_rejected(git::kLedgerRef);
    if (early_others_.empty() && !is_refused) return false;
    if (!done_.ledger_back.nothing()) return send_what_is_new();
    if ((is_refused && way_out_.commit_refused_anew(ledger_)) || way_out_.leave_out(ledger_, main_, early_others_)) {
      done_.rejected.clear();
      return true;
    }
    if (!way_out_.send_part(git_, ledger_, main_, early_others_)) return false;
    fetch();
    receive_ledger();
    return false;
  }

  /// Sends everything except the commits that the server had and has lost, which somebody has to bring back as they
  /// were.
  bool send_what_is_new() {
    if (!way_out_.send_part(git_, ledger_, main_, done_.ledger_back.commits)) return false;
    fetch();
    receive_ledger();
    return false;
  }

  bool is_ahead(const char* branch, const std::string& theirs) {
    const std::string ours = head_of(session_, branch);
    return !ours.empty() && ours != theirs;
  }

  bool push(const std::vector<std::string>& branches) {
    const std::string ledger = head_of(session_, git::kLedgerRef), main = head_of(session_, git::kMainRef);
    bool outrun = false;
    for (Pushed& pushed : push_branches(git_, remote_.name, branches)) {
      const bool is_ledger = pushed.reference == git::kLedgerRef;
      if (pushed.state == Pushed::State::outrun) outrun = true;
      if (pushed.state == Pushed::State::sent && is_ledger) {
        done_.sent.records += count_new_records(session_.ledger(), ledger_, ledger);
        done_.is_ledger_sent = true;
      }
      if (pushed.state == Pushed::State::sent && !is_ledger) {
        done_.sent.policy_commits += count_commits(git_, main_, main);
        main_ = main;
      }
      if (pushed.state == Pushed::State::refused) done_.rejected.push_back(std::move(pushed));
    }
    return !outrun || !done_.rejected.empty();
  }

  Session& session_;
  const ledger::Remote& remote_;
  SyncOptions options_;
  git::GitProgram git_;
  std::string ledger_, main_;              ///< the remote's heads at the last fetch; empty: it has no such branch
  std::vector<std::string> early_others_;  ///< commits of others whose dates the remote does not take
  bool was_compared_ = false;              ///< whether the remote's branches were compared with those of the last fetch
  Synced done_;
  WayOut way_out_;
};

}  // namespace

git::GitProgram make_git(Session& session, bool in_repository) {
  git::GitProgram::Options options;
  options.may_ask = session.settings().may_ask;
  const auto is_set = [&](const char* name) { return session.variable(name) != nullptr && *session.variable(name); };
  const bool dated = is_set("GIT_AUTHOR_DATE") || is_set("GIT_COMMITTER_DATE");
  if (is_set("CRMTRACK_NOW") && !dated) options.fixed_time = session.timestamp();
  return {in_repository ? std::optional(session.location()) : std::nullopt, options};
}

Synced sync_with(Session& session, const ledger::Remote& remote, const SyncOptions& options) {
  return Sync(session, remote, options).run();
}

Transferred waiting_to_be_sent(Session& session, const ledger::Remote& remote) {
  const std::string ledger = head_of(session, git::kLedgerRef), main = head_of(session, git::kMainRef);
  return {.records = count_new_records(session.ledger(), head_of(session, remote.tracking_ledger), ledger),
          .policy_commits = count_commits(make_git(session), head_of(session, remote.tracking_main), main)};
}

}  // namespace crmtrack::session
