#include "ledger/read/revision.hpp"

#include <algorithm>
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

}  // namespace

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
