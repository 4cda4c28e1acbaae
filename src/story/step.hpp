#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/vocabulary.hpp"
#include "util/time.hpp"

namespace crmtrack::story {

/// The verdict of a review on a step: a measure before and after it.
struct StepEffect {
  std::string measure, before, after;
  bool effective = false;
  std::string by, record;
  util::Instant at{};
};

/// A step of a plan: what somebody of us does by when, whether it was done, and whether that helped (docs/domain.md,
/// Plans). The fold derives it from the records of kind `step`.
struct Step {
  std::string record;  ///< the record that agreed it, by which later ones name it
  int number = 1;      ///< its place in the plan, from 1
  record::StepState state = record::StepState::agreed;
  std::string text, goal, owner;
  std::string agreed_by;
  util::Instant agreed_at{};
  std::optional<util::Instant> due_at;        ///< the date that holds now
  std::optional<util::Instant> first_due_at;  ///< the first date, by which the step is judged
  std::vector<std::string> needs;             ///< the steps that come before it, by their records
  std::string done_by, done_record;
  std::optional<util::Instant> done_at;
  std::string verified_by, verified_record;
  std::optional<util::Instant> verified_at;
  /// Everybody who owned it and everybody who said that it is done, as records first named them, as corrections do, and
  /// as commits say: none of them verifies it.
  std::vector<std::string> owners, doers;
  std::string why;  ///< why it slipped last, or was dropped
  std::optional<StepEffect> effect;
};

/// True while somebody still has to do it.
bool is_to_do(const Step& step);
/// True for a step that was done, by its record, and that nobody has verified yet.
bool waits_for_verification(const Step& step);
const Step* find_step(const std::vector<Step>& steps, std::string_view record);
/// The numbers of the steps that one needs and that are neither done nor dropped, in the order of the plan.
std::vector<int> waits_for(const Step& step, const std::vector<Step>& steps);
/// The reason why a person may not verify the step: they own or owned it, or they did it, and nobody judges their own
/// work. One of `owns`, `owned`, `did`; empty where they may.
std::string_view concern_of(const Step& step, std::string_view person);
/// Why a step cannot enter a state from the one that it is in; empty where it can.
std::string_view refusal_of(const Step& step, record::StepState to);
/// The name under which the fold reports that two records say different things of a step (Conflict::what).
std::string conflict_key(std::string_view short_record);

}  // namespace crmtrack::story
