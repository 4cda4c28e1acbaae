#include "git/program/git_program.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

using util::Error;
using util::ErrorKind;
using util::ProcessResult;

/// As `git rev-parse --local-env-vars`, but for those that carry configuration.
constexpr std::array kRepositoryVariables{"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                          "GIT_OBJECT_DIRECTORY",
                                          "GIT_DIR",
                                          "GIT_WORK_TREE",
                                          "GIT_IMPLICIT_WORK_TREE",
                                          "GIT_INDEX_FILE",
                                          "GIT_REPLACE_REF_BASE",
                                          "GIT_PREFIX",
                                          "GIT_SHALLOW_FILE",
                                          "GIT_COMMON_DIR",
                                          "GIT_NAMESPACE",
                                          "GIT_QUARANTINE_PATH",
                                          "LANGUAGE"};

/// A message that only leads to another one.
bool is_preamble(std::string_view line) {
  for (const std::string_view start : {"From ", "To ", "Cloning into", "remote:", "warning:", "hint:", "done."})
    if (line.starts_with(start)) return true;
  return line.empty() || line.find("->") != std::string_view::npos;
}

std::string without_prefix(std::string_view line) {
  for (const std::string_view prefix : {"fatal: ", "error: "})
    if (line.starts_with(prefix)) line.remove_prefix(prefix.size());
  while (line.ends_with('.') || line.ends_with(':')) line.remove_suffix(1);
  return util::visible_line(line);
}

/// Reasons that say no more than that somebody else was quicker, from git itself and from the other side.
bool is_race(std::string_view reason) {
  for (const std::string_view sign :
       {"fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref",
        "incorrect old value", "reference already exists", "failed to lock", "remote ref updated since checkout"})
    if (reason.find(sign) != std::string_view::npos) return true;
  return false;
}

/// `!\trefs/heads/ledger:refs/heads/ledger\t[rejected] (fetch first)`
std::optional<Pushed> parse_push_line(std::string_view line) {
  const std::vector<std::string> parts = util::split(line, '\t');
  if (parts.size() != 3 || parts[0].size() != 1) return std::nullopt;
  const auto colon = parts[1].find(':');
  if (colon == std::string::npos) return std::nullopt;
  Pushed pushed{.reference = parts[1].substr(colon + 1), .state = Pushed::State::sent, .reason = {}};
  if (parts[0] == "=") pushed.state = Pushed::State::same;
  if (parts[0] != "!") return pushed;
  const auto open = parts[2].find('(');
  pushed.reason = util::visible_line(open == std::string::npos ? parts[2] : parts[2].substr(open + 1));
  if (open != std::string::npos && pushed.reason.ends_with(')')) pushed.reason.pop_back();
  pushed.state = is_race(pushed.reason) ? Pushed::State::outrun : Pushed::State::refused;
  return pushed;
}

}  // namespace

GitProgram::GitProgram(std::optional<Location> location, Options options) {
  if (location) move_to(*location);
  // The file of grafts is one that cannot be: a missing one of the user's own would be read instead.
  options_.variables = {
      {"LC_ALL", "C"}, {"CRMTRACK_HOOK", "off"}, {"GIT_NO_REPLACE_OBJECTS", "1"}, {"GIT_GRAFT_FILE", "/dev/null/none"}};
  for (const char* name : kRepositoryVariables) options_.variables.emplace_back(name, std::nullopt);
  if (!options.may_ask) options_.variables.emplace_back("GIT_TERMINAL_PROMPT", "0");
  if (!options.fixed_time) return;
  const std::string time = util::format_rfc3339(*options.fixed_time);
  for (const char* name : {"GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"}) options_.variables.emplace_back(name, time);
}

void GitProgram::move_to(const Location& location) {
  const bool bare = location.work_tree.empty();
  place_ = bare ? std::vector<std::string>{"--git-dir=" + location.git_dir.string()}
                : std::vector<std::string>{"-C", location.work_tree.string()};
}

GitProgram GitProgram::at(const Location& location) const {
  GitProgram moved = *this;
  moved.move_to(location);
  return moved;
}

