#include <fmt/format.h>

#include <array>

#include "command/commands.hpp"
#include "command/common/last_complaint.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/write/capture.hpp"
#include "command/write/promise_options.hpp"
#include "command/write/step_record.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "view/plan.hpp"

namespace crmtrack::command {

using record::StepState;
using session::PlannedStory;
using util::Error;
using util::ErrorKind;

namespace {

/// Throws Error(usage) where one of these options is missing or empty.
void require_step_options(Context& context, const Invocation& invocation,
                          std::initializer_list<const OptionSpec*> options) {
  for (const OptionSpec* option : options)
    if (util::trim(invocation.get(option->key())).empty())
      throw Error(ErrorKind::usage,
                  fmt::format("cannot run '{}': --{} is missing", context.settings().command, option->key()),
                  {fmt::format("give it with --{} {}", option->key(), option->metavar)});
}

const story::Step& step_after(const PlannedStory& after, const std::string& record) {
  const story::Step* step = story::find_step(after.steps, record);
  if (step == nullptr) throw Error(ErrorKind::bug, "cannot find the step that was written");
  return *step;
}

std::string name_of(const PlannedStory& plan, const story::Step& step) {
  return fmt::format("step {} of {}", step.number, plan.shown);
}

std::string due_text(Context& context, const story::Step& step) {
  return step.due_at ? util::format_local(context.zone(), *step.due_at) : std::string("no date");
}

int run_plan_list(Context& context, const Invocation& invocation) {
  require_story_format(context);
  const PlannedStory plan = session::load_plan(context, session::get_story(context, invocation.positionals.front()));
  if (plan.ref.kind == record::StoryKind::complaint) remember_complaint(context, plan.ref.id);
  context.page();
  const view::Setting setting = setting_of(context);
  if (context.wants_data()) {
    print_items(context, view::plan_value(setting, plan.steps));
    return 0;
  }
  document::Document document;
  view::add_plan(setting, plan.steps, plan.entries, document);
  context.out().print(document, {});
  if (plan.steps.empty())
    context.say(fmt::format("{0} has no plan: crmtrack plan {0} add TEXT --owner PERSON --due TIME", plan.shown));
  return 0;
}

const OptionSpec kOwner{"--owner", "PERSON", "who does it", Completes::person};
const OptionSpec kDue{"--due", "TIME", "by when"};
const OptionSpec kGoal{"--goal", "TEXT", "what it is to bring about"};
const OptionSpec kStepNeeds{"--needs", "STEP", "a step that comes before it", Completes::step, {}, true};

int run_plan_add(Context& context, const Invocation& invocation) {
  require_step_options(context, invocation, {&kOwner, &kDue});
  const std::string text(util::trim(invocation.positionals.at(1)));
  if (text.empty()) throw Error(ErrorKind::usage, "cannot agree upon a step that says nothing");
  const std::string owner = resolve_present_person(context, invocation.get("owner"));
  const util::Timestamp due = promised_due_of(context, invocation.get("due"));
  return write_step(
      context, invocation, "step agreed",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        fields.set("state", yaml::Node::scalar(std::string(record::name_of(StepState::agreed))));
        set_text(fields, "goal", invocation.get("goal"));
        set_text(fields, "text", text);
        set_text(fields, "owner", owner);
        fields.set("due", yaml::Node::scalar(util::format_rfc3339(due)));
        std::vector<std::string> needs;
        for (const std::string& word : invocation.all("needs"))
          needs.push_back(session::get_step(plan, word, "wait for").record);
        if (!needs.empty()) fields.set("needs", yaml::Node::list_of(needs));
      },
      [&](const PlannedStory& after, const std::string& record) {
        const story::Step& step = step_after(after, record);
        return fmt::format("{} is agreed: {}, by {}", name_of(after, step), step.owner, due_text(context, step));
      });
}

/// Somebody who says so again has to say that it was done earlier.
void require_news(const PlannedStory& plan, const story::Step& step, util::Instant at) {
  const bool is_done = step.state == StepState::done || step.state == StepState::verified;
  if (is_done && step.done_at && at >= *step.done_at && !session::is_contested(plan, step))
    throw Error(ErrorKind::refused,
                fmt::format("cannot say that step {} of '{}' is done: it was done already", step.number, plan.shown),
                {fmt::format("see the plan: crmtrack plan {}", plan.shown)});
}

int run_done(Context& context, const Invocation& invocation) {
  const std::string text = text_without_editor(context, invocation);
  std::string record;
  return write_step(
      context, invocation, "step done",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        const story::Step& step = get_movable_step(plan, invocation, StepState::done, "finish");
        require_news(plan, step, at_of(context, invocation).utc);
        if (const auto before = story::waits_for(step, plan.steps); !before.empty())
          context.say_once(
              fmt::format("step {} needs step {}, which is not done", step.number, fmt::join(before, ", ")));
        record = step.record;
        set_state(fields, step, StepState::done);
        set_text(fields, "text", text);
        if (const auto evidence = invocation.find("evidence")) set_text(fields, "evidence", *evidence);
      },
      [&](const PlannedStory& after, const std::string&) {
        const story::Step& step = step_after(after, record);
        return fmt::format("{} is done; somebody else has yet to verify it: crmtrack plan {} verify {}",
                           name_of(after, step), after.shown, step.number);
      });
}

