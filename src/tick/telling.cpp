#include "tick/telling.hpp"

#include <utility>

#include "policy/dated.hpp"
#include "session/write_machine.hpp"

namespace crmtrack::tick {

policy::Rules rules_in_force(session::Session& session) {
  (void)session.index();  // which has the policy in force
  policy::Files files;
  for (const char* const name : {"rules.yaml", "lists.yaml"})
    if (std::string text = session.policy_text(name); !text.empty()) files[name] = std::move(text);
  return policy::load_rules(files, session.policy());
}

std::vector<Notification> tell(session::Session& session, const policy::Rules& rules) {
  std::vector<Notification> told;
  const util::Instant now = session.now();
  const auto firing = rules.holding(policy::date_of_entries(now));
  if (firing.empty()) return told;
  session::write_machine_records(session, [&] {
    told = fire_rules(session, rules, firing, now - kFresh, Past::counts).notifications;
    std::vector<session::MachineDraft> drafts;
    for (const Notification& each : told) drafts.push_back({each.story, each.made, each.customer});
    return drafts;
  });
  return told;
}

}  // namespace crmtrack::tick
