#include "record/kinds.hpp"

#include <algorithm>
#include <array>

#include "record/vocabulary.hpp"

namespace crmtrack::record {

namespace {

using enum FieldType;
using enum Audience;
using enum Privacy;

constexpr bool kRequired = true;

// The fields of every kind stand last: where it came from outside, and the files that lie beside it.
constexpr FieldSpec kRefs{"refs", texts, team, plain};
constexpr FieldSpec kAttachments{"attachments", maps, client, personal};
constexpr FieldSpec kInnerAttachments{"attachments", maps, team, personal};
constexpr FieldSpec kSource{"source", text, team, plain};
constexpr FieldSpec kKey = FieldSpec{"key", text, team, plain}.in_headline();
/// The Message-ID of a mail, without its brackets: answers to it name it.
constexpr FieldSpec kMessageId{"message_id", text, team, plain};
/// Nobody knows when it happened: `at` only says where it stands in the story, and no duration counts it.
constexpr FieldSpec kUndated{"undated", boolean, team, plain};

constexpr std::array kComplaintFields{
    FieldSpec{"customer", slug, client, plain}.in_headline().in_each_item(),
    FieldSpec{"contact", text, client, personal}.in_each_item(),
    FieldSpec{"project", slug, client, plain}.in_headline().in_each_item(),
    FieldSpec{"channel", open_word, client, plain, kChannels}.in_headline().in_each_item(),
    FieldSpec{"region", text, client, plain}.in_each_item(),
    FieldSpec{"company", text, client, plain},
    FieldSpec{"reason", slug, client, plain}.in_headline().in_each_item(),
    FieldSpec{"severity", word, team, plain, kSeverities}.in_headline().in_each_item(),
    FieldSpec{"vulnerable", word, team, personal, kVulnerable}.in_each_item(),
    FieldSpec{"summary", text, client, personal}.in_headline().in_each_item(),
    FieldSpec{"description", text, client, personal}.in_each_item(),
    FieldSpec{"remedy_sought", text, client, personal}.in_each_item(),
    kRefs.in_each_item(),
    FieldSpec{"links", links, team, plain}.in_each_item(),
    kAttachments,
    kMessageId,
    kSource.in_each_item(),
    kKey};

constexpr std::array kActivityFields{FieldSpec{"type", word, client, plain, kActivityTypes, kRequired}.in_headline(),
                                     FieldSpec{"direction", word, client, plain, kDirections}.in_headline(),
                                     FieldSpec{"channel", open_word, client, plain, kChannels}.in_headline(),
                                     FieldSpec{"with", text, client, personal}.in_headline(),
                                     FieldSpec{"purpose", word, client, plain, kPurposes}.in_headline(),
                                     FieldSpec{"evidence", word, team, plain, kEvidence}.in_headline(),
                                     FieldSpec{"sentiment", word, team, plain, kSentiments}.in_headline(),
                                     FieldSpec{"minutes", integer, team, plain},
                                     FieldSpec{"text", text, client, personal}.in_headline(),
                                     FieldSpec{"visibility", word, team, plain, kVisibilities},
                                     FieldSpec{"reason", slug, client, plain}.in_headline(),
                                     FieldSpec{"project", slug, client, plain}.in_headline(),
                                     FieldSpec{"customer", slug, client, plain}.in_headline(),
                                     FieldSpec{"expects", object, client, personal},
                                     FieldSpec{"promises", maps, client, personal},
                                     FieldSpec{"answers", answered, team, plain}.in_headline(),
                                     kRefs,
                                     kAttachments,
                                     FieldSpec{"automatic", boolean, team, plain},
                                     FieldSpec{"about", record_id, team, plain},
                                     kMessageId,
                                     FieldSpec{"token", digest, team, plain},
                                     kUndated,
                                     kSource,
                                     kKey};

constexpr std::array kAssignmentFields{FieldSpec{"to", person, team, plain, {}, kRequired}.in_headline(),
                                       FieldSpec{"from", person, team, plain}.in_headline(),
                                       FieldSpec{"why", text, team, personal},
                                       kRefs,
                                       kInnerAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kEscalationFields{FieldSpec{"from_level", level, team, plain}.in_headline(),
                                       FieldSpec{"to_level", level, team, plain}.in_headline(),
                                       FieldSpec{"to", person, team, plain}.in_headline(),
                                       FieldSpec{"nature", word, team, plain, kNatures}.in_headline(),
                                       FieldSpec{"trigger", word, team, plain, kTriggers}.in_headline(),
                                       FieldSpec{"asked", word, team, plain, kAsked},
                                       FieldSpec{"due", time, team, plain},
                                       FieldSpec{"why", text, team, personal},
                                       FieldSpec{"down", boolean, team, plain},
                                       FieldSpec{"answers", record_id, team, plain}.in_headline(),
                                       FieldSpec{"answer", word, team, plain, kAnswers}.in_headline(),
                                       FieldSpec{"evidence", word, team, plain, kEvidence}.in_headline(),
                                       kRefs,
                                       kInnerAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kChangeFields{FieldSpec{"set", map, team, personal, {}, kRequired}.in_headline(),
                                   FieldSpec{"why", text, team, personal},
                                   FieldSpec{"evidence", word, team, plain, kEvidence}.in_headline(),
                                   FieldSpec{"channel", open_word, team, plain, kChannels}.in_headline(),
                                   FieldSpec{"text", text, team, personal}.in_headline(),
                                   FieldSpec{"answers", answered, team, plain}.in_headline(),
                                   kRefs,
                                   kInnerAttachments,
                                   kUndated,
                                   kSource,
                                   kKey};

constexpr std::array kResolutionFields{FieldSpec{"outcome", word, client, plain, kOutcomes, kRequired}.in_headline(),
                                       FieldSpec{"code", word, client, plain, kCodes, kRequired}.in_headline(),
                                       FieldSpec{"cause", word, team, plain, kCauses}.in_headline(),
                                       FieldSpec{"systemic", word, team, plain, kSystemic},
                                       FieldSpec{"redress", money, client, plain}.in_headline(),
                                       FieldSpec{"evidence", word, team, plain, kEvidence}.in_headline(),
                                       FieldSpec{"channel", open_word, client, plain, kChannels}.in_headline(),
                                       FieldSpec{"text", text, client, personal}.in_headline(),
                                       FieldSpec{"event", text, client, personal},
                                       FieldSpec{"answers", answered, team, plain}.in_headline(),
                                       kRefs,
                                       kAttachments,
                                       kUndated,
                                       kSource,
                                       kKey};

constexpr std::array kReviewFields{FieldSpec{"went_well", text, team, personal},
                                   FieldSpec{"went_wrong", text, team, personal},
                                   FieldSpec{"root_cause", text, team, personal},
                                   FieldSpec{"lesson", text, team, personal},
                                   FieldSpec{"praise", texts, team, plain},
                                   kRefs,
                                   kInnerAttachments,
                                   kSource,
                                   kKey};

constexpr std::array kStepFields{FieldSpec{"step", record_id, team, plain}.in_headline(),
                                 FieldSpec{"state", word, team, plain, kStepStates, kRequired}.in_headline(),
                                 FieldSpec{"goal", text, team, personal},
                                 FieldSpec{"text", text, team, personal}.in_headline(),
                                 FieldSpec{"owner", person, team, plain}.in_headline(),
                                 FieldSpec{"due", time, team, plain}.in_headline(),
                                 FieldSpec{"needs", answered, team, plain},
                                 FieldSpec{"effect", object, team, personal},
                                 FieldSpec{"why", text, team, personal},
                                 FieldSpec{"evidence", word, team, plain, kEvidence}.in_headline(),
                                 kRefs,
                                 kInnerAttachments,
                                 kSource,
                                 kKey};

constexpr std::array kWaiverFields{FieldSpec{"promise", text, team, plain, {}, kRequired}.in_headline(),
                                   FieldSpec{"why", text, team, personal, {}, kRequired},
                                   kRefs,
                                   kInnerAttachments,
                                   kSource,
                                   kKey};

constexpr std::array kCorrectionFields{FieldSpec{"corrects", record_id, team, plain, {}, kRequired}.in_headline(),
                                       FieldSpec{"set", map, team, personal, {}, kRequired}.in_headline(),
                                       FieldSpec{"why", text, team, personal},
                                       kRefs,
                                       kInnerAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kCustomerFields{FieldSpec{"name", text, client, personal},
                                     FieldSpec{"segment", text, team, plain},
                                     FieldSpec{"region", text, client, plain},
                                     FieldSpec{"manager", person, client, plain},
                                     FieldSpec{"contacts", maps, client, personal},
                                     FieldSpec{"consents", texts, client, plain},
                                     FieldSpec{"retired", boolean, team, plain},
                                     kRefs,
                                     kInnerAttachments,
                                     kSource,
                                     kKey};

constexpr std::array kMailFields{FieldSpec{"from", text, team, personal},
                                 FieldSpec{"subject", text, team, personal},
                                 FieldSpec{"text", text, team, personal}.in_headline(),
                                 FieldSpec{"assigned_to", text, team, plain},
                                 FieldSpec{"why", text, team, personal},
                                 FieldSpec{"automatic", boolean, team, plain},
                                 kMessageId,
                                 kRefs,
                                 kInnerAttachments,
                                 kSource,
                                 kKey};

constexpr std::array kNotificationFields{FieldSpec{"rule", slug, team, plain, {}, kRequired}.in_headline(),
                                         FieldSpec{"event", open_word, team, plain, kEvents}.in_headline(),
                                         FieldSpec{"about", text, team, plain}.in_headline(),
                                         FieldSpec{"promise", word, team, plain, kPromiseKinds}.in_headline(),
                                         FieldSpec{"due", time, team, plain}.in_headline(),
                                         FieldSpec{"to", person, team, personal, {}, kRequired}.in_headline(),
                                         FieldSpec{"as", open_word, team, plain, kRecipientRoles},
                                         FieldSpec{"channel", open_word, team, plain, kChannels}.in_headline(),
                                         FieldSpec{"outcome", word, team, plain, kNotified, kRequired}.in_headline(),
                                         FieldSpec{"detail", text, team, plain}.in_headline(),
                                         FieldSpec{"send_after", time, team, plain}.in_headline(),
                                         FieldSpec{"digest", word, team, plain, kDigests},
                                         FieldSpec{"holds", texts, team, plain},
                                         FieldSpec{"depth", integer, team, plain},
                                         kRefs,
                                         kInnerAttachments,
                                         kSource,
                                         kKey};

constexpr std::array kDeliveryFields{FieldSpec{"about", record_id, team, plain, {}, kRequired}.in_headline(),
                                     FieldSpec{"to", person, team, personal}.in_headline(),
                                     FieldSpec{"channel", open_word, team, plain, kChannels}.in_headline(),
                                     FieldSpec{"outcome", word, team, plain, kDelivered, kRequired}.in_headline(),
                                     FieldSpec{"detail", text, team, plain}.in_headline(),
                                     FieldSpec{"attempt", integer, team, plain},
                                     FieldSpec{"into", text, team, plain}.in_headline(),
                                     kMessageId,
                                     FieldSpec{"tokens", texts, team, plain},
                                     kRefs,
                                     kInnerAttachments,
                                     kSource,
                                     kKey};

constexpr std::array kAlarmFields{FieldSpec{"signal", text, team, plain, {}, kRequired}.in_headline(),
                                  FieldSpec{"measure", text, team, plain}.in_headline(),
                                  FieldSpec{"method", text, team, plain}.in_headline(),
                                  FieldSpec{"group", text, team, plain}.in_headline(),
                                  FieldSpec{"period", text, team, plain}.in_headline(),
                                  FieldSpec{"state", word, team, plain, kAlarmStates, kRequired}.in_headline(),
                                  FieldSpec{"why", text, team, personal},
                                  kRefs,
                                  kInnerAttachments,
                                  kSource,
                                  kKey};

constexpr std::array kBaselineFields{FieldSpec{"series", text, team, plain, {}, kRequired}.in_headline(),
                                     FieldSpec{"from", time, team, plain, {}, kRequired}.in_headline(),
                                     FieldSpec{"to", time, team, plain}.in_headline(),
                                     FieldSpec{"why", text, team, personal, {}, kRequired},
                                     kRefs,
                                     kInnerAttachments,
                                     kSource,
                                     kKey};

constexpr std::array kDecisionFields{FieldSpec{"text", text, team, personal}.in_headline(),
                                     FieldSpec{"measure", text, team, plain},
                                     FieldSpec{"report", text, team, plain},
                                     FieldSpec{"owner", person, team, plain},
                                     FieldSpec{"review_on", time, team, plain},
                                     FieldSpec{"result", text, team, personal},
                                     kRefs,
                                     kInnerAttachments,
                                     kSource,
                                     kKey};

constexpr std::array kViewingFields{FieldSpec{"report", text, team, plain, {}, kRequired}.in_headline(),
                                    FieldSpec{"about", texts, team, plain, {}, kRequired}.in_headline(),
                                    kRefs,
                                    kInnerAttachments,
                                    kSource,
                                    kKey};

constexpr std::array<KindSpec, 18> kKinds{{
    {Kind::complaint, StoryKind::complaint, "", kComplaintFields},
    {Kind::activity, std::nullopt, "", kActivityFields},
    {Kind::assignment, std::nullopt, "", kAssignmentFields},
    {Kind::escalation, std::nullopt, "", kEscalationFields},
    {Kind::change, std::nullopt, "", kChangeFields},
    {Kind::resolution, std::nullopt, "", kResolutionFields},
    {Kind::review, std::nullopt, "", kReviewFields},
    {Kind::step, std::nullopt, "", kStepFields},
    {Kind::waiver, std::nullopt, "waive", kWaiverFields},
    {Kind::correction, std::nullopt, "correct", kCorrectionFields},
    {Kind::customer, StoryKind::customer, "", kCustomerFields},
    {Kind::mail, StoryKind::journal, "", kMailFields},
    {Kind::notification, std::nullopt, "machine", kNotificationFields},
    {Kind::delivery, std::nullopt, "", kDeliveryFields},
    {Kind::alarm, StoryKind::journal, "", kAlarmFields},
    {Kind::baseline, StoryKind::journal, "", kBaselineFields},
    {Kind::decision, StoryKind::journal, "", kDecisionFields},
    {Kind::viewing, StoryKind::journal, "", kViewingFields},
}};

constexpr std::array kExpectsMembers{FieldSpec{"what", word, client, plain, kExpectable, kRequired},
                                     FieldSpec{"from", text, client, personal}, FieldSpec{"due", time, client, plain}};
constexpr std::array kPromiseMembers{
    FieldSpec{"what", text, client, personal, {}, kRequired}, FieldSpec{"due", time, client, plain},
    FieldSpec{"to", word, client, plain, kPromisees}, FieldSpec{"next_step", boolean, client, plain}};
constexpr std::array kEffectMembers{FieldSpec{"measure", text, team, personal, {}, kRequired},
                                    FieldSpec{"before", text, team, personal}, FieldSpec{"after", text, team, personal},
                                    FieldSpec{"effective", boolean, team, plain, {}, kRequired}};
constexpr std::array kAttachmentMembers{FieldSpec{"name", file_name, client, personal, {}, kRequired},
                                        FieldSpec{"size", integer, client, plain, {}, kRequired},
                                        FieldSpec{"sha256", digest, client, plain, {}, kRequired}};
constexpr std::array kContactMembers{FieldSpec{"name", text, client, personal},
                                     FieldSpec{"mail", person, client, personal}};
constexpr std::array kMoneyMembers{FieldSpec{"amount", text, client, plain, {}, kRequired},
                                   FieldSpec{"currency", text, client, plain, {}, kRequired}};

}  // namespace

std::span<const KindSpec> kinds() { return kKinds; }

const KindSpec* find_kind(Kind kind) {
  return kind == Kind::unknown ? nullptr : &kKinds[static_cast<std::size_t>(kind)];
}

const FieldSpec* find_field(Kind kind, std::string_view field) {
  const KindSpec* const spec = find_kind(kind);
  if (spec == nullptr) return nullptr;
  const auto found =
      std::find_if(spec->fields.begin(), spec->fields.end(), [&](const FieldSpec& each) { return each.name == field; });
  return found == spec->fields.end() ? nullptr : &*found;
}

std::span<const FieldSpec> members_of(std::string_view field) {
  if (field == "expects") return kExpectsMembers;
  if (field == "promises") return kPromiseMembers;
  if (field == "attachments") return kAttachmentMembers;
  if (field == "contacts") return kContactMembers;
  if (field == "redress") return kMoneyMembers;
  if (field == "effect") return kEffectMembers;
  return {};
}

}  // namespace crmtrack::record
