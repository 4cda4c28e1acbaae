#include <array>

#include "query/filter.hpp"

/// The keys of complaints. Their vocabularies are those of DOMAIN §§1–3, which `record` also has: this module stands
/// below it and knows words only.
namespace crmtrack::query {
namespace {

using std::string_view;

constexpr std::array<string_view, 10> kStatus{"open",      "received", "acknowledged", "investigating", "waiting",
                                              "responded", "resolved", "closed",       "withdrawn",     "void"};
constexpr std::array<string_view, 4> kSeverity{"low", "medium", "high", "critical"};
constexpr std::array<string_view, 4> kOutcome{"upheld", "partly_upheld", "not_upheld", "not_determined"};
constexpr std::array<string_view, 17> kCode{
    "fixed",           "explained",          "apology",          "redress_monetary",
    "goodwill",        "replaced",           "process_changed",  "redress_non_monetary",
    "duplicate",       "withdrawn",          "policy_confirmed", "not_our_responsibility",
    "no_contact",      "overcome_by_events", "in_error",         "external_decision",
    "cannot_reproduce"};
constexpr std::array<string_view, 15> kCause{"product_defect",
                                             "information_or_documentation",
                                             "charges_or_billing",
                                             "delay",
                                             "communication",
                                             "staff_conduct",
                                             "staff_knowledge",
                                             "process",
                                             "third_party",
                                             "system_outage",
                                             "policy",
                                             "customer_misunderstanding",
                                             "sales_or_advice",
                                             "data_quality",
                                             "unknown"};
constexpr std::array<string_view, 12> kType{"call", "email",     "meeting", "letter", "visit",      "chat",
                                            "post", "voicemail", "note",    "work",   "compliment", "other"};
constexpr std::array<string_view, 3> kSentiment{"positive", "neutral", "negative"};
constexpr std::array<string_view, 13> kPromise{
    "acknowledge", "first_response", "update",     "resolution", "final_response", "summary",  "confirm",
    "reply",       "information",    "commitment", "accept",     "step",           "follow_up"};

constexpr std::array<KeySpec, 25> kComplaintKeys{{
    {"status", KeyType::word, false, kStatus},
    {"owner", KeyType::text, false, {}, false, true},
    {"customer", KeyType::word},
    {"project", KeyType::word},
    {"channel", KeyType::word},
    {"reason", KeyType::word},
    {"severity", KeyType::word, false, kSeverity, true},
    {"level", KeyType::integer},
    {"segment", KeyType::text},
    {"region", KeyType::text},
    {"outcome", KeyType::word, false, kOutcome},
    {"code", KeyType::word, false, kCode},
    {"cause", KeyType::word, false, kCause},
    {"type", KeyType::word, true, kType},
    {"ref", KeyType::text, true},
    {"sentiment", KeyType::word, true, kSentiment},
    {"promise", KeyType::word, true, kPromise},
    {"link", KeyType::text, true},
    {"contested", KeyType::boolean},
    {"overdue", KeyType::boolean},
    {"received", KeyType::time},
    {"acknowledged", KeyType::time},
    {"resolved", KeyType::time},
    {"closed", KeyType::time},
    {"age", KeyType::days},
}};

constexpr std::array<KeySpec, 8> kFactKeys{{
    {"customer", KeyType::word},
    {"project", KeyType::word},
    {"channel", KeyType::word},
    {"reason", KeyType::word},
    {"severity", KeyType::word, false, kSeverity, true},
    {"segment", KeyType::text},
    {"region", KeyType::text},
    {"type", KeyType::word, true, kType},
}};

}  // namespace

std::span<const KeySpec> complaint_keys() { return kComplaintKeys; }
std::span<const KeySpec> fact_keys() { return kFactKeys; }

}  // namespace crmtrack::query
