#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// A word to complete, and the words before it that tell what may stand there.
struct CompletionQuestion {
  Completes completes = Completes::nothing;
  std::string prefix;
  std::vector<std::string> positionals;  ///< of the command, before this word
  std::string customer;                  ///< the value of --customer; empty where it was not typed
};

/// A word and its description.
using Candidates = std::vector<std::pair<std::string, std::string>>;

/// Completes a word that begins with `prefix` from the data. Only reads. Throws where there is no repository.
Candidates complete(Context& context, const CompletionQuestion& question);

/// The words of the data that a kind of thing has: customers, projects, reasons, people, levels.
Candidates words_of(Context& context, Completes completes);

}  // namespace crmtrack::command
