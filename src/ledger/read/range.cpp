#include "ledger/read/range.hpp"

#include <fmt/format.h>

#include "util/text/safe.hpp"

namespace crmtrack::ledger {

std::string line_of(const Range::Fault& fault) {
  const std::string commit = fault.commit.substr(0, 12);
  if (fault.path.empty()) return fmt::format("commit {}: {}", commit, fault.message);
  return fmt::format("commit {}: '{}' {}", commit, util::visible_line(fault.path), fault.message);
}

}  // namespace crmtrack::ledger