/// Nobody judges their own work: neither who ran the command, nor whom the record names.
void require_somebody_else(Context& context, const Invocation& invocation, const PlannedStory& plan,
                           const story::Step& step) {
  for (const std::string& person : {by_of(context, invocation), context.me()}) {
    const std::string_view concern = story::concern_of(step, person);
    if (concern.empty()) continue;
    throw Error(ErrorKind::refused,
                fmt::format("cannot verify step {} of '{}': {} {} it", step.number, plan.shown, person, concern),
                {"somebody else has to look at it"});
  }
}

int run_verify(Context& context, const Invocation& invocation) {
  const std::string text = text_without_editor(context, invocation);
  std::string record;
  return write_step(
      context, invocation, "step verified",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        const story::Step& step = get_movable_step(plan, invocation, StepState::verified, "verify");
        require_somebody_else(context, invocation, plan, step);
        record = step.record;
        set_state(fields, step, StepState::verified);
        set_text(fields, "text", text);
        if (const auto evidence = invocation.find("evidence")) set_text(fields, "evidence", *evidence);
      },
      [&](const PlannedStory& after, const std::string&) {
        const story::Step& step = step_after(after, record);
        const bool late = step.done_at && step.first_due_at && *step.done_at > *step.first_due_at;
        return fmt::format("{} is verified: done {} its first date", name_of(after, step), late ? "after" : "by");
      });
}

int run_slip(Context& context, const Invocation& invocation) {
  const std::string why = required_why(invocation);
  const util::Timestamp due = due_of(context, invocation.positionals.at(2));
  std::string record;
  return write_step(
      context, invocation, "step slipped",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        record = get_movable_step(plan, invocation, StepState::slipped, "put off").record;
        for (auto& [key, value] : slipped_fields(record, due, why).entries) fields.set(key, value);
      },
      [&](const PlannedStory& after, const std::string&) {
        const story::Step& step = step_after(after, record);
        return fmt::format("{} is now due {}; its first date decides whether it is kept in time", name_of(after, step),
                           due_text(context, step));
      });
}

int run_drop(Context& context, const Invocation& invocation) {
  const std::string why = required_why(invocation);
  std::string record;
  return write_step(
      context, invocation, "step dropped",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        const story::Step& step = get_movable_step(plan, invocation, StepState::dropped, "drop");
        record = step.record;
        set_state(fields, step, StepState::dropped);
        set_text(fields, "why", why);
      },
      [&](const PlannedStory& after, const std::string&) {
        return fmt::format("{} is dropped", name_of(after, step_after(after, record)));
      });
}

constexpr std::array<std::string_view, 2> kYesNo{"yes", "no"};
const OptionSpec kMeasure{"--measure", "WHAT", "what was measured"};
const OptionSpec kBefore{"--before", "VALUE", "its value before the step"};
const OptionSpec kAfter{"--after", "VALUE", "its value after the step"};
const OptionSpec kEffective{"--effective", "YES|NO", "whether the step helped", Completes::nothing, kYesNo};

yaml::Node effect_from(const Invocation& invocation) {
  yaml::Node effect = yaml::Node::map();
  for (const char* key : {"measure", "before", "after"}) set_text(effect, key, invocation.get(key));
  effect.set("effective", yaml::Node::boolean(invocation.get("effective") == "yes"));
  return effect;
}

