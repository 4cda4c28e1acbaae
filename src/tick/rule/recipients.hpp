#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/read/rule_events.hpp"
#include "policy/rules.hpp"
#include "session/session.hpp"

namespace crmtrack::tick {

/// Somebody whom a rule tells.
struct Recipient {
  policy::RuleRecipient::As as = policy::RuleRecipient::As::person;
  std::string mail;
  std::string held_back;  ///< why no message goes there; empty where one may
};

/// Somebody whom a rule names and cannot tell.
struct Unreached {
  std::string who;  ///< as the rule has it: `owner`
  std::string why;
};

struct Recipients {
  std::vector<Recipient> people;  ///< each mailbox once
  std::vector<Unreached> others;
};

/// The people whom a rule tells about a complaint; `subject` has its facts, and is null for what belongs to none. Those
/// who have left by `date` are not told. An address of the customer that only a mail has brought along is held back
/// until a colleague confirms it.
Recipients find_recipients(session::Session& session, const policy::Rules& rules, const policy::Rule& rule,
                           const std::string& complaint, const index::RuleSubject* subject, std::string_view date);
/// All who own an open complaint, for rules on schedule.
Recipients find_scheduled(session::Session& session, const policy::Rules& rules, const policy::Rule& rule,
                          std::string_view date);

}  // namespace crmtrack::tick
