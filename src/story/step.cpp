#include "story/step.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/text/case.hpp"

namespace crmtrack::story {

using record::StepState;

bool is_to_do(const Step& step) { return step.state == StepState::agreed || step.state == StepState::slipped; }

bool waits_for_verification(const Step& step) { return step.state == StepState::done; }

const Step* find_step(const std::vector<Step>& steps, std::string_view record) {
  const auto found = std::ranges::find(steps, record, &Step::record);
  return found == steps.end() ? nullptr : &*found;
}

std::vector<int> waits_for(const Step& step, const std::vector<Step>& steps) {
  std::vector<int> numbers;
  for (const Step& other : steps)
    if (is_to_do(other) && std::ranges::find(step.needs, other.record) != step.needs.end())
      numbers.push_back(other.number);
  return numbers;
}

std::string_view refusal_of(const Step& step, StepState to) {
  if (step.state == StepState::dropped && to != StepState::dropped) return "it was dropped";
  if (step.state == StepState::verified && (to == StepState::slipped || to == StepState::dropped))
    return "it was verified";
  return to == StepState::verified && is_to_do(step) ? "it is not done yet" : "";
}

std::string conflict_key(std::string_view short_record) { return fmt::format("step {}", short_record); }

std::string_view concern_of(const Step& step, std::string_view person) {
  if (person.empty()) return {};
  const std::string folded = util::fold_case(person);
  const auto is_person = [&](const std::string& other) { return util::fold_case(other) == folded; };
  if (is_person(step.owner)) return "owns";
  if (is_person(step.done_by) || std::ranges::any_of(step.doers, is_person)) return "did";
  return std::ranges::any_of(step.owners, is_person) ? "owned" : "";
}

}  // namespace crmtrack::story
