#include "tick/rule/event.hpp"

#include <algorithm>
#include <map>

#include "index/read/notices.hpp"
#include "index/read/rule_events.hpp"
#include "record/machine_place.hpp"
#include "story/promise.hpp"
#include "story/words.hpp"
#include "util/id.hpp"

namespace crmtrack::tick {

namespace {

using What = policy::RuleEvent::What;

bool asks_for(const std::vector<const policy::Rule*>& rules, What what) {
  return std::ranges::any_of(
      rules,
      [&](const policy::Rule* rule) {
        return std::ranges::any_of(
            rule->on, [&](const policy::RuleEvent& event) { return event.what == what; });
      });
}

std::vector<record::Kind> kinds_of(const std::vector<const policy::Rule*>& rules) {
  std::vector<record::Kind> kinds;
  for (const policy::Rule* rule : rules)
    for (const policy::RuleEvent& event : rule->on)
      if (event.what == What::record && std::ranges::find(kinds, event.kind) == kinds.end())
        kinds.push_back(event.kind);
  return kinds;
}

int number_in(const record::Record& record, const char* field) {
  const yaml::Node* const value = record.body.find(field);
  return value == nullptr ? 0 : static_cast<int>(value->as_integer().value_or(0));
}

/// How many rules led to a record: a notification says it, and a delivery is of one.
int depth_of(session::Session& session, const index::RecordEvent& event) {
  if (event.record.kind == record::Kind::notification) return number_in(event.record, "depth") + 1;
  if (event.record.kind != record::Kind::delivery) return 1;
  const std::string about = event.record.text_of("about");
  for (const index::Notice& notice : index::notices_of(session.index(), event.story))
    if (notice.id == about) return notice.depth + 1;
  return 1;
}

Event event_of(session::Session& session, const index::RecordEvent& came) {
  const record::Record& record = came.record;
  Event event;
  event.what = {What::record, record.kind.known()};
  event.story = came.story;
  event.about = event.cause = record.id;
  // The id has the time at which it was recorded, whenever it happened.
  event.at = std::chrono::floor<std::chrono::seconds>(util::time_of_ulid(record.id).value_or(record.at.utc));
  event.by = record.by;
  event.level = number_in(record, "to_level");
  event.depth = depth_of(session, came);
  event.type = record.text_of("type");
  event.sentiment = record.text_of("sentiment");
  event.outcome = record.text_of("outcome");
  event.reason = record.text_of("reason");
  event.refs = record.body.texts_of("refs");
  event.is_mail = record.text_of("key").starts_with("mail");
  event.is_automatic = story::says_yes(record.body, "automatic");
  return event;
}

Event event_of(const index::PromiseEvent& owed, What what, util::Instant at) {
  Event event;
  event.what = {what, record::Kind::unknown};
  event.story = {record::StoryKind::complaint, owed.complaint};
  event.about = story::reference_of(owed.promise);
  event.cause = owed.promise.of;
  event.promise = owed.promise.kind;
  event.due = owed.promise.due_at;
  event.at = at;
  event.cycle = owed.promise.cycle;
  return event;
}

}  // namespace

std::vector<Event> find_events(session::Session& session, const std::vector<const policy::Rule*>& rules,
                               util::Instant since) {
  const util::Instant now = session.now();
  std::vector<Event> events;
  if (const auto kinds = kinds_of(rules); !kinds.empty())
    for (const index::RecordEvent& came : index::records_since(session.index(), since, kinds))
      events.push_back(event_of(session, came));
  if (asks_for(rules, What::due_soon))
    for (const index::PromiseEvent& owed : index::promises_warned(session.index(), since, now))
      events.push_back(event_of(owed, What::due_soon, *owed.promise.warn_at));
  if (asks_for(rules, What::overdue))
    for (const index::PromiseEvent& owed : index::promises_broken(session.index(), since, now))
      events.push_back(event_of(owed, What::overdue, *owed.promise.due_at));
  std::erase_if(events, [](const Event& event) { return event.depth > kMostDepth; });
  std::ranges::stable_sort(events, {}, &Event::at);
  return events;
}

}  // namespace crmtrack::tick
