#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "git/reference/location.hpp"
#include "util/process.hpp"
#include "util/time.hpp"

namespace crmtrack::git {

/// The user's own git, for what goes over the network and for merging text: so their keys, proxies, credential helpers
/// and settings work as they do on the command line.
///
/// It gets our environment with these differences: `LC_ALL=C`, so that what it says can be read; the variables that
/// tie a git to another repository (`GIT_DIR`, `GIT_INDEX_FILE` and the like, which hooks set) are taken away; objects
/// are read as they are, without `refs/replace/` and grafts; a whole name is never taken for another reference's;
/// `CRMTRACK_HOOK=off`, since our own hooks would do once more what the command does; `GIT_TERMINAL_PROMPT=0` where
/// nothing may be asked. Which transports are allowed is Git's to judge (`protocol.allow`): nothing of it is changed.
class GitProgram {
 public:
  struct Options {
    bool may_ask = true;                        ///< for a password, on the terminal
    std::optional<util::Timestamp> fixed_time;  ///< of commits, where no `GIT_*_DATE` says otherwise
  };
  /// `location` nullopt: git is run in no repository.
  GitProgram(std::optional<Location> location, Options options);

  /// The same in another repository.
  [[nodiscard]] GitProgram at(const Location& location) const;

  [[nodiscard]] util::ProcessResult run(std::vector<std::string> words, std::string input = {}) const;
  /// What it prints, without blanks at both ends. Throws Error(program_failed) `cannot WHAT: git's words`.
  std::string get(std::vector<std::string> words, std::string_view what, std::string input = {}) const;

 private:
  void move_to(const Location& location);

  std::vector<std::string> place_;
  util::ProcessOptions options_;
};

/// A git command that takes what comes without Git's fsck, whatever is configured: we judge it by our own rules, a
/// fetch that Git refuses leaves nothing to mend, and a mended history keeps its bad trees.
std::vector<std::string> unchecked(std::vector<std::string> words);

/// The one line of git's messages that says best what went wrong, control characters made visible.
std::string explain_git(const util::ProcessResult& result);
/// What the other side said (`remote: …`), line by line, control characters made visible; bounded.
std::vector<std::string> remote_words(const util::ProcessResult& result);

/// What became of one branch of a push.
struct Pushed {
  enum class State {
    same,  ///< it was there already
    sent,
    outrun,  ///< another push came first: fetch, merge, and push again
    refused  ///< the other side does not want it
  };
  std::string reference;  ///< `refs/heads/ledger`
  State state = State::same;
  std::string reason;  ///< of a refusal, in the other side's words
};

/// Pushes each of these branches to the branch of the same name, whatever else is named alike on either side. Throws
/// Error(program_failed) where the remote cannot be reached, or a hook of the user's own stops it.
std::vector<Pushed> push_branches(const GitProgram& git, const std::string& remote,
                                  const std::vector<std::string>& references);
/// Pushes a commit that is no branch of ours to a branch there.
Pushed push_commit(const GitProgram& git, const std::string& remote, const std::string& commit,
                   const std::string& reference);
/// The lines of `git push --porcelain`.
std::vector<Pushed> parse_push(std::string_view porcelain);

}  // namespace crmtrack::git
