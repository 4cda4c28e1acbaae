#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/catalog.hpp"
#include "command/spec.hpp"

namespace crmtrack::cli {

/// A word that fits, and its meaning.
using Candidate = std::pair<std::string, std::string>;

/// A question to the data: which kind of word is wanted, and from which repository.
struct DataQuestion {
  command::Completes completes = command::Completes::nothing;
  std::string prefix;
  std::string repo;                      ///< the value of -C; empty where it was not typed
  std::string command;                   ///< the command typed so far
  std::vector<std::string> positionals;  ///< of the command, before this word
  std::string customer;                  ///< the value of --customer; empty where it was not typed
};
using DataSource = std::function<std::vector<Candidate>(const DataQuestion&)>;

/// Completes the last of `words` (those after the program's name): returns the words that may stand in its place.
/// Subcommands, options and fixed vocabularies come from the specs, everything else from `data`. The single candidates
/// `:file` and `:directory` ask the shell to complete paths.
std::vector<Candidate> complete_words(const Catalog& catalog, const std::vector<std::string>& words,
                                      const DataSource& data);

}  // namespace crmtrack::cli
