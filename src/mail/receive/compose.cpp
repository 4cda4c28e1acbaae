#include "mail/receive/compose.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "mail/message/headers.hpp"
#include "mail/receive/told_text.hpp"
#include "record/machine_place.hpp"
#include "record/machine_record.hpp"
#include "session/forms.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::mail {

namespace {

using record::Evidence;
using record::Kind;
using yaml::Node;

void set_where_said(Node& fields, const char* name, const std::string& text) {
  if (!text.empty()) fields.set(name, Node::scalar(text));
}

/// The mail itself or, where it is too large, its header with size and digest of the whole.
session::Attachment attachment_of(const RawMail& raw) {
  constexpr std::size_t kMostHeader = 1UL << 20U;
  if (raw.is_whole()) return {"mail.eml", raw.bytes};
  const std::size_t size = std::min(Headers(raw.bytes).size(), kMostHeader);
  return {"mail-header.txt", fmt::format("{}\nThe mail had {} bytes, SHA-256 {}. They were not kept.\n",
                                         raw.bytes.substr(0, size), raw.size, raw.sha256)};
}

/// When it happened: as the mail says, but neither in the future nor, of an answer, before the mail that it answers.
util::Timestamp time_of(session::Session& session, const Message& message, std::string_view cause) {
  const util::Timestamp now{session.now(), {}};
  const util::Timestamp at = message.at.value_or(now);
  const auto earliest = cause.empty() ? std::nullopt : util::time_of_ulid(cause);
  const bool is_early = earliest && at.utc < std::chrono::floor<std::chrono::seconds>(*earliest);
  return at.utc > now.utc || is_early ? now : at;
}

std::string key_of(const Message& message, const record::StoryRef& story) {
  return fmt::format("{}{}/{}", index::kMailKey, message.identity, story.id);
}

/// Makes the draft of a fact, with the mail beside it.
session::MachineDraft draft_of(const record::StoryRef& story, std::string customer, record::MachineFact fact,
                               const RawMail& raw) {
  session::MachineDraft draft;
  draft.story = story;
  draft.customer = std::move(customer);
  draft.attachments = {attachment_of(raw)};
  fact.fields.set("attachments", session::attachment_list(draft.attachments));
  fact.by = record::kMachine;
  draft.made = record::make_machine_record(std::move(fact));
  return draft;
}

/// How sure a report makes us that our mail reached them.
Evidence evidence_of_report(Nature nature) {
  switch (nature) {
    case Nature::bounce:
    case Nature::delayed:
      return Evidence::attempted;
    case Nature::relayed:
      return Evidence::sent;
    case Nature::read:
      return Evidence::read;
    case Nature::delivered:
    case Nature::automatic:
    case Nature::personal:
      break;
  }
  return Evidence::delivered;
}

/// Whether a report tells how far a mail of ours came. A delay tells nothing yet, and a program that answers may do so
/// for any mail.
bool tells_of_delivery(Nature nature) {
  return nature == Nature::bounce || nature == Nature::relayed || nature == Nature::delivered || nature == Nature::read;
}

Node activity_fields(const Message& message, const Match& match) {
  const bool is_report = message.finding.nature != Nature::personal;
  Node fields = Node::map();
  fields.set("type", Node::scalar("email"));
  fields.set("direction", Node::scalar(match.is_colleague ? "internal" : "in"));
  set_where_said(fields, "with", message.from.shown());
  const Evidence evidence = is_report            ? evidence_of_report(message.finding.nature)
                            : match.is_colleague ? Evidence::asserted
                                                 : match.evidence;
  fields.set("evidence", Node::scalar(std::string(record::name_of(evidence))));
  fields.set("text", Node::scalar(told_text(message, &match)));
  if (is_report || match.is_colleague) fields.set("visibility", Node::scalar("team"));
  if (is_report) fields.set("automatic", Node::boolean(true));
  if (match.answers_us && tells_of_delivery(message.finding.nature)) fields.set("about", Node::scalar(match.record));
  if (!is_report && !match.answers.empty()) fields.set("answers", Node::list_of(match.answers));
  set_where_said(fields, "message_id", message.message_id);
  return fields;
}

/// Why a mail that belongs to nothing is no complaint of its own; empty where it is one.
std::string why_it_waits(session::Session& session, const Message& message, const Node& fields) {
  if (message.finding.nature != Nature::personal)
    return fmt::format("a program wrote it ({}), about nothing that we know", name_of(message.finding.nature));
  const policy::Policy& policy = session.policy();
  if (policy.settings.inbox == "wait") return "policy says that new mails wait";
  if (policy.settings.inbox != "complaint") {
    if (policy.inbox.terms.empty() || !session::meets_facts(session, policy.inbox, fields))
      return fmt::format("policy makes a complaint of other mails only ({})", policy.settings.inbox);
  }
  try {
    session::require_forms(session, fields);
  } catch (const util::Error& error) {
    return error.what();
  }
  return {};
}

Composed compose_inbox(session::Session& session, const Message& message, const RawMail& raw, std::string why) {
  const util::Timestamp at = time_of(session, message, {});
  const std::string source = fmt::format("{}{}", index::kMailSource, message.identity);
  const record::StoryRef story{record::StoryKind::journal,
                               util::make_complaint_id(at.utc, record::random_of_source(source))};
  Node fields = Node::map();
  set_where_said(fields, "from", message.from.shown());
  set_where_said(fields, "subject", message.subject);
  fields.set("text", Node::scalar(told_text(message, nullptr)));
  fields.set("why", Node::scalar(why));
  if (message.finding.nature != Nature::personal) fields.set("automatic", Node::boolean(true));
  set_where_said(fields, "message_id", message.message_id);
  Composed composed{Composed::As::inbox, {}, std::move(why)};
  composed.draft = draft_of(
      story, {}, {.kind = Kind::mail, .key = key_of(message, story), .at = at, .fields = std::move(fields)}, raw);
  return composed;
}

}  // namespace

