#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <future>
#include <set>
#include <utility>

#include "git/program/user.hpp"
#include "git/reference/branch_names.hpp"
#include "index/as_of.hpp"
#include "index/read/policy_file.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read.hpp"
#include "session/day_zone.hpp"
#include "session/share/lost_ledger.hpp"
#include "session/share/receive.hpp"
#include "session/share/sharing.hpp"
#include "util/error.hpp"
#include "util/when.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

/// References under which `sync --mend` keeps the own ledger as it was before it made that anew.
constexpr std::string_view kKeptByMend = "refs/crmtrack/mended/";

}  // namespace

struct Session::Impl {
  std::optional<util::Millis> fixed_clock;
  std::optional<util::Instant> as_of_now;
  std::optional<util::Zone> zone;
  std::optional<util::Zone> ledger_zone;
  std::unique_ptr<util::Random> random;
  std::optional<git::Location> location;
  std::optional<ledger::Ledger> ledger;
  std::future<ledger::Ledger> opening;  ///< under way in another thread; waited for when the session ends
  std::optional<index::Index> index;
  bool anew = false;   ///< the index is to be made of the ledger, whatever is there
  bool wrote = false;  ///< since the index was looked at last
  bool expects_damage = false;
  std::optional<policy::Policy> policy;
  std::optional<story::Terms> terms;  ///< those of `policy`, worked out where somebody folds
  std::string policy_commit;
  std::optional<std::string> me;
  std::set<std::string> said;
};

Session::Session(Settings settings, std::unique_ptr<Notices> notices)
    : settings_(std::move(settings)), notices_(std::move(notices)), impl_(std::make_unique<Impl>()) {
  if (const char* fixed = variable("CRMTRACK_NOW"); fixed != nullptr && *fixed != '\0') {
    const auto time = util::parse_rfc3339(fixed);
    if (!time)
      throw Error(ErrorKind::usage, fmt::format("cannot use CRMTRACK_NOW '{}': not an RFC 3339 time", fixed),
                  {"write it as 2026-11-21T09:12:00Z"});
    impl_->fixed_clock = time->utc;
  }
}

Session::~Session() = default;

util::Millis Session::clock() const {
  if (impl_->fixed_clock) return *impl_->fixed_clock;
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

util::Instant Session::now() {
  if (!settings_.as_of.empty()) {
    index();  // finds out what --as-of means
    if (impl_->as_of_now) return *impl_->as_of_now;
  }
  return std::chrono::floor<std::chrono::seconds>(clock());
}

util::Timestamp Session::timestamp() { return zone().at(std::chrono::floor<std::chrono::seconds>(clock())); }

const util::Zone& Session::zone() {
  if (!impl_->zone) impl_->zone = util::Zone::load_local(variable("TZ"));
  return *impl_->zone;
}

const util::Zone& Session::ledger_zone() {
  if (impl_->ledger_zone) return *impl_->ledger_zone;
  if (const std::string name = index::policy_zone(index()); !name.empty()) {
    try {
      impl_->ledger_zone = util::Zone::load(name);
    } catch (const Error&) {
      warn(fmt::format("settings.yaml names the time zone '{}', which this machine does not know: days are those of {}",
                       name, zone().name()));
    }
  }
  if (!impl_->ledger_zone) impl_->ledger_zone = zone();
  return *impl_->ledger_zone;
}

util::Random& Session::random() {
  if (!impl_->random) {
    const char* seed = variable("CRMTRACK_SEED");
    impl_->random = seed != nullptr && *seed != '\0' ? util::make_seeded_random(seed) : util::make_system_random();
  }
  return *impl_->random;
}

query::Moment Session::moment(const query::Filter& filter) {
  const bool says_me = std::any_of(filter.terms.begin(), filter.terms.end(), [](const query::Term& term) {
    return std::find(term.values.begin(), term.values.end(), "me") != term.values.end();
  });
  return {now(), day_zone(*this), says_me ? me() : std::string()};
}

std::optional<git::Location> Session::find_location() const {
  if (impl_->location) return impl_->location;
  std::filesystem::path start = settings_.directory;
  if (!settings_.repo.empty())
    start /= settings_.repo;
  else if (const char* repo = variable("CRMTRACK_REPO"); repo != nullptr && *repo != '\0')
    start /= repo;
  return git::find_location(start);
}

const git::Location& Session::location() {
  if (!impl_->location) impl_->location = find_location();
  if (!impl_->location)
    throw Error(ErrorKind::repository,
                settings_.repo.empty() ? std::string("cannot find a data repository here or above")
                                       : fmt::format("cannot find a data repository in '{}' or above", settings_.repo),
                {"make one with: crmtrack init DIR", "or name one with -C DIR or CRMTRACK_REPO"});
  return *impl_->location;
}

void Session::open(Access access) {
  if (access == Access::nothing) return;
  (void)location();
  if (access != Access::reads) open_in_background();
  if (access == Access::as_is || !settings_.as_of.empty() || settings_.dry_run) return;
  if (const auto before = receive(*this)) warn_refused_records(*this, *before);
}

/// Loading libgit2 takes longer than all else before a write.
void Session::open_in_background() {
  if (impl_->ledger || impl_->opening.valid()) return;
  if (!git::read_reference(location(), git::kLedgerRef)) return;  // it may have to be brought back first
  impl_->opening = std::async(std::launch::async, [place = location(), environment = settings_.environment] {
    return ledger::Ledger::open(place, environment);
  });
}

/// Takes the ledger that was opened in the background. False where none was, or it is damaged as expected.
bool Session::take_opened() {
  if (!impl_->opening.valid()) return false;
  try {
    impl_->ledger = impl_->opening.get();
    return true;
  } catch (const Error&) {
    if (!impl_->expects_damage) throw;
    return false;
  }
}

ledger::Ledger& Session::ledger() {
  if (impl_->ledger) return *impl_->ledger;
  std::optional<std::string> brought_back;
  try {
    if (take_opened()) return *impl_->ledger;
    brought_back = bring_back_ledger(*this);
    impl_->ledger = impl_->expects_damage ? ledger::Ledger::open_damaged(location(), settings_.environment)
                                          : ledger::Ledger::open(location(), settings_.environment);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::repository) refuse_replaced_ledger(*this);
    throw;
  }
  if (brought_back) tell_brought_back(*this, *brought_back);
  return *impl_->ledger;
}

