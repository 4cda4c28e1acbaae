#pragma once

#include <array>
#include <optional>
#include <string_view>

/// The fixed vocabularies of DOMAIN §§1, 2 and 4, as written in files and JSON.
namespace crmtrack::record {

inline constexpr std::array<std::string_view, 9> kStatuses{
    "received", "acknowledged", "investigating", "waiting", "responded", "resolved", "closed", "withdrawn", "void"};
inline constexpr std::array<std::string_view, 4> kSeverities{"low", "medium", "high", "critical"};
/// What is suggested and completed; policy and forms may use further words (DOMAIN §1), so validation takes any.
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
inline constexpr std::array<std::string_view, 3> kExpectations{"acknowledgement", "reply", "information"};
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
inline constexpr std::array<std::string_view, 3> kNatures{"functional", "hierarchical", "both"};
inline constexpr std::array<std::string_view, 9> kTriggers{"manual", "customer", "overdue", "warning", "severity",
                                                           "repeat", "rating",   "age",     "rule"};
inline constexpr std::array<std::string_view, 3> kAsked{"decide", "act", "inform"};
inline constexpr std::array<std::string_view, 3> kAnswers{"accept", "decline", "return"};
inline constexpr std::array<std::string_view, 3> kLinks{"follows", "duplicate_of", "related"};

/// How sure we are that it reached them (DOMAIN §2), in rising order.
enum class Evidence { asserted, attempted, sent, delivered, read, acknowledged, signed_ };
std::optional<Evidence> parse_evidence(std::string_view word);
std::string_view name_of(Evidence evidence);
/// What an activity has when it states none (DOMAIN §2).
Evidence default_evidence(std::string_view activity_type, std::string_view direction);
/// What `acknowledge`, `resolve` and `confirm` have by the channel they went through: phone and in_person acknowledged,
/// email, post, chat, social, web, portal sent, all else asserted.
Evidence channel_evidence(std::string_view channel);

}  // namespace crmtrack::record