int run_plan_review(Context& context, const Invocation& invocation) {
  require_step_options(context, invocation, {&kMeasure, &kBefore, &kAfter, &kEffective});
  const std::string text = text_without_editor(context, invocation);
  std::string record;
  return write_step(
      context, invocation, "step reviewed",
      [&](const PlannedStory& plan, yaml::Node& fields) {
        const story::Step& step = session::get_step(plan, invocation.positionals.at(1), "review");
        if (step.state != StepState::verified)
          throw Error(ErrorKind::refused,
                      fmt::format("cannot review step {} of '{}': it is not verified", step.number, plan.shown),
                      {fmt::format("see the plan: crmtrack plan {}", plan.shown)});
        record = step.record;
        set_state(fields, step, StepState::verified);
        fields.set("effect", effect_from(invocation));
        set_text(fields, "text", text);
      },
      [&](const PlannedStory& after, const std::string&) {
        return fmt::format("{} is reviewed: {}", name_of(after, step_after(after, record)),
                           invocation.get("effective") == "yes" ? "effective" : "not effective");
      });
}

const PositionalSpec kPlanId{"ID", "the complaint or the customer", Completes::story};
const PositionalSpec kStep{"STEP", "its number in the plan, or its record", Completes::step};

}  // namespace

const CommandSpec kPlan{
    .name = "plan",
    .group = "handle",
    .summary = "show the plan of a complaint or customer",
    .positionals = {{"ID", "the complaint or the customer; behind it add, done, verify, slip, drop or review",
                     Completes::story}},
    .examples = {{"crmtrack plan 7f3q", "the steps, who has each, by when, and what became of it"},
                 {"crmtrack plan acme", "of a customer, without a complaint"}},
    .access = Access::reads,
    .run = run_plan_list,
};
const CommandSpec kPlanAdd{
    .name = "plan add",
    .group = "handle",
    .summary = "agree upon a step",
    .positionals = {kPlanId, {"TEXT", "what is to be done"}},
    .options = {kOwner, kDue, kGoal, kStepNeeds, option::kRef, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack plan 7f3q add 'Alert on double runs' --owner ben@example.com --due 2026-12-04 --goal 'No "
                  "invoice is charged twice'",
                  "who does what by when, and what for"},
                 {"crmtrack plan 7f3q add 'Roll it out' --owner me --due fri --needs 1", "after step 1"}},
    .run = run_plan_add,
    .subject_first = true,
};
const CommandSpec kPlanDone{
    .name = "plan done",
    .group = "handle",
    .summary = "say that a step is done; somebody else verifies it",
    .positionals = {kPlanId, kStep},
    .options = {option::kMessage, option::kFile, option::kEvidence, option::kRef, option::kAttach, option::kAt,
                option::kBy},
    .examples = {{"crmtrack plan 7f3q done 2 -m 'Live since this morning' --ref defect:APO-9", "with the evidence"}},
    .run = run_done,
    .subject_first = true,
};
const CommandSpec kPlanVerify{
    .name = "plan verify",
    .group = "handle",
    .summary = "say that a step which somebody else did is done",
    .positionals = {kPlanId, kStep},
    .options = {option::kMessage, option::kFile, option::kEvidence, option::kRef, option::kAttach, option::kAt,
                option::kBy},
    .examples = {{"crmtrack plan 7f3q verify 2 -m 'Saw the alert fire'", "neither its owner nor whoever did it can"}},
    .run = run_verify,
    .subject_first = true,
};
const CommandSpec kPlanSlip{
    .name = "plan slip",
    .group = "handle",
    .summary = "put a step off; its first date stays",
    .positionals = {kPlanId, kStep, {"DUE", "the new date"}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack plan 7f3q slip 2 2026-12-11 --why 'The vendor is late'", "the first date decides"}},
    .run = run_slip,
    .subject_first = true,
};
const CommandSpec kPlanDrop{
    .name = "plan drop",
    .group = "handle",
    .summary = "let a step go, with the reason",
    .positionals = {kPlanId, kStep},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack plan 7f3q drop 3 --why 'The old job is gone'", "nobody owes it any more"}},
    .run = run_drop,
    .subject_first = true,
};
const CommandSpec kPlanReview{
    .name = "plan review",
    .group = "handle",
    .summary = "say whether a verified step helped",
    .positionals = {kPlanId, kStep},
    .options = {kMeasure, kBefore, kAfter, kEffective, option::kMessage, option::kFile, option::kRef, option::kAttach,
                option::kAt, option::kBy},
    .examples = {{"crmtrack plan 7f3q review 2 --measure 'double charges a month' --before 12 --after 0 --effective "
                  "yes",
                  "a measure before and after"}},
    .run = run_plan_review,
    .subject_first = true,
};

}  // namespace crmtrack::command
