#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// Somebody was told something, or was not, and why.
struct Notification {
  std::optional<CaseIndex> complaint;  ///< none: it concerns no single complaint
  util::Instant at{};
  std::string id, rule, event, promise, to, role;
  std::string state;   ///< queued, retry, sent, failed, suppressed or digested
  std::string detail;  ///< why
};

/// Reports the notifications of rules: counts by state and by the reason of what was not sent, and each notification.
Report make_notifications(const Input& input, const std::vector<Notification>& notifications);

}  // namespace crmtrack::report