ProcessResult GitProgram::run(std::vector<std::string> words, std::string input) const {
  std::vector<std::string> whole{"git"};
  whole.insert(whole.end(), place_.begin(), place_.end());
  // The first reference that a name fits, which for a whole name is itself; no warning of others.
  whole.insert(whole.end(), {"-c", "core.warnAmbiguousRefs=false"});
  whole.insert(whole.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  util::ProcessOptions options = options_;
  options.input = std::move(input);
  return util::run_process(whole, options);
}

std::string GitProgram::get(std::vector<std::string> words, std::string_view what, std::string input) const {
  const ProcessResult result = run(std::move(words), std::move(input));
  if (result.status != 0)
    throw Error(ErrorKind::program_failed, fmt::format("cannot {}: git says: {}", what, explain_git(result)));
  return std::string(util::trim(result.out));
}

std::vector<std::string> unchecked(std::vector<std::string> words) {
  const std::vector<std::string> settings{"-c", "fetch.fsckObjects=false", "-c", "transfer.fsckObjects=false"};
  words.insert(words.begin(), settings.begin(), settings.end());
  return words;
}

std::string explain_git(const ProcessResult& result) {
  std::string found;
  for (const std::string& line : util::split(result.err, '\n')) {
    const std::string_view text = util::trim(line);
    if (is_preamble(text)) continue;
    found += (found.empty() ? "" : " ") + without_prefix(text);
    if (!text.ends_with(':')) break;  // `unable to connect to host:` goes on in the next line
    found += ':';
  }
  if (found.empty() && !remote_words(result).empty()) found = remote_words(result).front();
  return found.empty() ? fmt::format("git ended with status {}", result.status) : found;
}

std::vector<std::string> remote_words(const ProcessResult& result) {
  constexpr std::size_t kMost = 20;
  constexpr std::string_view kMark = "remote:";
  std::vector<std::string> words;
  for (const std::string& line : util::split(result.err, '\n')) {
    if (!line.starts_with(kMark) || words.size() == kMost) continue;
    const std::string_view text = util::trim(std::string_view(line).substr(kMark.size()));
    if (!text.empty()) words.push_back(util::visible_line(text));
  }
  return words;
}

std::vector<Pushed> parse_push(std::string_view porcelain) {
  std::vector<Pushed> all;
  for (const std::string& line : util::split(porcelain, '\n'))
    if (auto pushed = parse_push_line(line)) all.push_back(std::move(*pushed));
  return all;
}

namespace {

/// References of ours for the time of one push.
class Outgoing {
 public:
  Outgoing(const GitProgram& git, const std::vector<std::string>& branches)
      : git_(git), folder_(fmt::format("refs/crmtrack/outgoing-{}/", ::getpid())) {
    constexpr std::string_view kBranches = "refs/heads/";
    for (const std::string& branch : branches) {
      names_.push_back(folder_ + branch.substr(kBranches.size()));
      git_.get({"update-ref", names_.back(), branch}, "push");
    }
  }
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;
  ~Outgoing() {
    for (const std::string& name : names_) static_cast<void>(git_.run({"update-ref", "-d", name}));
  }
  [[nodiscard]] std::string refspec() const { return folder_ + "*:refs/heads/*"; }

 private:
  const GitProgram& git_;
  std::string folder_;
  std::vector<std::string> names_;
};

/// A branch below one of that name, on the other side: no other push came first, and none will get through.
/// `cannot lock ref 'refs/heads/ledger': 'refs/heads/ledger/x' exists; cannot create 'refs/heads/ledger'`
std::optional<std::string> find_obstacle(std::string_view words_of_git, const std::string& reference) {
  const std::size_t end = words_of_git.find(fmt::format("' exists; cannot create '{}'", reference));
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t begin = words_of_git.rfind('\'', end - 1);
  if (begin == std::string_view::npos) return std::nullopt;
  return util::visible_line(words_of_git.substr(begin + 1, end - begin - 1));
}

std::vector<Pushed> judge_push(const ProcessResult& result, const std::string& remote) {
  std::vector<Pushed> all = parse_push(result.out);
  const bool judged =
      std::any_of(all.begin(), all.end(), [](const Pushed& pushed) { return pushed.state != Pushed::State::sent; });
  if (result.status != 0 && !judged)
    throw Error(ErrorKind::program_failed, fmt::format("cannot push to '{}': {}", remote, explain_git(result)),
                {"the commits received so far are kept; the next crmtrack sync sends the rest"});
  const std::vector<std::string> words_of_remote = remote_words(result);
  for (Pushed& pushed : all)
    if (pushed.state == Pushed::State::refused && !words_of_remote.empty())
      pushed.reason += ": " + util::join(words_of_remote, "; ");
  for (Pushed& pushed : all) {
    const auto obstacle =
        pushed.state == Pushed::State::outrun ? find_obstacle(result.err, pushed.reference) : std::nullopt;
    if (!obstacle) continue;
    pushed.state = Pushed::State::refused;
    pushed.reason =
        fmt::format("'{0}' is in its way there; delete it if you may: git push {1} :{0}", *obstacle, remote);
  }
  return all;
}

ProcessResult run_push(const GitProgram& git, const std::string& remote, const std::vector<std::string>& references) {
  std::vector<std::string> words{"push", "--porcelain", "--no-progress", remote};
  for (const std::string& reference : references) words.push_back(fmt::format("{0}:{0}", reference));
  const ProcessResult result = git.run(words);
  if (result.status == 0 || result.err.find("matches more than one") == std::string::npos) return result;
  // A branch `refs/heads/refs/heads/ledger` is in the way of the whole name, but not of a pattern.
  const Outgoing outgoing(git, references);
  return git.run({"push", "--porcelain", "--no-progress", remote, outgoing.refspec()});
}

}  // namespace

std::vector<Pushed> push_branches(const GitProgram& git, const std::string& remote,
                                  const std::vector<std::string>& references) {
  return judge_push(run_push(git, remote, references), remote);
}

Pushed push_commit(const GitProgram& git, const std::string& remote, const std::string& commit,
                   const std::string& reference) {
  const std::string refspec = fmt::format("{}:{}", commit, reference);
  const std::vector<Pushed> all =
      judge_push(git.run({"push", "--porcelain", "--no-progress", remote, refspec}), remote);
  return all.empty() ? Pushed{reference, Pushed::State::same, {}} : all.front();
}

}  // namespace crmtrack::git
