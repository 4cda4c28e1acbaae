#include "session/check/object_checks.hpp"

#include <fmt/format.h>

#include "ledger/audit/lookalikes.hpp"
#include "ledger/audit/proof/damage.hpp"
#include "util/counted.hpp"

namespace crmtrack::session {

namespace {

/// The first finding, and how many more there are.
Check check_of(const char* name, const std::vector<ledger::Finding>& findings, std::string mend) {
  const ledger::Finding& first = findings.front();
  std::string message = first.path.empty() ? first.message : fmt::format("'{}': {}", first.path, first.message);
  if (findings.size() > 1) message += fmt::format(", and {} more", findings.size() - 1);
  return {name, first.severity == ledger::Severity::fault ? "fault" : "warning", std::move(message), std::move(mend)};
}

/// Bounded: a doctor takes a second at most. An audit of all looks at all.
Check check_objects(Session& session) {
  constexpr std::size_t kMost = 10000;
  const ledger::DamageSearch search = ledger::search_damage(session.ledger(), kMost);
  if (!search.findings.empty())
    return check_of("objects", search.findings, "crmtrack audit --full names all; man crmtrack-audit: Damaged objects");
  return {"objects",
          "ok",
          fmt::format("{}{} what their names say", search.is_all ? "all " : "the newest ",
                      util::counted(search.looked_at, "object") + (search.looked_at == 1 ? " is" : " are")),
          {}};
}

Check check_names(Session& session) {
  const std::vector<ledger::Finding> found = ledger::find_lookalikes(session.ledger().repository());
  if (found.empty()) return {"names", "ok", "plain git finds what crmtrack reads", {}};
  return check_of("names", found, std::string(ledger::mend_of(found.front().kind)));
}

}  // namespace

std::vector<std::pair<const char*, Check (*)(Session&)>> object_checks() {
  return {{"objects", check_objects}, {"names", check_names}};
}

}  // namespace crmtrack::session
