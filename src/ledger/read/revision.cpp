#include "ledger/read/revision.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "git/reference/refspec.hpp"
#include "ledger/share/upstream.hpp"

namespace crmtrack::ledger {
namespace {

/// The reference that a revision begins with ends where `~3`, `^2`, `@{yesterday}` or `:path` begin.
std::size_t end_of_name(std::string_view revision) {
  return std::min({revision.find_first_of("~^:"), revision.find("@{"), revision.size()});
}

/// `ledger` for `ledger`, `heads/ledger` and `refs/heads/ledger`; nullopt where it is none of our branches.
std::optional<std::string> own_branch(std::string_view name) {
  for (const std::string_view start : {"refs/", "heads/"})
    if (name.starts_with(start)) name.remove_prefix(start.size());
  if (name != "ledger" && name != "main") return std::nullopt;
  return std::string(name);
}

/// Our branch, or in a fresh clone what was fetched of the upstream's.
std::optional<std::string> find_whole(const git::Repository& repository, const std::string& branch) {
  std::string whole = "refs/heads/" + branch;
  if (git::find_branch(repository, whole)) return whole;
  const auto upstream = find_upstream(repository.settings);
  const auto tracking = upstream ? git::find_tracking_reference(repository.settings, *upstream, whole) : std::nullopt;
  return tracking && git::find_branch(repository, *tracking) ? tracking : std::nullopt;
}

/// The number in `~3`, or 1 in `~` and `^`; nullopt for anything else.
std::optional<std::size_t> generations_in(std::string_view rest) {
  if (rest == "^" || rest == "~") return 1;
  if (!rest.starts_with('~')) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), number);
  return error == std::errc() && end == rest.data() + rest.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<git::ObjectId> find_plain_revision(const git::Repository& repository, std::string_view whole) {
  const std::size_t end = end_of_name(whole);
  const std::string_view name = whole.substr(0, end), rest = whole.substr(end);
  const bool is_branch = name.starts_with("refs/heads/") || name.starts_with("refs/remotes/");
  const auto steps = rest.empty() ? std::optional<std::size_t>(0) : generations_in(rest);
  if (!is_branch || name.find("..") != std::string_view::npos || !steps) return std::nullopt;
  auto commit = git::find_branch(repository, std::string(name));
  for (std::size_t i = 0; commit && i < *steps; ++i) {
    const std::vector<git::ObjectId> parents = repository.objects.read_commit(*commit).parents;
    commit = parents.empty() ? std::nullopt : std::optional(parents.front());
  }
  return commit && repository.objects.find_kind(*commit) == git::ObjectKind::commit ? commit : std::nullopt;
}

std::string with_whole_branch(const git::Repository& repository, const std::string& revision) {
  const std::size_t end = end_of_name(revision);
  const std::string name = revision.substr(0, end), rest = revision.substr(end);
  if (const auto branch = own_branch(name)) {
    const auto whole = find_whole(repository, *branch);
    return whole ? *whole + rest : revision;
  }
  const bool of_remote = !name.starts_with("refs/") && (name.ends_with("/ledger") || name.ends_with("/main"));
  const std::string tracking = "refs/remotes/" + name;
  return of_remote && git::find_branch(repository, tracking) ? tracking + rest : revision;
}

}  // namespace crmtrack::ledger
