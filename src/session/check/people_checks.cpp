#include "session/check/people_checks.hpp"

#include <chrono>

#include "index/read/due.hpp"
#include "index/read/notices.hpp"
#include "index/read/overview.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "util/counted.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::session {

Check check_leavers(Session& session) {
  const query::Filter filter = parse_filter(session, {"owner:left", "status.not:closed,withdrawn,void"});
  const std::size_t count = index::count(session.index(), filter, session.moment(filter));
  if (count == 0) return {"leavers", "ok", "nobody who left owns a complaint", {}};
  return {"leavers", "warning", util::counted(count, "complaint") + " of people who left",
          "crmtrack list owner:left; crmtrack assign --filter 'owner:left status.not:closed,withdrawn,void' PERSON"};
}

Check check_contested_customers(Session& session) {
  constexpr std::size_t kNamed = 5;
  std::vector<std::string> ids = index::Overview(session.index()).contested_customers(kNamed + 1);
  if (ids.empty()) return {"contested customers", "ok", "no customer is contested", {}};
  const bool more = ids.size() > kNamed;
  if (more) ids.back() = "…";
  return {"contested customers", "warning", "contested: " + util::join(ids, ", "),
          "crmtrack customer list --contested; crmtrack customer edit says what is right"};
}

Check check_tick(Session& session) {
  const std::size_t count = index::count_due(session.index(), session.now() - std::chrono::days(1));
  if (count == 0) return {"tick", "ok", "nothing has waited for it for more than a day", {}};
  return {"tick", "warning",
          util::counted(count, "complaint") + " would have gone up, or been resolved by silence, more than a day ago",
          "crmtrack tick; let cron or systemd run it: crmtrack-tick(1)"};
}

Check check_messages(Session& session) {
  constexpr std::chrono::days kLately{14};
  const util::Instant now = session.now();
  if (const std::size_t failed = index::count_failed(session.index(), now - kLately); failed > 0)
    return {"messages", "warning", util::counted(failed, "message") + " failed for good in the last 14 days",
            "crmtrack report notifications --table reasons says why; docs/mail.md, Send mail"};
  const std::size_t waiting = index::count_waiting(session.index(), now - kLately, now - std::chrono::days(1));
  if (waiting == 0) return {"messages", "ok", "no message has waited for more than a day", {}};
  return {"messages", "warning", util::counted(waiting, "message") + " of rules could have been sent a day ago",
          "let the host that runs crmtrack tick deliver: git config --global crmtrack.deliver true"};
}

}  // namespace crmtrack::session