void Session::expect_damage() { impl_->expects_damage = true; }

void Session::renew_index() { impl_->anew = true; }

index::Index& Session::index() {
  if (impl_->index) return *impl_->index;
  index::Index::Options options;
  options.progress = progress("reading the ledger");
  options.notice = [this](const std::string& notice) { warn(notice); };
  options.anew = std::exchange(impl_->anew, false);
  options.expect_stale = std::exchange(impl_->wrote, false);
  const index::LedgerProvider provider = [this]() -> ledger::Ledger& { return ledger(); };
  if (settings_.as_of.empty()) {
    impl_->index.emplace(index::Index::open(location(), provider, options));
    return *impl_->index;
  }
  const auto today = std::chrono::floor<std::chrono::seconds>(clock());
  std::optional<util::Instant> time;
  try {
    time = std::min(util::parse_when(settings_.as_of, today, zone(), true).utc, today);
  } catch (const Error&) {
    // not a time: a revision
  }
  if (time) {
    impl_->as_of_now = time;
    impl_->index.emplace(index::open_as_of_time(location(), provider, *time, options));
    return *impl_->index;
  }
  const auto commit = ledger::find_revision(ledger(), settings_.as_of);
  if (!commit)
    throw Error(ErrorKind::not_found,
                fmt::format("cannot look as of '{}': neither a time nor a revision", settings_.as_of),
                {"times: 2026-11-20, '2026-11-20 17:00', yesterday; revisions: ledger~10, a commit id"});
  const bool is_kept = settings_.as_of.starts_with(kKeptByMend);
  if (!is_kept && !ledger::is_ancestor(ledger(), *commit, ledger().head()))
    throw Error(ErrorKind::not_found,
                fmt::format("cannot look as of '{}': that commit is not of the ledger", settings_.as_of),
                {"its commits: git log refs/heads/ledger"});
  impl_->as_of_now = ledger::read_commit(ledger().repository(), *commit).committer.time;
  impl_->index.emplace(index::open_as_of(location(), provider, *commit, options));
  return *impl_->index;
}

void Session::refresh() {
  impl_->index.reset();
  impl_->wrote = true;
}

const policy::Policy& Session::policy() {
  // Read once a command, though the repository is looked at again after a write: its text is YAML with comments, and
  // dear.
  if (!impl_->policy || impl_->policy_commit != index().policy_commit()) {
    impl_->policy = index().policy();
    impl_->terms.reset();
    impl_->policy_commit = index().policy_commit();
  }
  return *impl_->policy;
}

std::string Session::policy_text(const std::string& file) {
  if (impl_->index) return index::policy_file(*impl_->index, file);
  if (!impl_->ledger) return {};
  const policy::Files files = ledger::policy_files(impl_->ledger->repository(), impl_->ledger->main_head());
  const auto found = files.find(file);
  return found == files.end() ? std::string() : found->second;
}

const story::Terms& Session::terms() {
  const policy::Policy& in_force = policy();
  if (!impl_->terms) impl_->terms = story::terms_of(in_force);
  return *impl_->terms;
}

std::string Session::me() {
  if (!impl_->me) impl_->me = git::find_plain_email(location(), settings_.environment);
  if (!impl_->me) impl_->me = ledger().author(timestamp()).email;
  return *impl_->me;
}

std::string Session::me_or_nobody() {
  try {
    return me();
  } catch (const Error&) {
    return {};
  }
}

void Session::say(std::string_view sentence) { notices_->say(sentence); }

void Session::say_once(const std::string& sentence) {
  if (impl_->said.insert(sentence).second) say(sentence);
}

void Session::warn(std::string_view sentence) { notices_->warn(sentence); }

void Session::hint(std::string_view sentence) { notices_->hint(sentence); }

void Session::detail(std::string_view sentence) { notices_->detail(sentence); }

void Session::announce(std::string_view task) { notices_->announce(task); }

git::Progress Session::progress(const std::string& task) {
  git::Progress progress;
  progress.report = notices_->progress(task);
  return progress;
}

}  // namespace crmtrack::session
