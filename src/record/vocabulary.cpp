#include "record/vocabulary.hpp"

#include <algorithm>

namespace crmtrack::record {

namespace {

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The value of an enum whose names stand in its order.
template <class Enum, std::size_t N>
std::optional<Enum> parse_name(std::string_view name, const std::array<std::string_view, N>& names) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

constexpr std::array<std::string_view, 3> kTalks{"call", "meeting", "visit"};
constexpr std::array<std::string_view, 4> kWritings{"email", "letter", "chat", "post"};
constexpr std::array<std::string_view, 2> kTalkingChannels{"phone", "in_person"};
constexpr std::array<std::string_view, 6> kWritingChannels{"email", "post", "chat", "social", "web", "portal"};

}  // namespace

std::string_view name_of(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::optional<Status> parse_status(std::string_view name) { return parse_name<Status>(name, kStatuses); }

std::string_view name_of(PromiseKind kind) { return kPromiseKinds[static_cast<std::size_t>(kind)]; }

std::optional<PromiseKind> parse_promise_kind(std::string_view name) {
  return parse_name<PromiseKind>(name, kPromiseKinds);
}

std::string_view name_of(StepState state) { return kStepStates[static_cast<std::size_t>(state)]; }

std::optional<StepState> parse_step_state(std::string_view name) { return parse_name<StepState>(name, kStepStates); }

std::optional<Evidence> parse_evidence(std::string_view word) { return parse_name<Evidence>(word, kEvidence); }

std::string_view name_of(Evidence evidence) { return kEvidence.at(static_cast<std::size_t>(evidence)); }

Evidence default_evidence(std::string_view activity_type, std::string_view direction) {
  if (direction == "in" || is_among(activity_type, kTalks)) return Evidence::acknowledged;
  if (is_among(activity_type, kWritings)) return Evidence::sent;
  return activity_type == "voicemail" ? Evidence::attempted : Evidence::asserted;
}

Evidence channel_evidence(std::string_view channel) {
  if (is_among(channel, kTalkingChannels)) return Evidence::acknowledged;
  return is_among(channel, kWritingChannels) ? Evidence::sent : Evidence::asserted;
}

}  // namespace crmtrack::record
