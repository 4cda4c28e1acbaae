#pragma once

#include <cstdint>
#include <functional>

namespace crmtrack::git {

/// How a long piece of work tells how far it is, and asks whether to go on.
struct Progress {
  std::function<void(std::uint64_t done, std::uint64_t total)> report;  ///< may be empty; total 0: not known
  std::function<bool()> interrupted;                                    ///< may be empty
};

}  // namespace crmtrack::git
