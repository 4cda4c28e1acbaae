#pragma once

#include <cstdint>
#include <functional>

namespace crmtrack::git {

/// Lets a long piece of work report its progress, and ask whether to go on.
struct Progress {
  std::function<void(std::uint64_t done, std::uint64_t total)> report;  ///< may be empty; total 0: not known
  std::function<bool()> interrupted;                                    ///< may be empty
};

}  // namespace crmtrack::git
