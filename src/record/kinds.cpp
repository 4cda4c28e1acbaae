#include "record/kinds.hpp"

#include <algorithm>
#include <array>

#include "record/vocabulary.hpp"

namespace crmtrack::record {

namespace {

using enum FieldType;

constexpr bool kRequired = true;

// What any kind may carry stands last: where it came from outside, and the files that lie beside it.
constexpr FieldSpec kRefs{"refs", texts};
constexpr FieldSpec kAttachments{"attachments", maps};
constexpr FieldSpec kSource{"source", text};
constexpr FieldSpec kKey{"key", text};

constexpr std::array kComplaintFields{FieldSpec{"customer", slug},
                                      FieldSpec{"contact", text},
                                      FieldSpec{"project", slug},
                                      FieldSpec{"channel", open_word, kChannels},
                                      FieldSpec{"region", text},
                                      FieldSpec{"company", text},
                                      FieldSpec{"reason", slug},
                                      FieldSpec{"severity", word, kSeverities},
                                      FieldSpec{"summary", text},
                                      FieldSpec{"description", text},
                                      FieldSpec{"remedy_sought", text},
                                      kRefs,
                                      FieldSpec{"links", links},
                                      kAttachments,
                                      kSource,
                                      kKey};

constexpr std::array kActivityFields{FieldSpec{"type", word, kActivityTypes, kRequired},
                                     FieldSpec{"direction", word, kDirections},
                                     FieldSpec{"channel", open_word, kChannels},
                                     FieldSpec{"with", text},
                                     FieldSpec{"purpose", word, kPurposes},
                                     FieldSpec{"evidence", word, kEvidence},
                                     FieldSpec{"sentiment", word, kSentiments},
                                     FieldSpec{"minutes", integer},
                                     FieldSpec{"text", text},
                                     FieldSpec{"visibility", word, kVisibilities},
                                     FieldSpec{"reason", slug},
                                     FieldSpec{"project", slug},
                                     FieldSpec{"customer", slug},
                                     FieldSpec{"expects", object},
                                     FieldSpec{"promises", maps},
                                     FieldSpec{"answers", record_ids},
                                     kRefs,
                                     kAttachments,
                                     kSource,
                                     kKey};

constexpr std::array kAssignmentFields{
    FieldSpec{"to", person, {}, kRequired}, FieldSpec{"why", text}, kRefs, kAttachments, kSource, kKey};

constexpr std::array kEscalationFields{FieldSpec{"from_level", level},
                                       FieldSpec{"to_level", level},
                                       FieldSpec{"to", person},
                                       FieldSpec{"nature", word, kNatures},
                                       FieldSpec{"trigger", word, kTriggers},
                                       FieldSpec{"asked", word, kAsked},
                                       FieldSpec{"due", time},
                                       FieldSpec{"why", text},
                                       FieldSpec{"down", boolean},
                                       FieldSpec{"answers", record_id},
                                       FieldSpec{"answer", word, kAnswers},
                                       FieldSpec{"evidence", word, kEvidence},
                                       kRefs,
                                       kAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kChangeFields{FieldSpec{"set", map, {}, kRequired},
                                   FieldSpec{"why", text},
                                   FieldSpec{"evidence", word, kEvidence},
                                   FieldSpec{"channel", open_word, kChannels},
                                   FieldSpec{"text", text},
                                   FieldSpec{"answers", record_ids},
                                   kRefs,
                                   kAttachments,
                                   kSource,
                                   kKey};

constexpr std::array kResolutionFields{FieldSpec{"outcome", word, kOutcomes, kRequired},
                                       FieldSpec{"code", word, kCodes, kRequired},
                                       FieldSpec{"cause", word, kCauses},
                                       FieldSpec{"systemic", word, kSystemic},
                                       FieldSpec{"redress", money},
                                       FieldSpec{"evidence", word, kEvidence},
                                       FieldSpec{"channel", open_word, kChannels},
                                       FieldSpec{"text", text},
                                       FieldSpec{"event", text},
                                       kRefs,
                                       kAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kReviewFields{FieldSpec{"went_well", text},
                                   FieldSpec{"went_wrong", text},
                                   FieldSpec{"root_cause", text},
                                   FieldSpec{"lesson", text},
                                   FieldSpec{"praise", texts},
                                   kRefs,
                                   kAttachments,
                                   kSource,
                                   kKey};

constexpr std::array kWaiverFields{FieldSpec{"promise", text, {}, kRequired},
                                   FieldSpec{"why", text, {}, kRequired},
                                   kRefs,
                                   kAttachments,
                                   kSource,
                                   kKey};

constexpr std::array kCorrectionFields{FieldSpec{"corrects", record_id, {}, kRequired},
                                       FieldSpec{"set", map, {}, kRequired},
                                       FieldSpec{"why", text},
                                       kRefs,
                                       kAttachments,
                                       kSource,
                                       kKey};

constexpr std::array kCustomerFields{FieldSpec{"name", text},
                                     FieldSpec{"segment", text},
                                     FieldSpec{"region", text},
                                     FieldSpec{"manager", person},
                                     FieldSpec{"contacts", maps},
                                     FieldSpec{"consents", texts},
                                     FieldSpec{"retired", boolean},
                                     kRefs,
                                     kAttachments,
                                     kSource,
                                     kKey};

constexpr std::array<KindSpec, 10> kKinds{{
    {Kind::complaint, "it was received", kComplaintFields},
    {Kind::activity, "something was said or done, with the customer or inside", kActivityFields},
    {Kind::assignment, "who owns it now", kAssignmentFields},
    {Kind::escalation, "it moves a level up or down, or an answer to that", kEscalationFields},
    {Kind::change, "a classification, link or status changed", kChangeFields},
    {Kind::resolution, "the answer given", kResolutionFields},
    {Kind::review, "the analysis afterwards", kReviewFields},
    {Kind::waiver, "a promise was let go", kWaiverFields},
    {Kind::correction, "an earlier record was wrong", kCorrectionFields},
    {Kind::customer, "registration or change of a customer", kCustomerFields},
}};

// `none`: an answer that asks for no confirmation says so (docs/domain.md, Evidence).
constexpr std::array<std::string_view, 4> kExpectable{"acknowledgement", "reply", "information", "none"};
constexpr std::array kExpectsMembers{FieldSpec{"what", word, kExpectable, kRequired}, FieldSpec{"from", text},
                                     FieldSpec{"due", time}};
constexpr std::array kPromiseMembers{FieldSpec{"what", text, {}, kRequired}, FieldSpec{"due", time}};
constexpr std::array kAttachmentMembers{FieldSpec{"name", file_name, {}, kRequired},
                                        FieldSpec{"size", integer, {}, kRequired},
                                        FieldSpec{"sha256", digest, {}, kRequired}};
constexpr std::array kContactMembers{FieldSpec{"name", text}, FieldSpec{"mail", person}};
constexpr std::array kMoneyMembers{FieldSpec{"amount", text, {}, kRequired},
                                   FieldSpec{"currency", text, {}, kRequired}};

}  // namespace

std::span<const KindSpec> kinds() { return kKinds; }

const KindSpec* find_kind(Kind kind) {
  return kind == Kind::unknown ? nullptr : &kKinds[static_cast<std::size_t>(kind)];
}

const FieldSpec* find_field(Kind kind, std::string_view field) {
  const KindSpec* const spec = find_kind(kind);
  if (spec == nullptr) {
    return nullptr;
  }
  const auto found =
      std::find_if(spec->fields.begin(), spec->fields.end(), [&](const FieldSpec& each) { return each.name == field; });
  return found == spec->fields.end() ? nullptr : &*found;
}

std::span<const FieldSpec> members_of(std::string_view field) {
  if (field == "expects") {
    return kExpectsMembers;
  }
  if (field == "promises") {
    return kPromiseMembers;
  }
  if (field == "attachments") {
    return kAttachmentMembers;
  }
  if (field == "contacts") {
    return kContactMembers;
  }
  if (field == "redress") {
    return kMoneyMembers;
  }
  return {};
}

}  // namespace crmtrack::record
