#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/index.hpp"
#include "record/path.hpp"
#include "record/promise_reference.hpp"
#include "record/record.hpp"
#include "story/promise.hpp"
#include "util/time.hpp"

/// The events that rules look for: records that came, and promises whose time has come.
namespace crmtrack::index {

/// A record that came to the ledger.
struct RecordEvent {
  record::StoryRef story;
  record::Record record;
};
/// The records of these kinds that were recorded at or after a time and count, in order of that time.
std::vector<RecordEvent> records_since(const Index& index, util::Instant since, const std::vector<record::Kind>& kinds);

/// An open promise of a complaint.
struct PromiseEvent {
  std::string complaint;
  story::Promise promise;
};
/// The open promises that fell due at or after a time and before another one.
std::vector<PromiseEvent> promises_broken(const Index& index, util::Instant since, util::Instant until);
/// The open promises that became due soon in that time and are not due before `until`.
std::vector<PromiseEvent> promises_warned(const Index& index, util::Instant since, util::Instant until);

/// Whether a promise of a complaint is open: of this kind, and the one that the reference names.
bool is_promise_open(const Index& index, const std::string& complaint, const std::string& kind,
                     const record::PromiseReference& reference);

/// The facts of a complaint that rules and messages ask for.
struct RuleSubject {
  std::string customer, contact, project, channel, reason, severity, vulnerable, segment, region, owner, manager,
      summary, status;
  int level = 0, cycle = 1;
  bool is_by_mail = false;  ///< a mail made it, and its contact is whoever that mail says
};
/// The people who own an open complaint.
std::vector<std::string> open_owners(const Index& index);
std::optional<RuleSubject> find_rule_subject(const Index& index, const std::string& complaint);

}  // namespace crmtrack::index
