#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "git/object/progress.hpp"
#include "index/index.hpp"
#include "ledger/ledger.hpp"
#include "query/filter.hpp"
#include "session/access.hpp"
#include "session/notices.hpp"
#include "story/terms.hpp"
#include "util/random.hpp"
#include "util/zone.hpp"

namespace crmtrack::session {

/// The choices that a session is opened with.
struct Settings {
  std::string command;    ///< full name of what runs, for messages and commits: `customer add`
  std::string repo;       ///< where the repository is looked for; empty: CRMTRACK_REPO, else `directory`
  std::string directory;  ///< the folder that relative paths start from
  std::string as_of;      ///< a time or a revision: what was known then; empty: what is known now
  bool dry_run = false;   ///< writes nothing
  bool may_ask = false;   ///< whether a program that we call, such as git, may ask for a password at the terminal
  git::Environment environment;
};

/// An opened data repository to work with: repository, index, policy, clock and identity, and a sink for notices. It
/// needs no terminal and no stream. Each part is read when it is first asked for; only `open` merges.
class Session {
 public:
  /// Throws Error(usage) where CRMTRACK_NOW is no time.
  Session(Settings settings, std::unique_ptr<Notices> notices);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const char* variable(const char* name) const { return settings_.environment(name); }

  /// CRMTRACK_NOW, else the system's clock; with --as-of the time that it names.
  [[nodiscard]] util::Instant now();
  /// The clock itself, whatever --as-of says: what is written carries it.
  [[nodiscard]] util::Millis clock() const;
  [[nodiscard]] util::Timestamp timestamp();
  [[nodiscard]] const util::Zone& zone();  ///< the reader's own: of the times that people type
  /// The zone of the ledger (settings.yaml), in which days begin and end in filters, lists and reports: the same for
  /// all readers. Where policy names none, or one that this machine does not know, the reader's own.
  [[nodiscard]] const util::Zone& ledger_zone();
  [[nodiscard]] util::Random& random();
  /// The meaning of dates and of `me` in a filter. It asks Git who the user is only where the filter says `me`.
  [[nodiscard]] query::Moment moment(const query::Filter& filter);

  /// The repository's place. Throws Error(repository) with the way to make one.
  const git::Location& location();
  [[nodiscard]] std::optional<git::Location> find_location() const;
  /// Opens the repository as a command asks for it, once, before it runs: finds it, and merges what a fetch brought
  /// where that is allowed. Throws Error(repository) with the way to make one.
  void open(Access access);
  ledger::Ledger& ledger();
  /// From here on a ledger whose newest commit removed `ledgers/` is opened too: for commands that say who did that, or
  /// mend it. To be called before the ledger is first asked for.
  void expect_damage();
  /// The index of now, or of --as-of.
  index::Index& index();
  /// Has the index made of the ledger when it is first asked for, whatever is there.
  void renew_index();
  /// Looks at the repository anew: after a write, and before judging again.
  void refresh();
  const policy::Policy& policy();
  /// The text of a file of the policy in force, as far as the command has opened the repository by now; empty where it
  /// has not, or there is no such file.
  [[nodiscard]] std::string policy_text(const std::string& file);
  /// The terms of the policy: what a fold reads of it.
  const story::Terms& terms();
  /// The user's mail address as Git knows it. Throws Error(refused) where it knows none.
  std::string me();
  /// The user's mail address, or empty where Git knows none: for reading commands.
  std::string me_or_nobody();

  void say(std::string_view sentence);
  /// Says each sentence once only: for what is found out again for each record.
  void say_once(const std::string& sentence);
  void warn(std::string_view sentence);
  void hint(std::string_view sentence);
  void detail(std::string_view sentence);
  void announce(std::string_view task);
  /// Shows the progress of a task as long as the value lives.
  [[nodiscard]] git::Progress progress(const std::string& task);

 private:
  void open_in_background();
  bool take_opened();

  struct Impl;
  Settings settings_;
  std::unique_ptr<Notices> notices_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::session
