#include "story/complaint.hpp"

#include <algorithm>

namespace crmtrack::story {

bool Complaint::overdue(util::Instant now) const {
  return std::any_of(
      promises.begin(), promises.end(),
      [&](const Promise& promise) { return story::is_open(promise) && late_seconds(promise, now) > 0; });
}

bool Complaint::is_open() const { return status < record::Status::resolved; }

bool Complaint::has_answer() const {
  return std::any_of(
      transitions.rbegin(), transitions.rend(),
      [&](const Transition& transition) {
        return transition.status == record::Status::responded && transition.cycle == cycle;
      });
}

bool Complaint::has_entered(record::Status entered) const {
  return std::any_of(
      transitions.begin(), transitions.end(),
      [&](const Transition& transition) { return transition.status == entered; });
}

std::optional<util::Instant> Complaint::first_entered(record::Status entered) const {
  std::optional<util::Instant> first;
  for (const Transition& transition : transitions)
    if (transition.status == entered && transition.dated && (!first || transition.at < *first)) first = transition.at;
  return first;
}

std::optional<util::Instant> Complaint::first_reopened() const {
  for (const Transition& transition : transitions)
    if (transition.cycle > 1) return transition.dated ? std::optional(transition.at) : std::nullopt;
  return std::nullopt;
}

}  // namespace crmtrack::story
