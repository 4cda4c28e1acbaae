#include "mail/deliver/notice_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/read/lookup.hpp"
#include "index/read/promises.hpp"
#include "index/read/rule_events.hpp"
#include "record/promise_reference.hpp"
#include "session/lookup.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"
#include "view/client_fields.hpp"
#include "view/local_time.hpp"
#include "view/record_text.hpp"

namespace crmtrack::mail {

namespace {

using document::Document;
using document::Figures;
using document::Heading;
using document::Paragraph;
using index::Notice;

constexpr std::size_t kMostLines = 50;

class Teller {
 public:
  Teller(session::Session& session, const policy::Rules& rules) : session_(session), rules_(rules) {}

  NoticeDocument tell(const Notice& notice, const std::vector<Notice>& gathered) {
    if (notice.event == "digest") return digest(gathered);
    if (notice.event == "schedule") return schedule(notice);
    const auto subject = index::find_rule_subject(session_.index(), notice.story.id);
    return notice.role == "customer" ? to_customer(notice, subject) : to_us(notice, subject);
  }

 private:
  std::string short_of(const Notice& notice) const {
    if (notice.story.kind != record::StoryKind::complaint) return std::string(util::complaint_tail(notice.story.id));
    return session::short_id(session_, notice.story.id);
  }

  std::string due_text(const Notice& notice) const {
    return notice.due ? fmt::format("due {}", view::local_time(session_.ledger_zone(), *notice.due)) : std::string();
  }

  /// `overdue: first_response`, `activity`.
  static std::string event_text(const Notice& notice) {
    std::string text = notice.event;
    std::ranges::replace(text, '_', ' ');
    return notice.promise.empty() ? text : fmt::format("{}: {}", text, notice.promise);
  }

  /// The first paragraph: the rule's own words.
  void add_rule_text(const Notice& notice, Document& document) const {
    const policy::Rule* const rule = rules_.find(notice.rule);
    if (rule != nullptr && !rule->text.empty()) document.add(Paragraph{{{rule->text}}});
  }

  void add_why(const Notice& notice, Document& document) const {
    document.add(Paragraph{
        {{fmt::format("The rule '{}' tells you this as {}.", notice.rule, notice.role), document::Role::dim}}});
  }

  /// The entry of the record that a notification is about; null where there is none.
  const story::Entry* find_about(const story::Story& story, const Notice& notice) const {
    const std::string id(record::parse_promise_reference(notice.about).record);
    const auto found = std::ranges::find_if(
        story.entries, [&](const story::Entry& entry) { return entry.record.id == id && entry.counts(); });
    return found == story.entries.end() ? nullptr : &*found;
  }

  NoticeDocument to_us(const Notice& notice, const std::optional<index::RuleSubject>& subject) {
    NoticeDocument told;
    told.subject = fmt::format("{} {}", short_of(notice), event_text(notice));
    Document& document = told.document;
    document.add(Heading{told.subject, 1});
    add_rule_text(notice, document);
    Figures figures;
    const auto add = [&](const char* label, const std::string& value) {
      if (!value.empty()) figures.items.push_back({label, value, {}, document::Role::plain});
    };
    if (notice.due) add("due", view::local_time(session_.ledger_zone(), *notice.due));
    if (subject) {
      add("customer", subject->customer);
      add("project", subject->project);
      add("severity", subject->severity);
      add("status", subject->status);
      add("level", subject->level > 0 ? fmt::to_string(subject->level) : "");
      add("owner", subject->owner);
      add("summary", subject->summary);
      if (!subject->severity.empty()) told.subject += fmt::format(", severity {}", subject->severity);
    }
    document.add(std::move(figures));
    add_record(notice, document);
    document.add(Paragraph{{{"crmtrack show " + short_of(notice)}}});
    add_why(notice, document);
    return told;
  }

  /// Adds the words of the record that set the rule off.
  void add_record(const Notice& notice, Document& document) {
    if (!notice.promise.empty()) return;
    const auto story = index::find_story(session_.index(), notice.story);
    const story::Entry* const entry = story ? find_about(*story, notice) : nullptr;
    if (entry == nullptr) return;
    document.add(Heading{
        fmt::format("{}, by {}", view::headline_of(entry->record, &session_.ledger_zone()), entry->record.by), 2});
    for (const view::LabelledText& text : view::texts_of(entry->record, &session_.ledger_zone()))
      document.add(Paragraph{{{text.label.empty() ? text.text : fmt::format("{}: {}", text.label, text.text)}}});
  }

