#include "ledger/main/right_by_main.hpp"

#include <algorithm>

#include "ledger/main/policy_files.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/rule/grace.hpp"

namespace crmtrack::ledger {
namespace {

util::Instant time_of(const git::Repository& repository, const std::string& commit) {
  return read_commit(repository, commit).committer.time;
}

}  // namespace

std::optional<TakenIn> find_taken_in(const git::Repository& repository, MainHistory& history,
                                     const std::string& commit) {
  const std::size_t first = history.taken_at(commit);
  const std::vector<std::string>& line = history.line();
  if (first == 0 || line[first] == commit) return std::nullopt;
  const std::string& before = line[first - 1];
  if (history.are_strangers(commit, before)) return std::nullopt;
  return TakenIn{commit, first - 1, std::max(time_of(repository, line[first]), time_of(repository, before)),
                 time_of(repository, commit)};
}

MainAnswer answer_of_main(const git::Repository& repository, MainHistory& history, const TakenIn& taken,
                          const std::function<bool(const std::string& commit, util::Instant time)>& may) {
  const std::vector<std::string>& line = history.line();
  if (may(line[taken.place], taken.at)) return MainAnswer::yes;
  const std::chrono::seconds grace = grace_of(repository, line[taken.place]);
  const util::Instant made = std::min(taken.made, taken.at);
  for (std::size_t place = taken.place;; --place) {
    if (may(line[place], made)) return MainAnswer::in_grace;
    if (place == 0) return MainAnswer::no;
    // The policy of the commit before was in force until this one came, whatever a clock of 2001 said.
    const util::Instant until = std::max(time_of(repository, line[place]), time_of(repository, line[place - 1]));
    if (until + grace < taken.at) return MainAnswer::no;
  }
}

std::string authority_objects(const git::Repository& repository, const std::string& commit) {
  return policy_objects(repository, commit, {"people.yaml", "rights.yaml", "signatures.yaml", "settings.yaml"});
}

}  // namespace crmtrack::ledger
