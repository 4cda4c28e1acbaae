#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/spec.hpp"
#include "index/index.hpp"
#include "ledger/ledger.hpp"
#include "query/filter.hpp"
#include "terminal/printer.hpp"
#include "util/random.hpp"
#include "util/zone.hpp"

namespace crmtrack::command {

/// The global options and what surrounds the process, as the cli read them.
struct Settings {
  std::string command;    ///< full name: `customer add`
  std::string repo;       ///< -C
  std::string directory;  ///< where the command runs
  std::string format;     ///< --format; empty: by the terminal
  std::vector<std::string> fields;
  std::string as_of;
  std::string color = "auto";
  bool no_pager = false, quiet = false, verbose = false, dry_run = false, no_input = false;
  bool nul = false;  ///< -0
  std::function<const char*(const char*)> environment;
};

/// What a command works with: streams, clock, identity, and the repository. What is asked for reads no more than it
/// must, and merges nothing.
class Context {
 public:
  explicit Context(Settings settings);
  ~Context();
  Context(const Context&) = delete;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const terminal::Streams& streams() const { return streams_; }
  /// The same, but with -q as if nobody watched: for progress.
  [[nodiscard]] terminal::Streams progress_streams() const;

  /// CRMTRACK_NOW, else the system's clock; with --as-of the time that it names.
  [[nodiscard]] util::Instant now();
  /// The clock itself, whatever --as-of says: what is written carries it.
  [[nodiscard]] util::Millis clock() const;
  [[nodiscard]] util::Timestamp timestamp();
  [[nodiscard]] const util::Zone& zone();
  [[nodiscard]] util::Random& random();
  /// What dates and `me` in a filter mean; asks Git who the user is only where the filter says `me`.
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
  /// The user's mail address as Git knows it. Throws Error(refused) where it knows none.
  std::string me();
  /// The same, or empty where Git knows none: for reading commands.
  std::string me_or_nobody();

  terminal::Printer& out();
  /// Whether a format of data (JSON, YAML) was asked for: stories and reports are text otherwise, in a pipe too.
  [[nodiscard]] bool wants_data() const;
  /// A sentence for people, on stderr; nothing with -q.
  void say(std::string_view sentence);
  /// The same, but each sentence once only: for what is found out again for each record.
  void say_once(const std::string& sentence);
  /// `crmtrack: …` on stderr, also with -q.
  void warn(std::string_view sentence);
  void hint(std::string_view sentence);
  /// A sentence on stderr with -v only: what was done behind the scenes.
  void detail(std::string_view sentence);
  /// Whether a question may be asked.
  [[nodiscard]] bool interactive() const;
  [[nodiscard]] const char* variable(const char* name) const { return settings_.environment(name); }
  /// Sends what follows through the pager, where standard output is a terminal and the format is for people.
  void page();
  /// Ends the pager and flushes. Called once, after `run`.
  void finish();

 private:
  void tell(const std::string& line) noexcept;
  void open_in_background();

  struct Impl;
  Settings settings_;
  terminal::Streams streams_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::command
