#pragma once

#include <functional>
#include <optional>
#include <string>

#include "git/program/repository.hpp"
#include "ledger/main/history.hpp"

namespace crmtrack::ledger {

/// A commit beside main's line, and main as it was just before it took the commit in.
struct TakenIn {
  std::string commit;
  std::size_t place = 0;  ///< of main as it was, in the line
  util::Instant at{};     ///< when main took it in, by the dates of main
  util::Instant made{};   ///< when it was made, as it says
};

/// Finds how main took in a commit. nullopt for a commit of the line itself, which its parents judge, and for one of
/// another main that was joined to this one. Precondition: main has the commit.
std::optional<TakenIn> find_taken_in(const git::Repository& repository, MainHistory& history,
                                     const std::string& commit);

/// Main's answer whether somebody may change policy by a commit that it took in.
enum class MainAnswer {
  yes,       ///< they had the right by main as it was
  in_grace,  ///< main took the right away while the commit may have been made offline (settings.yaml, `grace`)
  no,
};

/// Asks main as it was. A commit's parent says who may go on from it; but anybody may fork from a policy of old, which
/// restricted nobody or gave them the right. So main as it was judges as well. `may` tells whether the author has the
/// right by a commit of the line, at a time.
MainAnswer answer_of_main(const git::Repository& repository, MainHistory& history, const TakenIn& taken,
                          const std::function<bool(const std::string& commit, util::Instant time)>& may);

/// The objects of the files that say who may do what at a commit of main: people, rights, signatures, settings. Who has
/// lost the right decides nothing about these, grace or not.
std::string authority_objects(const git::Repository& repository, const std::string& commit);

}  // namespace crmtrack::ledger
