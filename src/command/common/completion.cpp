#include "command/common/completion.hpp"

#include "index/read/lookup.hpp"
#include "index/read/select.hpp"
#include "query/filter.hpp"
#include "record/filter_keys.hpp"
#include "session/lookup.hpp"
#include "session/share/lost_ledger.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

namespace {

using Candidates = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kMostComplaints = 50;

Candidates complaints(Context& context) {
  Candidates found;
  const query::Filter filter = session::parse_filter({"status:open"});
  for (const index::Row& row : index::select(context.index(), {filter, context.moment(filter), {}, kMostComplaints}))
    found.emplace_back(short_id(context, row.id), row.customer + ": " + row.summary);
  return found;
}

Candidates customers(Context& context) {
  Candidates found;
  for (const std::string& id : index::customer_ids(context.index())) found.emplace_back(id, "");
  return found;
}

Candidates policy_words(Context& context, Completes completes) {
  const policy::Policy& policy = context.policy();
  Candidates found;
  if (completes == Completes::project)
    for (const policy::Project& project : policy.projects) found.emplace_back(project.id, project.name);
  if (completes == Completes::reason)
    for (const policy::Reason& reason : policy.reasons)
      if (reason.valid_to.empty()) found.emplace_back(reason.code, reason.label);
  if (completes == Completes::level)
    for (const policy::Level& level : policy.levels) found.emplace_back(std::to_string(level.level), level.name);
  if (completes == Completes::person) {
    found.emplace_back("me", "you");
    for (const policy::Person& person : policy.people) found.emplace_back(person.email, person.name);
  }
  return found;
}

Candidates filter_keys() {
  Candidates found;
  for (const query::KeySpec& key : record::complaint_keys()) found.emplace_back(std::string(key.name) + ":", "");
  return found;
}

}  // namespace

Candidates complete(Context& context, Completes completes, const std::string& prefix) {
  Candidates found;
  // Bringing the branch back has to be told, and a shell that completes has no place for a message.
  if (const auto location = context.find_location(); location && session::is_ledger_gone(*location)) return found;
  switch (completes) {
    case Completes::complaint:
      found = complaints(context);
      break;
    case Completes::customer:
      found = customers(context);
      break;
    case Completes::filter:
      found = filter_keys();
      break;
    default:
      found = policy_words(context, completes);
      break;
  }
  std::erase_if(found, [&](const auto& candidate) { return !candidate.first.starts_with(prefix); });
  return found;
}

}  // namespace crmtrack::command
