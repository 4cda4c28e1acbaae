#include "mail/receive/match.hpp"

#include <algorithm>
#include <set>

#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "index/read/mail.hpp"
#include "mail/message/token.hpp"
#include "record/promise_reference.hpp"
#include "session/customer_word.hpp"
#include "session/lookup.hpp"
#include "util/text/case.hpp"
#include "util/text/mailbox.hpp"

namespace crmtrack::mail {

namespace {

using index::MarkedRecord;
using record::StoryKind;

/// A record of a mail, and whether we sent that mail.
struct Found {
  MarkedRecord record;
  bool is_ours = false;
  bool by_token = false;
  std::string asks;  ///< the record of ours whose questions the mail put
};

/// The entry of a record; null where the story does not have it, or it does not count.
const story::Entry* find_entry(const std::vector<story::Entry>& entries, const std::string& id) {
  const auto found =
      std::ranges::find_if(entries, [&](const story::Entry& e) { return e.record.id == id && e.counts(); });
  return found == entries.end() ? nullptr : &*found;
}

bool went_out(const record::Record& record) { return record.text_of("direction") == "out"; }

/// The record that a mail with the Message-ID of this one answers. A delivery is of another record: of a contact of
/// ours, or of a notification, which was about something that we said.
std::optional<Found> found_in(const std::vector<story::Entry>& entries, const MarkedRecord& at) {
  const story::Entry* const entry = find_entry(entries, at.id);
  if (entry == nullptr) return std::nullopt;
  if (entry->record.kind != record::Kind::delivery) return Found{at, went_out(entry->record), false, at.id};
  const story::Entry* const sent = find_entry(entries, entry->record.text_of("about"));
  if (sent == nullptr) return std::nullopt;
  Found found{at, true, false, sent->record.id};
  if (sent->record.kind == record::Kind::notification)
    found.asks = record::parse_promise_reference(sent->record.text_of("about")).record;
  else
    found.record.id = sent->record.id;
  return found;
}

/// The first record with a mark that stands in the story of a complaint or customer: who claims a Message-ID later
/// draws no answer away.
std::optional<Found> find_by_mark(session::Session& session, const std::string& mark) {
  for (const MarkedRecord& at : index::records_by_mark(session.index(), mark)) {
    if (at.story.kind == StoryKind::journal) continue;
    const auto story = index::find_story(session.index(), at.story);
    if (auto found = story ? found_in(story->entries, at) : std::nullopt) return found;
  }
  return std::nullopt;
}

/// A mail of ours that it answers counts before a mail of theirs, which only shows the conversation.
std::optional<Found> find_record(session::Session& session, const Message& message) {
  std::optional<Found> conversation;
  std::vector<std::string> ids = message.finding.about_ids;
  ids.insert(ids.end(), message.refers_to.begin(), message.refers_to.end());
  for (const std::string& id : ids) {
    auto found = find_by_mark(session, index::message_id_mark(id));
    if (found && found->is_ours) return found;
    if (found && !conversation) conversation = std::move(found);
  }
  for (const std::string& token : message.tokens) {
    if (auto found = find_by_mark(session, index::token_mark(token_digest(token)))) {
      found->by_token = true;
      return found;
    }
  }
  return conversation;
}

bool has_contact(const story::Customer& customer, const std::string& mail) {
  return std::ranges::any_of(
      customer.contacts,
      [&](const yaml::Node& contact) { return util::is_same_mailbox(contact.text_of("mail"), mail); });
}

/// Whether a person wrote the address into the complaint. One that a mail brought along proves nothing.
bool is_named_by_person(const story::Complaint& complaint, const std::string& mail) {
  const std::string contact = util::to_lower_ascii(complaint.text_of("contact"));
  return !mail.empty() && complaint.text_of("source").empty() &&
         contact.find(util::to_lower_ascii(mail)) != std::string::npos;
}

/// The open promises of the customer that one record of ours made.
std::vector<std::string> asked_by(const std::vector<story::Promise>& promises, const std::string& record) {
  std::vector<std::string> asked;
  for (const story::Promise& promise : promises)
    if (promise.of == record && promise.debtor == story::Debtor::customer && story::is_open(promise) &&
        story::is_answerable(promise))
      asked.push_back(story::reference_of(promise));
  return asked;
}

/// A record that a correction has moved counts where it is now.
void follow_moves(session::Session& session, Match& match, std::optional<story::Complaint>& complaint) {
  std::set<std::string> seen;
  while (complaint && seen.insert(complaint->id).second) {
    const auto note = complaint->notes.find(match.record);
    if (note == complaint->notes.end() || note->second.moved_to.empty()) return;
    auto other = index::find_complaint(session.index(), note->second.moved_to, session.terms());
    if (!other) return;
    match.story.id = other->id;
    complaint = std::move(other);
  }
}

bool knows_sender(session::Session& session, const Match& match, const std::string& mail) {
  if (mail.empty() || match.customer.empty()) return false;
  const auto customer = session::find_customer(session, session::standing_customer(session, match.customer));
  return customer && has_contact(*customer, mail);
}

/// Whether the directory lists the address: what a colleague writes is no word of the customer.
bool is_colleague(session::Session& session, const std::string& mail) {
  return !mail.empty() && std::ranges::any_of(
                              session.policy().people,
                              [&](const policy::Person& person) { return util::is_same_mailbox(person.email, mail); });
}

}  // namespace

std::optional<Match> find_match(session::Session& session, const Message& message) {
  const auto found = find_record(session, message);
  if (!found) return std::nullopt;
  Match match;
  match.story = found->record.story;
  match.record = found->record.id;
  match.answers_us = found->is_ours;
  match.by_token = found->by_token && !message.is_reply;
  std::vector<story::Promise> promises;
  if (match.story.kind == StoryKind::complaint) {
    auto complaint = index::find_complaint(session.index(), match.story.id, session.terms());
    follow_moves(session, match, complaint);
    if (!complaint) return std::nullopt;
    match.customer = complaint->text_of("customer");
    match.is_known = is_named_by_person(*complaint, message.from.mail);
    promises = std::move(complaint->promises);
  } else {
    match.customer = match.story.id;
    if (const auto customer = session::find_customer(session, match.story.id)) promises = customer->promises;
  }
  match.is_known = match.is_known || knows_sender(session, match, message.from.mail);
  match.is_colleague = !match.is_known && is_colleague(session, message.from.mail);
  if (match.is_known && match.answers_us && !match.by_token) {
    match.evidence = record::Evidence::acknowledged;
    match.answers = asked_by(promises, found->asks);
  }
  return match;
}

std::string find_customer_by_address(session::Session& session, const std::string& mail) {
  std::set<std::string> customers;
  if (mail.empty()) return {};
  for (const MarkedRecord& record : index::records_by_mark(session.index(), index::contact_mark(mail))) {
    if (record.story.kind != StoryKind::customer) continue;
    const std::string slug = session::standing_customer(session, record.story.id);
    const auto customer = session::find_customer(session, slug);
    if (customer && !customer->retired && has_contact(*customer, mail)) customers.insert(slug);
  }
  return customers.size() == 1 ? *customers.begin() : std::string();
}

std::optional<record::StoryRef> find_taken(session::Session& session, const std::string& identity) {
  const auto records = index::records_by_mark(session.index(), index::identity_mark(identity));
  return records.empty() ? std::nullopt : std::optional(records.front().story);
}

}  // namespace crmtrack::mail
