#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/catalog.hpp"
#include "command/spec.hpp"

namespace crmtrack::cli {

/// A word that would fit, and its meaning.
using Candidate = std::pair<std::string, std::string>;

/// The circumstances of a look into the data: who asks, from which repository.
struct DataQuestion {
  command::Completes completes = command::Completes::nothing;
  std::string prefix;
  std::string repo;     ///< -C, where it was typed
  std::string command;  ///< the command typed so far
};
using DataSource = std::function<std::vector<Candidate>(const DataQuestion&)>;

/// The words that may stand in place of the last of these words (those after the program's name). Subcommands, options
/// and fixed vocabularies come from the specs, everything else from `data`. The single candidates `:file` and
/// `:directory` ask the shell to complete paths.
std::vector<Candidate> complete_words(const Catalog& catalog, const std::vector<std::string>& words,
                                      const DataSource& data);

}  // namespace crmtrack::cli
