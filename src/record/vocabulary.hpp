#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The fixed vocabularies of docs/domain.md, as written in files, JSON and filters. Validation, the options of
/// commands, their completion and the filter language (filter_keys.hpp) all read these.
namespace crmtrack::record {

/// The statuses of a complaint (docs/domain.md, Lifecycle).
enum class Status : std::uint8_t {
  received,
  acknowledged,
  investigating,
  waiting,
  responded,
  resolved,
  closed,
  withdrawn,
  void_
};
/// In the order of `Status`.
inline constexpr std::array<std::string_view, 9> kStatuses{
    "received", "acknowledged", "investigating", "waiting", "responded", "resolved", "closed", "withdrawn", "void"};
/// Every status before resolved: `status:open`.
inline constexpr std::span<const std::string_view> kOpenStatuses = std::span(kStatuses).first<5>();
std::string_view name_of(Status status);
std::optional<Status> parse_status(std::string_view name);

/// The kinds of promise (docs/domain.md, Promises).
enum class PromiseKind : std::uint8_t {
  acknowledge,
  first_response,
  update,
  resolution,
  final_response,
  summary,
  confirm,
  reply,
  information,
  commitment,
  accept,
  step,
  follow_up,
  review
};
/// In the order of `PromiseKind`.
inline constexpr std::array<std::string_view, 14> kPromiseKinds{
    "acknowledge", "first_response", "update",     "resolution", "final_response", "summary",   "confirm",
    "reply",       "information",    "commitment", "accept",     "step",           "follow_up", "review"};
std::string_view name_of(PromiseKind kind);
std::optional<PromiseKind> parse_promise_kind(std::string_view name);

/// The states of a step of a plan (docs/domain.md, Plans), as its records say them.
enum class StepState : std::uint8_t { agreed, slipped, done, verified, dropped };
/// In the order of `StepState`.
inline constexpr std::array<std::string_view, 5> kStepStates{"agreed", "slipped", "done", "verified", "dropped"};
std::string_view name_of(StepState state);
std::optional<StepState> parse_step_state(std::string_view name);

/// Who owes a promise, in the order of `story::Debtor`.
inline constexpr std::array<std::string_view, 3> kDebtors{"us", "customer", "third_party"};
inline constexpr std::array<std::string_view, 4> kSeverities{"low", "medium", "high", "critical"};
/// Whether the customer is in vulnerable circumstances, however we came to know: no; yes; yes, and the complaint is
/// about, or comes from, our failure to consider or respond to that (docs/domain.md, Vulnerable customers).
inline constexpr std::array<std::string_view, 3> kVulnerable{"none", "identified", "unmet"};
/// The channels that commands suggest and complete. Policy and forms may use further words, so validation takes any.
inline constexpr std::array<std::string_view, 10> kChannels{"web",  "phone",  "email",    "post",   "in_person",
                                                            "chat", "social", "referral", "portal", "api"};
inline constexpr std::array<std::string_view, 11> kActivityTypes{
    "call", "email", "meeting", "letter", "visit", "chat", "post", "voicemail", "note", "work", "compliment"};
inline constexpr std::array<std::string_view, 3> kDirections{"in", "out", "internal"};
inline constexpr std::array<std::string_view, 5> kPurposes{"acknowledge", "update", "answer", "request", "confirm"};
inline constexpr std::array<std::string_view, 7> kEvidence{"asserted", "attempted",    "sent",  "delivered",
                                                           "read",     "acknowledged", "signed"};
inline constexpr std::array<std::string_view, 3> kSentiments{"positive", "neutral", "negative"};
inline constexpr std::array<std::string_view, 2> kVisibilities{"client", "team"};
/// A record may expect these of somebody; `none`: an answer that asks for no confirmation says so (docs/domain.md,
/// Promises).
inline constexpr std::array<std::string_view, 4> kExpectable{"acknowledgement", "reply", "information", "none"};
/// To whom we make a promise: the customer, or ourselves.
inline constexpr std::array<std::string_view, 2> kPromisees{"customer", "us"};
inline constexpr std::array<std::string_view, 4> kOutcomes{"upheld", "partly_upheld", "not_upheld", "not_determined"};
inline constexpr std::array<std::string_view, 17> kCodes{"fixed",
                                                         "explained",
                                                         "apology",
                                                         "redress_monetary",
                                                         "redress_non_monetary",
                                                         "goodwill",
                                                         "replaced",
                                                         "process_changed",
                                                         "policy_confirmed",
                                                         "not_our_responsibility",
                                                         "overcome_by_events",
                                                         "duplicate",
                                                         "withdrawn",
                                                         "no_contact",
                                                         "external_decision",
                                                         "cannot_reproduce",
                                                         "in_error"};
inline constexpr std::array<std::string_view, 15> kCauses{"product_defect",
                                                          "information_or_documentation",
                                                          "charges_or_billing",
                                                          "delay",
                                                          "communication",
                                                          "staff_conduct",
                                                          "staff_knowledge",
                                                          "process",
                                                          "system_outage",
                                                          "third_party",
                                                          "policy",
                                                          "customer_misunderstanding",
                                                          "sales_or_advice",
                                                          "data_quality",
                                                          "unknown"};
inline constexpr std::array<std::string_view, 3> kSystemic{"none", "suspected", "confirmed"};
/// Who took our answer: the customer, or their silence.
inline constexpr std::array<std::string_view, 2> kAccepted{"customer", "silence"};
inline constexpr std::array<std::string_view, 3> kNatures{"functional", "hierarchical", "both"};
inline constexpr std::array<std::string_view, 9> kTriggers{"manual", "customer", "overdue", "warning", "severity",
                                                           "repeat", "rating",   "age",     "rule"};
inline constexpr std::array<std::string_view, 3> kAsked{"decide", "act", "inform"};
inline constexpr std::array<std::string_view, 3> kAnswers{"accept", "decline", "return"};
/// A rule makes this of its event for one recipient: a message to be sent, or none and why.
inline constexpr std::array<std::string_view, 2> kNotified{"queued", "suppressed"};
/// The fate of a message: the mail program took it, did not take it this time, or will not be asked again; it was
/// not sent and why; another message tells it.
inline constexpr std::array<std::string_view, 5> kDelivered{"sent", "retry", "failed", "suppressed", "digested"};
/// The life of an alarm of early warning.
inline constexpr std::array<std::string_view, 4> kAlarmStates{"raised", "acknowledged", "explained", "acted"};
/// How often the messages of a rule are gathered into one.
inline constexpr std::array<std::string_view, 4> kDigests{"none", "hourly", "daily", "weekly"};
/// The events of rules beside the kinds of records.
inline constexpr std::array<std::string_view, 4> kEvents{"due_soon", "overdue", "schedule", "digest"};
/// As what somebody is told.
inline constexpr std::array<std::string_view, 7> kRecipientRoles{"owner", "manager", "customer", "role",
                                                                 "team",  "list",    "person"};
inline constexpr std::array<std::string_view, 3> kLinks{"follows", "duplicate_of", "related"};

/// How sure we are that it reached them (docs/domain.md, Evidence), in rising order.
enum class Evidence { asserted, attempted, sent, delivered, read, acknowledged, signed_ };
std::optional<Evidence> parse_evidence(std::string_view word);
std::string_view name_of(Evidence evidence);
/// The evidence of an activity that states none (docs/domain.md, Evidence).
Evidence default_evidence(std::string_view activity_type, std::string_view direction);
/// The evidence of an acknowledgement, an answer or a confirmation by the channel that it went through (docs/domain.md,
/// Evidence): phone and in_person are `acknowledged`; email, post, chat, social, web and portal are `sent`; all others
/// are `asserted`.
Evidence channel_evidence(std::string_view channel);

}  // namespace crmtrack::record
