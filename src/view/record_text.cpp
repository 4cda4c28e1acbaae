#include "view/record_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/kinds.hpp"
#include "record/promise_reference.hpp"
#include "story/promise_name.hpp"
#include "story/short_record.hpp"
#include "story/words.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/notice_text.hpp"

namespace crmtrack::view {

using document::Line;
using document::Lines;
using document::Role;

namespace {

/// Whether the headline, or the text below it, already tells a field. Every record has the first four.
bool is_told(record::StatedKind kind, std::string_view key) {
  if (key == "kind" || key == "at" || key == "by" || key == "after" || key == "text") return true;
  const record::FieldSpec* const field = record::find_field(kind.known(), key);
  return field != nullptr && field->told == record::Told::headline;
}

std::string node_text(const yaml::Node& node) {
  if (node.is_scalar()) return node.text;
  std::vector<std::string> parts;
  for (const yaml::Node& item : node.items) parts.push_back(node_text(item));
  for (const auto& [key, value] : node.entries) parts.push_back(fmt::format("{} {}", key, node_text(value)));
  return util::join(parts, node.is_list() ? "; " : ", ");
}

/// Lists of maps in words: what is promised and by when, who is a contact, which files are attached.
std::string item_text(std::string_view key, const yaml::Node& item, const util::Zone* zone) {
  const auto by = [&](const std::string& due) {
    return due.empty() ? std::string() : fmt::format(", by {}", stated_time(due, zone));
  };
  if (key == "promises") return item.text_of("what") + by(item.text_of("due"));
  if (key == "contacts") return fmt::format("{} <{}>", item.text_of("name"), item.text_of("mail"));
  if (key == "attachments") return fmt::format("{} ({} bytes)", item.text_of("name"), item.text_of("size"));
  const std::string what = item.text_of("what");
  return (what == "none" ? std::string("nothing") : what) + by(item.text_of("due"));
}

/// The name of a promise in words: `commitment of 5v0k`.
std::string promise_text(const std::string& text) {
  const story::PromiseName name = story::parse_promise_name(text);
  if (!name.of) return text;
  const std::string number = name.of->n == 0 ? "" : fmt::format(".{}", name.of->n);
  return fmt::format("{} of {}{}", name.kind, story::shortened(name.of->record), number);
}

/// The waiver of a promise by its name as one types it, `commitment@5v0k`, or of the review.
std::string waiver_headline(const std::string& promise) {
  const story::PromiseName name = story::parse_promise_name(promise);
  if (!name.of) return "waiver of " + promise;
  const std::string number = name.of->n == 0 ? "" : fmt::format(".{}", name.of->n);
  return fmt::format("waiver of {}@{}{}", name.kind, story::shortened(name.of->record), number);
}

std::vector<std::string> texts_in(const yaml::Node& list) {
  std::vector<std::string> texts;
  for (const yaml::Node& item : list.items) texts.push_back(item.text);
  return texts;
}

/// A review of a step in words: `double charges a month: 12 before, 0 after`.
std::string effect_text(const yaml::Node& effect) {
  std::vector<std::string> parts;
  for (const char* when : {"before", "after"})
    if (const std::string value = effect.text_of(when); !value.empty())
      parts.push_back(fmt::format("{} {}", value, when));
  const std::string measure = effect.text_of("measure");
  return parts.empty() ? measure : fmt::format("{}: {}", measure, util::join(parts, ", "));
}

std::string tails_of(const std::vector<std::string>& ids) {
  std::vector<std::string> tails;
  for (const std::string& text : ids) {
    const record::PromiseReference named = record::parse_promise_reference(text);
    std::string tail = story::shortened(named.record);
    tails.push_back(named.n == 0 ? std::move(tail) : fmt::format("{}.{}", tail, named.n));
  }
  return util::join(tails, ", ");
}

std::string field_text(std::string_view key, const yaml::Node& node, const util::Zone* zone) {
  if (node.is_scalar() && (key == "due" || key == "waiting_until" || key == "at")) return stated_time(node.text, zone);
  if (node.is_scalar() && (key == "promise" || key == "waiting_for")) return promise_text(node.text);
  if (key == "expects" && node.is_map()) return item_text(key, node, zone);
  if (key == "effect" && node.is_map()) return effect_text(node);
  if (key == "needs" && node.is_list()) return tails_of(texts_in(node));
  if (!node.is_list() || (key != "promises" && key != "contacts" && key != "attachments")) return node_text(node);
  std::vector<std::string> parts;
  for (const yaml::Node& item : node.items) parts.push_back(item_text(key, item, zone));
  return util::join(parts, "; ");
}

std::string settings_text(const yaml::Node* set, const util::Zone* zone) {
  if (set == nullptr) return {};
  std::vector<std::string> parts;
  for (const auto& [key, value] : set->entries)
    parts.push_back(fmt::format("{} = {}", key, field_text(key, value, zone)));
  return util::join(parts, ", ");
}

std::string complaint_headline(const record::Record& record) {
  const std::string channel = record.text_of("channel");
  return channel.empty() ? "complaint received" : "complaint received by " + channel;
}

std::string change_headline(const record::Record& record, const util::Zone* zone) {
  const std::string evidence = record.text_of("evidence");
  const yaml::Node* set = record.body.find("set");
  if (set != nullptr && set->entries.size() == 2 && set->find("promise") != nullptr && set->find("due") != nullptr)
    return fmt::format("rescheduled: {}, now due {}", promise_text(set->text_of("promise")),
                       stated_time(set->text_of("due"), zone));
  return fmt::format("change: {}{}", settings_text(set, zone), evidence.empty() ? "" : " [" + evidence + "]");
}

std::string activity_headline(const record::Record& record) {
  std::string text = record.text_of("type");
  const std::string direction = record.text_of("direction");
  if (direction == "in" || direction == "out") text += " " + direction;
  if (const std::string purpose = record.text_of("purpose"); !purpose.empty()) text += fmt::format(" to {}", purpose);
  if (const std::string with = record.text_of("with"); !with.empty()) text += fmt::format(", with {}", with);
  if (const auto answers = record.body.texts_of("answers"); !answers.empty())
    text += fmt::format(", answers {}", tails_of(answers));
  if (const std::string evidence = record.text_of("evidence"); !evidence.empty())
    text += fmt::format(" [{}]", evidence);
  if (const std::string sentiment = record.text_of("sentiment"); !sentiment.empty() && sentiment != "neutral")
    text += fmt::format(" ({})", sentiment);
  return text;
}

std::string assignment_headline(const record::Record& record) {
  const std::string to = record.text_of("to"), from = record.text_of("from");
  return from.empty() ? fmt::format("assigned to {}", to)
                      : fmt::format("assigned to {}, who takes over from {}", to, from);
}

std::string escalation_headline(const record::Record& record) {
  if (const std::string answer = record.text_of("answer"); !answer.empty())
    return fmt::format("escalation: {}", answer);
  const std::string to = record.text_of("to");
  if (record.text_of("trigger") == "warning" && record.text_of("asked") == "inform")
    return to.empty() ? std::string("warning") : fmt::format("warning, to {}", to);
  return fmt::format("escalation, level {} to {}{} ({}, {})", record.text_of("from_level"), record.text_of("to_level"),
                     to.empty() ? "" : ", to " + to, record.text_of("nature"), record.text_of("trigger"));
}

/// `step agreed: ben@example.com, by 2026-12-01 23:59`, `step 5v0k verified, effective`.
std::string step_headline(const record::Record& record, const util::Zone* zone) {
  const std::string state = record.text_of("state");
  const std::string due = stated_time(record.text_of("due"), zone);
  if (state == "agreed") return fmt::format("step agreed: {}, by {}", record.text_of("owner"), due);
  std::string text = fmt::format("step {} {}", tails_of({record.text_of("step")}), state);
  if (!due.empty()) text += fmt::format(" to {}", due);
  if (const yaml::Node* effect = record.body.find("effect"); effect != nullptr && effect->is_map())
    text += story::says_yes(*effect, "effective") ? ", effective" : ", not effective";
  if (const std::string evidence = record.text_of("evidence"); !evidence.empty())
    text += fmt::format(" [{}]", evidence);
  return text;
}

/// Nobody is asked where an escalation goes down, though older records say so.
bool goes_down(const record::Record& record) {
  const yaml::Node* from = record.body.find("from_level");
  const yaml::Node* to = record.body.find("to_level");
  return from != nullptr && to != nullptr && to->as_integer().value_or(0) < from->as_integer().value_or(0);
}

std::string resolution_headline(const record::Record& record) {
  std::string text = fmt::format("resolution: {}, {}", record.text_of("outcome"), record.text_of("code"));
  if (const std::string cause = record.text_of("cause"); !cause.empty()) text += fmt::format(", cause {}", cause);
  if (const yaml::Node* redress = record.body.find("redress"); redress != nullptr && redress->is_map())
    text += fmt::format(", {} {}", redress->text_of("amount"), redress->text_of("currency"));
  if (const std::string evidence = record.text_of("evidence"); !evidence.empty())
    text += fmt::format(" [{}]", evidence);
  return text;
}

std::string mail_headline(const record::Record& record) {
  if (const std::string to = record.text_of("assigned_to"); !to.empty())
    return fmt::format("put on {}", util::complaint_tail(to));
  return fmt::format("mail from {}: {}", record.text_of("from"), record.text_of("subject"));
}

/// `alarm k3x9qf: volume of project:apollo, 2026-w45 (cusum) [raised]`.
std::string alarm_headline(const record::Record& record) {
  const std::string group = record.text_of("group");
  return fmt::format("alarm {}: {}{}, {} ({}) [{}]", record.text_of("signal"), record.text_of("measure"),
                     group.empty() ? "" : " of " + group, record.text_of("period"), record.text_of("method"),
                     record.text_of("state"));
}

std::string baseline_headline(const record::Record& record) {
  const std::string to = record.text_of("to");
  return fmt::format("baseline of {} from {}{}", record.text_of("series"), record.text_of("from"),
                     to.empty() ? "" : " to " + to);
}

/// The lines below the headline that tell what later records made of this one.
void add_notes(const story::EntryState& state, Lines& lines) {
  if (state.struck) lines.lines.push_back({{"  struck: it was taken back, and counts nowhere", Role::warning}});
  if (state.set_aside)
    lines.lines.push_back({{"  set aside: " + state.note, Role::bad}});
  else if (!state.note.empty())
    lines.lines.push_back({{"  " + state.note, Role::dim}});
  for (const auto& [field, value] : state.corrected) {
    if (field == "struck") continue;
    lines.lines.push_back({{fmt::format("  corrected: {} is {}", field, value), Role::warning}});
  }
  if (!state.reported.empty())
    lines.lines.push_back(
        {{fmt::format("  a report, {}, makes its evidence {}", story::shortened(state.reported_by), state.reported),
          Role::warning}});
  if (!state.moved_to.empty())
    lines.lines.push_back({{fmt::format("  moved to {}", util::complaint_tail(state.moved_to)), Role::warning}});
}

/// Who wrote it down and when, where that is not who and when it was: `noted by NAME, recorded TIME`.
std::string provenance_text(const util::Zone& zone, const story::Entry& entry) {
  std::vector<std::string> parts;
  if (!entry.provenance.author.empty() && entry.provenance.author != entry.record.by)
    parts.push_back("noted by " + entry.provenance.author);
  const std::string recorded = local_time(zone, entry.provenance.recorded_at);
  if (recorded != local_time(zone, entry.record.at.utc)) parts.push_back("recorded " + recorded);
  return util::join(parts, ", ");
}

}  // namespace

std::string headline_of(const record::Record& record, const util::Zone* zone) {
  switch (record.kind.known()) {
    case record::Kind::complaint:
      return complaint_headline(record);
    case record::Kind::activity:
      return activity_headline(record);
    case record::Kind::assignment:
      return assignment_headline(record);
    case record::Kind::escalation:
      return escalation_headline(record);
    case record::Kind::change:
      return change_headline(record, zone);
    case record::Kind::resolution:
      return resolution_headline(record);
    case record::Kind::step:
      return step_headline(record, zone);
    case record::Kind::waiver:
      return waiver_headline(record.text_of("promise"));
    case record::Kind::correction:
      return fmt::format("correction of {}: {}", tails_of({record.text_of("corrects")}),
                         settings_text(record.body.find("set"), zone));
    case record::Kind::notification:
      return notification_headline(record, zone);
    case record::Kind::delivery:
      return delivery_headline(record);
    case record::Kind::mail:
      return mail_headline(record);
    case record::Kind::alarm:
      return alarm_headline(record);
    case record::Kind::baseline:
      return baseline_headline(record);
    case record::Kind::viewing:
      return fmt::format("looked at {} of {}", record.text_of("report"),
                         util::join(record.body.texts_of("about"), ", "));
    case record::Kind::decision:
      return record.body.find("result") == nullptr ? "decision" : "review of the decision";
    case record::Kind::review:
    case record::Kind::customer:
    case record::Kind::unknown:
      break;
  }
  return std::string(record.kind.name());
}

std::vector<LabelledText> texts_of(const record::Record& record, const util::Zone* zone) {
  std::vector<LabelledText> texts;
  if (const std::string text = record.text_of("text"); !text.empty()) texts.push_back({"", text});
  for (const auto& [key, node] : record.body.entries) {
    if (is_told(record.kind, key)) continue;
    if (key == "asked" && goes_down(record)) continue;
    const std::string text = field_text(key, node, zone);
    if (!text.empty()) texts.push_back({key == "description" ? "" : key, text});
  }
  return texts;
}

Lines record_lines(const util::Zone& zone, const story::Entry& entry, const story::EntryState* state,
                   const std::string& shown_id) {
  Lines lines;
  if (!entry.fault.empty()) {
    lines.lines.push_back({{shown_id, Role::id}, {fmt::format("  bad record: {}", entry.fault), Role::bad}});
    return lines;
  }
  lines.lines.push_back({{local_time(zone, entry.record.at.utc), Role::strong},
                         {"  "},
                         {shown_id, Role::id},
                         {"  " + entry.record.by, Role::dim}});
  if (const std::string known = provenance_text(zone, entry); !known.empty())
    lines.lines.push_back({{"  " + known, Role::dim}});
  lines.lines.push_back({{"  " + headline_of(entry.record, &zone)}});
  if (entry.provenance.unfounded && entry.counts())
    lines.lines.push_back(
        {{"  doubtful: its commit does not have the complaint's own record: crmtrack audit", Role::bad}});
  if (!entry.provenance.refused.empty()) lines.lines.push_back({{"  refused: " + entry.provenance.refused, Role::bad}});
  for (const auto& [label, text] : texts_of(entry.record, &zone))
    for (const std::string& part : util::split(std::string(util::trim(text)), '\n'))
      lines.lines.push_back({{label.empty() ? "    " + part : fmt::format("    {}: {}", label, part)}});
  if (!entry.moved_from.empty()) {
    const char* how = entry.record.kind == record::Kind::correction ? "said on" : "moved here from";
    lines.lines.push_back({{fmt::format("  {} {}", how, util::complaint_tail(entry.moved_from)), Role::warning}});
  }
  if (state != nullptr) add_notes(*state, lines);
  return lines;
}

}  // namespace crmtrack::view