  NoticeDocument to_customer(const Notice& notice, const std::optional<index::RuleSubject>& subject) {
    NoticeDocument told;
    told.subject = fmt::format("Your complaint {}", short_of(notice));
    Document& document = told.document;
    document.add(Heading{told.subject, 1});
    add_rule_text(notice, document);
    const auto story = index::find_story(session_.index(), notice.story);
    const story::Entry* const entry = story ? find_about(*story, notice) : nullptr;
    if (!notice.promise.empty()) {
      const std::string what = promise_in_words(notice);
      document.add(Paragraph{{{notice.due ? fmt::format("{} ({})", what, due_text(notice)) : what}}});
    } else if (entry != nullptr) {
      const view::ClientFields fields(entry->record, subject ? std::string_view(subject->channel) : "");
      if (fields.is_visible())
        for (const char* const name : {"summary", "description", "text"})
          if (const std::string text = fields.text_of(name); !text.empty()) document.add(Paragraph{{{text}}});
    }
    document.add(Paragraph{{{"You can answer this mail."}}});
    return told;
  }

  static std::string promise_in_words(const Notice& notice) {
    if (notice.promise == "confirm") return "We have answered, and ask you to say whether that settles it.";
    if (notice.promise == "information") return "We have asked you for information, and wait for it.";
    if (notice.promise == "reply") return "We have asked you a question, and wait for your answer.";
    return "We owe you an answer that you were to have by now.";
  }

  NoticeDocument digest(const std::vector<Notice>& gathered) {
    NoticeDocument told;
    told.subject = fmt::format("{} notifications", gathered.size());
    told.document.add(Heading{told.subject, 1});
    document::Table table;
    table.columns = {{"complaint", "Complaint"}, {"event", "What"}, {"due", "Due"}, {"rule", "Rule"}};
    for (const Notice& each : gathered)
      table.rows.push_back({{short_of(each)},
                            {event_text(each)},
                            {each.due ? view::local_time(session_.ledger_zone(), *each.due) : ""},
                            {each.rule}});
    told.document.add(std::move(table));
    told.is_empty = gathered.empty();
    told.document.add(Paragraph{{{"Rules of crmtrack have gathered these for you.", document::Role::dim}}});
    return told;
  }

  /// An owner gets what they owe by the end of the day; others get all that is overdue.
  NoticeDocument schedule(const Notice& notice) {
    NoticeDocument told;
    index::PromiseSelection selection;
    selection.now = session_.now();
    const bool is_owner = notice.role == "owner";
    const util::Zone& zone = session_.ledger_zone();
    selection.until =
        is_owner ? zone.start_of(std::chrono::year_month_day(
                       std::chrono::floor<std::chrono::days>(zone.to_local(session_.now())) + std::chrono::days(1)))
                 : session_.now();
    if (is_owner) {
      selection.whose = index::PromiseSelection::Whose::people;
      selection.people = {notice.to};
    }
    const std::size_t count = index::count_promises(session_.index(), selection);
    selection.limit = kMostLines;
    told.subject = is_owner ? fmt::format("{} due today or before", count) : fmt::format("{} overdue", count);
    told.is_empty = count == 0;
    told.document.add(Heading{told.subject, 1});
    add_rule_text(notice, told.document);
    document::Table table;
    table.columns = {
        {"due", "Due"}, {"complaint", "Complaint"}, {"promise", "Promise"}, {"who", "Who"}, {"severity", "Severity"}};
    for (const index::PromiseRow& row : index::promises(session_.index(), selection))
      table.rows.push_back(
          {{row.promise.due_at ? view::local_time(zone, *row.promise.due_at) : ""},
           {row.story.kind == record::StoryKind::complaint ? session::short_id(session_, row.story.id) : row.story.id},
           {std::string(record::name_of(row.promise.kind))},
           {row.promise.who},
           {row.severity}});
    told.document.add(std::move(table));
    if (count > kMostLines)
      told.document.add(Paragraph{{{fmt::format("{} more: crmtrack agenda", count - kMostLines)}}});
    add_why(notice, told.document);
    return told;
  }

  session::Session& session_;
  const policy::Rules& rules_;
};

}  // namespace

NoticeDocument notice_document(session::Session& session, const policy::Rules& rules, const Notice& notice,
                               const std::vector<Notice>& gathered) {
  return Teller(session, rules).tell(notice, gathered);
}

}  // namespace crmtrack::mail
