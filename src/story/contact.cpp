#include "story/contact.hpp"

#include <algorithm>
#include <array>

#include "story/words.hpp"

namespace crmtrack::story {
namespace {

using record::Evidence;
using record::Record;
using record::Status;

constexpr std::array<std::string_view, 8> kContactTypes{"call",  "email", "meeting", "letter",
                                                        "visit", "chat",  "post",    "voicemail"};

std::optional<Status> status_in(const yaml::Node& set) { return record::parse_status(word(set, "status")); }

Evidence evidence_by_channel(const Record& record, std::string_view complaint_channel) {
  const std::string_view own = word(record.body, "channel");
  return record::channel_evidence(own.empty() ? complaint_channel : own);
}

Evidence evidence_of_activity(const Record& record, std::string_view complaint_channel) {
  const std::string_view type = word(record.body, "type");
  const bool acknowledges = word(record.body, "purpose") == "acknowledge";
  if (acknowledges && (type.empty() || type == "other" || !word(record.body, "channel").empty()))
    return evidence_by_channel(record, complaint_channel);
  return record::default_evidence(type, word(record.body, "direction"));
}

/// A confirmation takes it from its channel; what else a customer says to us has reached us.
Evidence evidence_of_change(const Record& record, std::string_view complaint_channel) {
  const yaml::Node* set = record.body.find("set");
  if (set == nullptr) return Evidence::asserted;
  if (status_in(*set) == Status::resolved) return evidence_by_channel(record, complaint_channel);
  return is_customer_contact(record) ? Evidence::acknowledged : Evidence::asserted;
}

bool is_customer_change(const Record& record) {
  const yaml::Node* set = record.body.find("set");
  if (set == nullptr) return false;
  const auto status = status_in(*set);
  if (status == Status::withdrawn) return true;
  if (status == Status::resolved) return word(*set, "accepted_by") != "silence";
  return status == Status::investigating && (says_yes(*set, "rejected") || says_yes(*set, "reopened"));
}

}  // namespace

Evidence evidence_of(const Record& record, std::string_view complaint_channel) {
  if (const auto stated = record::parse_evidence(word(record.body, "evidence"))) return *stated;
  switch (record.kind.known()) {
    case record::Kind::activity:
      return evidence_of_activity(record, complaint_channel);
    case record::Kind::resolution:
      return evidence_by_channel(record, complaint_channel);
    case record::Kind::change:
      return evidence_of_change(record, complaint_channel);
    case record::Kind::complaint:
    case record::Kind::assignment:
    case record::Kind::escalation:
    case record::Kind::review:
    case record::Kind::step:
    case record::Kind::waiver:
    case record::Kind::correction:
    case record::Kind::customer:
    case record::Kind::mail:
    case record::Kind::notification:
    case record::Kind::delivery:
    case record::Kind::alarm:
    case record::Kind::baseline:
    case record::Kind::decision:
    case record::Kind::viewing:
    case record::Kind::unknown:
      break;
  }
  return Evidence::asserted;
}

bool is_contact(const Record& record) {
  if (record.kind != record::Kind::activity) return false;
  return std::find(kContactTypes.begin(), kContactTypes.end(), word(record.body, "type")) != kContactTypes.end();
}

bool is_customer_contact(const Record& record) {
  if (record.kind == record::Kind::change) return is_customer_change(record);
  return is_contact(record) && word(record.body, "direction") == "in" && !says_yes(record.body, "automatic");
}

bool is_written(const Record& answer, std::string_view complaint_channel) {
  static constexpr std::array<std::string_view, 7> kInWriting{"web",    "email",  "post", "chat",
                                                              "social", "portal", "api"};
  if (evidence_of(answer, complaint_channel) == Evidence::signed_) return true;
  const std::string_view own = word(answer.body, "channel");
  const std::string_view channel = own.empty() ? complaint_channel : own;
  return std::find(kInWriting.begin(), kInWriting.end(), channel) != kInWriting.end();
}

bool is_attempt(const Record& record) {
  return is_contact(record) && word(record.body, "direction") == "out" &&
         evidence_of(record, {}) >= Evidence::attempted;
}

bool is_attempt(const Record& delivery, const Record& about) {
  return word(delivery.body, "outcome") == "sent" && about.kind == record::Kind::notification &&
         word(about.body, "as") == "customer";
}

}  // namespace crmtrack::story
