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

/// Runs the user's own git, for the network and for merging text, so that the user's keys, proxies, credential helpers
/// and settings work as on the command line.
///
/// Git gets our environment with these differences:
/// - `LC_ALL=C`, so that its messages can be read;
/// - no variables that tie it to another repository (`GIT_DIR`, `GIT_INDEX_FILE` and the like, which hooks set);
/// - objects are read as they are, without `refs/replace/` and grafts;
/// - a whole name is never taken for that of another reference;
/// - `CRMTRACK_HOOK=off`, since our own hooks would repeat the work of the command;
/// - `GIT_TERMINAL_PROMPT=0` where nothing may be asked.
///
/// Git judges which transports are allowed (`protocol.allow`).
class GitProgram {
 public:
  struct Options {
    bool may_ask = true;                        ///< for a password, on the terminal
    std::optional<util::Timestamp> fixed_time;  ///< of commits, where no `GIT_*_DATE` says otherwise
  };
  /// Without a `location`, git runs in no repository.
  GitProgram(std::optional<Location> location, Options options);

  /// This program, with these options, in another repository.
  [[nodiscard]] GitProgram at(const Location& location) const;

  [[nodiscard]] util::ProcessResult run(std::vector<std::string> words, std::string input = {}) const;
  /// Runs git and returns its output, without blanks at both ends. Throws Error(program_failed)
  /// `cannot WHAT: git's words`.
  std::string get(std::vector<std::string> words, std::string_view what, std::string input = {}) const;

 private:
  void move_to(const Location& location);

  std::vector<std::string> place_;
  util::ProcessOptions options_;
};

/// The words of a git command that fetches without Git's fsck, whatever is configured. We judge by our own rules: a
/// fetch that Git refuses leaves nothing to mend, and a mended history keeps its bad trees.
std::vector<std::string> unchecked(std::vector<std::string> words);

/// The line of git's messages that best explains a failure, with control characters made visible.
std::string explain_git(const util::ProcessResult& result);
/// The other side's messages (`remote: …`), line by line, with control characters made visible; bounded.
std::vector<std::string> remote_words(const util::ProcessResult& result);

/// The result of pushing one branch.
struct Pushed {
  enum class State {
    same,  ///< the other side has it already
    sent,
    outrun,  ///< another push came first: fetch, merge, and push again
    refused  ///< the other side refuses it
  };
  std::string reference;  ///< `refs/heads/ledger`
  State state = State::same;
  std::string reason;  ///< of a refusal, in the other side's words
};

/// Pushes each of these branches to the branch of its name, even where other references on either side have similar
/// names. Throws Error(program_failed) where the remote cannot be reached, or a hook of the user's own stops it.
std::vector<Pushed> push_branches(const GitProgram& git, const std::string& remote,
                                  const std::vector<std::string>& references);
/// Pushes a commit that is no branch of ours to a branch of the remote.
Pushed push_commit(const GitProgram& git, const std::string& remote, const std::string& commit,
                   const std::string& reference);
/// Reads the output of `git push --porcelain`.
std::vector<Pushed> parse_push(std::string_view porcelain);

}  // namespace crmtrack::git
