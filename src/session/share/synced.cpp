#include "session/share/synced.hpp"

#include <algorithm>

#include "ledger/read/read_range.hpp"
#include "ledger/rule/path_kind.hpp"

namespace crmtrack::session {

std::size_t count_new_records(const ledger::Ledger& ledger, const std::string& older, const std::string& newer) {
  if (newer.empty() || older == newer) return 0;
  const ledger::Range range = ledger::read_range(ledger.repository(), older, newer, {});
  return static_cast<std::size_t>(std::count_if(range.added.begin(), range.added.end(), [](const ledger::Added& file) {
    return ledger::is_record_path(file.path);
  }));
}

}  // namespace crmtrack::session
