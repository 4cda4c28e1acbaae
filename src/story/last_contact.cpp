#include "story/last_contact.hpp"

#include <algorithm>

#include "story/contact.hpp"
#include "story/told_records.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

namespace {

bool is_touch(const record::Record& record, std::string_view channel) {
  if (is_customer_contact(record)) return true;
  const bool goes_out =
      record.kind == record::Kind::resolution ||
      (is_contact(record) && word(record.body, "direction") == "out" && !says_yes(record.body, "automatic"));
  return goes_out && evidence_of(record, channel) >= record::Evidence::sent;
}

}  // namespace

std::optional<util::Instant> last_contact(const Complaint& complaint) {
  std::optional<util::Instant> last;
  const std::string_view channel = word(complaint.fields, "channel");
  for (const record::Record* record : told_records(complaint.entries, complaint.notes, complaint.revised))
    if (is_touch(*record, channel)) last = std::max(record->at.utc, last.value_or(record->at.utc));
  return last;
}

}  // namespace crmtrack::story
