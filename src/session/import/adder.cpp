#include "session/import/adder.hpp"

#include <fmt/format.h>

#include "ledger/read/read_range.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {

std::map<std::string, std::string> find_adders(Session& session, const std::string& head,
                                               const std::set<std::string>& paths) {
  std::map<std::string, std::string> adders;
  if (paths.empty() || head.empty()) return adders;
  const ledger::Range range = ledger::read_range(session.ledger().repository(), "", head, {});
  for (const ledger::Added& added : range.added) {
    if (!paths.contains(std::string(added.path))) continue;
    adders.try_emplace(std::string(added.path), fmt::format("{}, commit {}", util::visible_line(range.author_of(added)),
                                                            range.commit_of(added).id.hex().substr(0, 10)));
  }
  return adders;
}

std::string find_adder(Session& session, const std::string& head, const std::string& path) {
  const auto adders = find_adders(session, head, {path});
  return adders.empty() ? std::string() : adders.begin()->second;
}

}  // namespace crmtrack::session
