#include "tick/rule/firing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "index/read/notices.hpp"
#include "index/read/rule_events.hpp"
#include "policy/calendars.hpp"
#include "policy/dated.hpp"
#include "query/filter_match.hpp"
#include "record/machine_place.hpp"
#include "story/machine_key.hpp"
#include "tick/rule/event.hpp"
#include "tick/rule/event_row.hpp"
#include "tick/rule/schedule.hpp"
#include "util/id.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::tick {

namespace {

using policy::Digest;
using policy::Rule;
using What = policy::RuleEvent::What;
using yaml::Node;

/// The notifications that there are already.
class Told {
 public:
  void add(const Notification& told) {
    add(told.made.record.text_of("key"), told.rule, told.story.id, told.to, told.at, told.outcome == "queued",
        told.digest == Digest::none && told.event != "digest");
  }
  void add(const index::Notice& told) {
    add(told.key, told.rule, told.story.id, told.to, told.at, told.outcome == "queued",
        (told.digest.empty() || told.digest == "none") && told.event != "digest");
  }
  [[nodiscard]] bool has(const std::string& key) const { return keys_.contains(key); }
  [[nodiscard]] bool has_lately(const std::string& rule, const std::string& story, const std::string& to,
                                util::Instant at, std::chrono::seconds window) const {
    const auto found = by_subject_.find(rule + "/" + story + "/" + util::mailbox_key(to));
    return found != by_subject_.end() && std::ranges::any_of(found->second, [&](util::Instant earlier) {
             return earlier <= at && at - earlier < window;
           });
  }
  /// How many single messages this mailbox has got in the time before.
  [[nodiscard]] std::ptrdiff_t count_within(const std::string& to, util::Instant at, std::chrono::hours window) const {
    const auto found = by_recipient_.find(util::mailbox_key(to));
    if (found == by_recipient_.end()) return 0;
    return std::ranges::count_if(found->second,
                                 [&](util::Instant earlier) { return earlier <= at && at - earlier < window; });
  }

 private:
  void add(const std::string& key, const std::string& rule, const std::string& story, const std::string& to,
           util::Instant at, bool is_queued, bool is_single) {
    keys_.insert(key.substr(0, key.rfind('/')));  // without the recipient: a rule fires for all of them at once
    if (!is_queued) return;
    by_subject_[rule + "/" + story + "/" + util::mailbox_key(to)].push_back(at);
    if (is_single) by_recipient_[util::mailbox_key(to)].push_back(at);
  }

  std::set<std::string> keys_;
  std::map<std::string, std::vector<util::Instant>> by_subject_, by_recipient_;
};

class Firing {
 public:
  Firing(session::Session& session, const policy::Rules& rules, Past past)
      : session_(session), rules_(rules), past_(past) {}

  Fired run(const std::vector<const Rule*>& firing, util::Instant since) {
    remember(firing, since);
    for (const Rule* rule : firing)
      if (rule->schedule) fire_schedule(*rule, since);
    for (const Event& event : find_events(session_, firing, since))
      for (const Rule* rule : firing)
        if (is_on(*rule, event)) fire(*rule, event);
    return std::move(fired_);
  }

 private:
  void remember(const std::vector<const Rule*>& firing, util::Instant since) {
    if (past_ == Past::is_unseen) return;
    std::chrono::seconds window = std::chrono::days(1);
    for (const Rule* rule : firing) window = std::max(window, rule->dedup);
    for (const index::Notice& told : index::notices_since(session_.index(), since - window)) told_.add(told);
  }

  bool is_on(const Rule& rule, const Event& event) {
    if (std::ranges::find(rule.on, event.what) == rule.on.end()) return false;
    return past_ == Past::is_unseen || !rule.since || event.at >= *rule.since;
  }

  /// The subject of an event; null where it belongs to no complaint.
  const index::RuleSubject* subject_of(const record::StoryRef& story) {
    if (story.kind != record::StoryKind::complaint) return nullptr;
    auto found = subjects_.find(story.id);
    if (found == subjects_.end())
      found = subjects_.emplace(story.id, index::find_rule_subject(session_.index(), story.id)).first;
    return found->second ? &*found->second : nullptr;
  }

  const query::Matcher& matcher_of(const Rule& rule) {
    auto found = matchers_.find(&rule);
    if (found == matchers_.end())
      found = matchers_
                  .emplace(&rule, query::Matcher(rule.filter, policy::rule_keys(),
                                                 {session_.now(), session_.ledger_zone(), {}}))
                  .first;
    return found->second;
  }

  void fire(const Rule& rule, const Event& event) {
    const std::string_view kind = event.promise ? record::name_of(*event.promise) : policy::name_of(event.what);
    const std::string key = fmt::format("rule/{}/{}/{}@{}/{}/{}/{}", rule.name, event.story.id, kind, event.about,
                                        policy::name_of(event.what), event.level, event.cycle);
    if (told_.has(key)) return;
    const index::RuleSubject* const subject = subject_of(event.story);
    const EventRow row(event, subject);
    if (!matcher_of(rule).matches(row)) return;
    const calendar::Calendar* const calendar = calendar_of(rule, row, event.at);
    const Recipients found =
        find_recipients(session_, rules_, rule, event.story.id, subject, policy::date_of_entries(event.at));
    for (const Unreached& other : found.others)
      fired_.others.push_back({rule.name, std::string(policy::name_of(event.what)), event.story, other.who, other.why});
    for (const Recipient& recipient : found.people) {
      Notification told = decide(rule, event, recipient, calendar);
      told.customer = subject == nullptr ? std::string() : subject->customer;
      told.made = make(told, event, key + "/" + story::recipient_mark(recipient.mail));
      told_.add(told);
      fired_.notifications.push_back(std::move(told));
    }
  }

