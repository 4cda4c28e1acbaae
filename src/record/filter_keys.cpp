#include "record/filter_keys.hpp"

#include <array>
#include <span>

#include "record/vocabulary.hpp"

namespace crmtrack::record {
namespace {

using query::KeySpec;
using query::KeyType;

constexpr std::array kStatusGroups{query::WordGroup{"open", kOpenStatuses}};

/// The kinds of promise that the fold makes so far (story/fold/promise_book.cpp); a filter for another finds nothing.
constexpr auto kMadePromises = std::span(kPromiseKinds).first<12>();
static_assert(kPromiseKinds[12] == "follow_up", "no fold makes one yet");

constexpr std::array<KeySpec, 30> kComplaintKeys{{
    {.name = "id"},
    {.name = "status", .values = kStatuses, .groups = kStatusGroups},
    {.name = "owner", .type = KeyType::text, .person = true},
    {.name = "customer"},
    {.name = "project"},
    {.name = "channel"},
    {.name = "reason"},
    {.name = "severity", .values = kSeverities, .ordered = true},
    {.name = "vulnerable", .values = kVulnerable},
    {.name = "level", .type = KeyType::integer},
    {.name = "segment", .type = KeyType::text},
    {.name = "region", .type = KeyType::text},
    {.name = "outcome", .values = kOutcomes},
    {.name = "code", .values = kCodes},
    {.name = "cause", .values = kCauses},
    {.name = "accepted_by", .values = kAccepted},
    {.name = "type", .many = true, .values = kActivityTypes},
    {.name = "ref", .type = KeyType::text, .many = true},
    {.name = "sentiment", .many = true, .values = kSentiments},
    {.name = "promise", .many = true, .values = kMadePromises},
    {.name = "link", .type = KeyType::text, .many = true},
    {.name = "contested", .type = KeyType::boolean},
    {.name = "overdue", .type = KeyType::boolean},
    {.name = "due", .type = KeyType::time},
    {.name = "owes", .values = kDebtors},
    {.name = "received", .type = KeyType::time},
    {.name = "acknowledged", .type = KeyType::time},
    {.name = "resolved", .type = KeyType::time},
    {.name = "closed", .type = KeyType::time},
    {.name = "age", .type = KeyType::days},
}};

constexpr std::array<KeySpec, 9> kFactKeys{{
    {.name = "customer"},
    {.name = "project"},
    {.name = "channel"},
    {.name = "reason"},
    {.name = "severity", .values = kSeverities, .ordered = true},
    {.name = "vulnerable", .values = kVulnerable},
    {.name = "segment", .type = KeyType::text},
    {.name = "region", .type = KeyType::text},
    {.name = "type", .many = true, .values = kActivityTypes},
}};

}  // namespace

std::span<const KeySpec> complaint_keys() { return kComplaintKeys; }
std::span<const KeySpec> fact_keys() { return kFactKeys; }

}  // namespace crmtrack::record
