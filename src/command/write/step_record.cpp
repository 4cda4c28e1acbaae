#include "command/write/step_record.hpp"

#include <fmt/format.h>

#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using record::StepState;
using session::Draft;
using session::PlannedStory;

namespace {

Draft step_draft(Context& context, const Invocation& invocation, const PlannedStory& plan, std::string_view says) {
  Draft draft;
  draft.story = plan.ref;
  draft.kind = record::Kind::step;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.customer = plan.customer;
  draft.says = says;
  draft.attachments = attachments_of(context, invocation);
  if (const auto refs = refs_of(invocation); !refs.empty()) draft.fields.set("refs", yaml::Node::list_of(refs));
  return draft;
}

}  // namespace

int write_step(Context& context, const Invocation& invocation, std::string_view says, const StepMaker& make,
               const StepSentence& sentence) {
  record::StoryRef ref;
  const session::Written written = write_records(context, [&] {
    const PlannedStory plan = session::load_plan(context, session::get_story(context, invocation.positionals.at(0)));
    ref = plan.ref;
    Draft draft = step_draft(context, invocation, plan, says);
    make(plan, draft.fields);
    return std::vector{std::move(draft)};
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  std::string text;
  if (!context.display().quiet) text = sentence(session::load_plan(context, ref), written.drafts.front().id);
  return report_written(context, written.drafts, text);
}

const story::Step& get_movable_step(const PlannedStory& plan, const Invocation& invocation, StepState to,
                                    std::string_view verb) {
  const story::Step& step = session::get_step(plan, invocation.positionals.at(1), verb);
  if (session::is_contested(plan, step)) return step;
  std::string why(story::refusal_of(step, to));
  if (why.empty() && step.state == to && (to == StepState::dropped || to == StepState::verified))
    why = fmt::format("it was {} already", record::name_of(to));
  if (!why.empty())
    throw util::Error(util::ErrorKind::refused,
                      fmt::format("cannot {} step {} of '{}': {}", verb, step.number, plan.shown, why),
                      {fmt::format("see the plan: crmtrack plan {}", plan.shown)});
  return step;
}

void set_state(yaml::Node& fields, const story::Step& step, StepState to) {
  fields.set("step", yaml::Node::scalar(step.record));
  fields.set("state", yaml::Node::scalar(std::string(record::name_of(to))));
}

yaml::Node slipped_fields(const std::string& step, const util::Timestamp& due, const std::string& why) {
  yaml::Node fields = yaml::Node::map();
  fields.set("step", yaml::Node::scalar(step));
  fields.set("state", yaml::Node::scalar(std::string(record::name_of(StepState::slipped))));
  fields.set("due", yaml::Node::scalar(util::format_rfc3339(due)));
  set_text(fields, "why", why);
  return fields;
}

}  // namespace crmtrack::command
