#include "story/last_contact.hpp"

#include <algorithm>

#include "record/machine_record.hpp"
#include "story/contact.hpp"
#include "story/told_records.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

namespace {

bool reaches_out(const record::Record& record, std::string_view channel) {
  const bool goes_out =
      record.kind == record::Kind::resolution ||
      (is_contact(record) && word(record.body, "direction") == "out" && !says_yes(record.body, "automatic"));
  return goes_out && evidence_of(record, channel) >= record::Evidence::sent;
}

bool is_touch(const record::Record& record, std::string_view channel) {
  return is_customer_contact(record) || reaches_out(record, channel);
}

bool sets_status(const record::Record& record) {
  const yaml::Node* set = record.kind == record::Kind::change ? record.body.find("set") : nullptr;
  return set != nullptr && set->is_map() && set->find("status") != nullptr;
}

bool is_over(record::Status status) {
  return status == record::Status::closed || status == record::Status::withdrawn || status == record::Status::void_;
}

/// When a mail came in by itself that may say yes or no to our answer: the first since then.
std::optional<util::Instant> unread_reply(const Complaint& complaint) {
  std::optional<util::Instant> unread;
  for (const record::Record* record : told_records(complaint.entries, complaint.notes, complaint.revised))
    if (sets_status(*record) || record->kind == record::Kind::resolution)
      unread.reset();
    else if (record->by == record::kMachine && is_customer_contact(*record) && !unread)
      unread = record->at.utc;
  return unread;
}

}  // namespace

std::optional<util::Instant> last_contact(const Complaint& complaint) {
  std::optional<util::Instant> last;
  const std::string_view channel = word(complaint.fields, "channel");
  for (const record::Record* record : told_records(complaint.entries, complaint.notes, complaint.revised))
    if (is_touch(*record, channel)) last = std::max(record->at.utc, last.value_or(record->at.utc));
  return last;
}

std::optional<util::Instant> unheard_word(const Complaint& complaint) {
  if (complaint.status == record::Status::responded) return unread_reply(complaint);
  if (!is_over(complaint.status)) return std::nullopt;
  std::optional<util::Instant> unheard;
  const std::string_view channel = word(complaint.fields, "channel");
  for (const record::Record* record : told_records(complaint.entries, complaint.notes, complaint.revised))
    if (sets_status(*record) || reaches_out(*record, channel))
      unheard.reset();
    else if (is_customer_contact(*record))
      unheard = record->at.utc;
  return unheard;
}

}  // namespace crmtrack::story