  void fire_schedule(const Rule& rule, util::Instant since) {
    const calendar::Calendar* const calendar = calendar_of(rule, EventRow({}, nullptr), session_.now());
    if (calendar == nullptr) return;
    const auto slot = last_slot(*rule.schedule, calendar->plan().zone, session_.now());
    if (!slot || *slot < since || (past_ == Past::counts && rule.since && *slot < *rule.since)) return;
    const std::string key = fmt::format("rule/{}/schedule/{}", rule.name, util::format_utc(*slot));
    if (told_.has(key)) return;
    const Recipients found = find_scheduled(session_, rules_, rule, policy::date_of_entries(*slot));
    for (const Unreached& other : found.others)
      fired_.others.push_back({rule.name, "schedule", {record::StoryKind::journal, {}}, other.who, other.why});
    for (const Recipient& recipient : found.people) {
      const std::string full = key + "/" + story::recipient_mark(recipient.mail);
      Event event;
      event.what = {What::schedule, record::Kind::unknown};
      event.story = {record::StoryKind::journal, util::make_complaint_id(*slot, record::random_of_source(full))};
      event.at = *slot;
      Notification told = decide(rule, event, recipient, calendar);
      told.made = make(told, event, full);
      told_.add(told);
      fired_.notifications.push_back(std::move(told));
    }
  }

  /// The calendar whose hours count: the rule's, the project's, the default; null where policy has none.
  const calendar::Calendar* calendar_of(const Rule& rule, const query::Row& row, util::Instant at) {
    const story::Clocks& clocks = session_.terms().clocks;
    const std::string date = policy::date_of_entries(at);
    if (!rule.calendar.empty())
      if (const auto* named = clocks.find_calendar(rule.calendar, date)) return named;
    if (const auto* standing = clocks.calendar_of(row, at)) return standing;
    return clocks.find_calendar(policy::kDefaultCalendar, date);
  }

  /// Whether the recipient is told, when, and why not.
  Notification decide(const Rule& rule, const Event& event, const Recipient& recipient,
                      const calendar::Calendar* calendar) {
    Notification told;
    told.story = event.story;
    told.rule = rule.name;
    told.event = policy::name_of(event.what);
    told.about = event.about;
    if (event.promise) told.promise = record::name_of(*event.promise);
    told.to = recipient.mail;
    told.as = recipient.as;
    told.at = event.at;
    told.detail = why_not(rule, event, recipient);
    told.outcome = told.detail.empty() ? "queued" : "suppressed";
    if (told.outcome == "queued") set_time(rule, calendar, told);
    return told;
  }

  std::string why_not(const Rule& rule, const Event& event, const Recipient& recipient) {
    if (!event.by.empty() && util::is_same_mailbox(event.by, recipient.mail)) return "self";
    if (rule.state == Rule::State::paused) return "paused";
    if (!recipient.held_back.empty()) return recipient.held_back;
    // No backscatter: who forges a sender's address makes us send at most one mail a day there.
    const bool is_answer = event.is_mail && recipient.as == policy::RuleRecipient::As::customer;
    if (is_answer && event.is_automatic) return "a program wrote it";
    if (is_answer && told_.count_within(recipient.mail, event.at, std::chrono::hours(24)) > 0)
      return "one automatic answer a day";
    if (rule.dedup.count() > 0 && told_.has_lately(rule.name, event.story.id, recipient.mail, event.at, rule.dedup))
      return "dedup";
    return {};
  }

  void set_time(const Rule& rule, const calendar::Calendar* calendar, Notification& told) {
    told.digest = rule.digest;
    if (told.digest == Digest::none && told_.count_within(told.to, told.at, std::chrono::hours(1)) >= kMostAnHour) {
      told.digest = Digest::hourly;
      told.detail = "cap";
    }
    if (calendar == nullptr) return;
    util::Instant at = told.at;
    if (told.digest != Digest::none) at = digest_time(told.digest, *calendar, at).value_or(at);
    if (told.event == "schedule") return;  // its time was chosen
    const util::Instant loud = first_loud(rule.quiet, *calendar, at).value_or(at);
    if (loud > at && told.detail.empty()) told.detail = "quiet";
    if (loud > told.at) told.send_after = loud;
  }

  static record::MachineRecord make(const Notification& told, const Event& event, const std::string& key) {
    Node fields = Node::map();
    const auto set = [&](const char* name, const std::string& text) {
      if (!text.empty()) fields.set(name, Node::scalar(text));
    };
    set("rule", told.rule);
    set("event", told.event);
    set("about", told.about);
    set("promise", told.promise);
    if (event.due) set("due", util::format_utc(*event.due));
    set("to", told.to);
    set("as", std::string(policy::name_of(told.as)));
    set("channel", "email");
    set("outcome", told.outcome);
    set("detail", told.detail);
    if (told.send_after) set("send_after", util::format_utc(*told.send_after));
    if (told.digest != Digest::none) set("digest", std::string(policy::name_of(told.digest)));
    fields.set("depth", Node::integer(event.depth));
    return record::make_machine_record({.kind = record::Kind::notification,
                                        .key = key,
                                        .at = {event.at, {}},
                                        .by = record::kMachine,
                                        .cause = event.cause,
                                        .fields = std::move(fields)});
  }

  session::Session& session_;
  const policy::Rules& rules_;
  Past past_;
  Told told_;
  std::map<std::string, std::optional<index::RuleSubject>> subjects_;
  std::map<const Rule*, query::Matcher> matchers_;
  Fired fired_;
};

}  // namespace

Fired fire_rules(session::Session& session, const policy::Rules& rules, const std::vector<const Rule*>& firing,
                 util::Instant since, Past past) {
  return Firing(session, rules, past).run(firing, since);
}

}  // namespace crmtrack::tick
