#include "ledger/main/foreign_files.hpp"

#include <fmt/format.h>

#include "ledger/main/paths.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/read/contents.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {

std::vector<std::string> find_foreign_files(const Ledger& ledger) {
  std::vector<std::string> found;
  const std::string head = ledger.main_head();
  if (head.empty()) return found;
  const std::vector<std::string> allows = main_allows_at(ledger.repository(), head);
  for (const char* const folder : {"", "policy"}) {
    for (const File& file : list_files(ledger.repository(), head, folder))
      if (const auto fault = main_path_fault(file.path, git::kFileMode, allows))
        found.push_back(fmt::format("{}: {}", util::visible_line(fault->path), fault->message));
  }
  return found;
}

}  // namespace crmtrack::ledger