std::string_view name_of(Composed::As as) {
  switch (as) {
    case Composed::As::answer:
      return "answer";
    case Composed::As::activity:
      return "activity";
    case Composed::As::report:
      return "report";
    case Composed::As::complaint:
      return "complaint";
    case Composed::As::inbox:
      break;
  }
  return "inbox";
}

Composed compose_activity(session::Session& session, const Message& message, const RawMail& raw, const Match& match) {
  Composed composed;
  composed.as = message.finding.nature != Nature::personal ? Composed::As::report
                : match.evidence == Evidence::acknowledged ? Composed::As::answer
                                                           : Composed::As::activity;
  composed.draft = draft_of(match.story, match.customer,
                            {.kind = Kind::activity,
                             .key = key_of(message, match.story),
                             .at = time_of(session, message, match.record),
                             .cause = match.record,
                             .fields = activity_fields(message, match)},
                            raw);
  return composed;
}

Node complaint_fields(const Message& message, const std::string& customer) {
  Node fields = Node::map();
  set_where_said(fields, "customer", customer);
  set_where_said(fields, "contact", message.from.shown());
  fields.set("channel", Node::scalar("email"));
  fields.set("severity", Node::scalar("medium"));
  fields.set("summary", Node::scalar(told_summary(message)));
  fields.set("description", Node::scalar(told_text(message, nullptr)));
  set_where_said(fields, "message_id", message.message_id);
  return fields;
}

Composed compose_new(session::Session& session, const Message& message, const RawMail& raw) {
  const std::string customer = find_customer_by_address(session, message.from.mail);
  Node fields = complaint_fields(message, customer);
  std::string why = why_it_waits(session, message, fields);
  if (!why.empty()) return compose_inbox(session, message, raw, std::move(why));
  const std::string source = fmt::format("{}{}", index::kMailSource, message.identity);
  const util::Timestamp at = time_of(session, message, {});
  const record::StoryRef story{record::StoryKind::complaint,
                               util::make_complaint_id(at.utc, record::random_of_source(source))};
  fields.set("source", Node::scalar(source));
  Composed composed{Composed::As::complaint, {}, {}};
  composed.draft =
      draft_of(story, customer, {.kind = Kind::complaint, .key = source, .at = at, .fields = std::move(fields)}, raw);
  return composed;
}

}  // namespace crmtrack::mail
