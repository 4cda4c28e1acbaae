#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/step_record.hpp"
#include "session/promise/named.hpp"
#include "story/promise_name.hpp"
#include "util/format_local.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

/// A step of the plan has records of its own: this is one that it slipped.
Draft slip(Context& context, const Invocation& invocation, const story::Complaint& complaint,
           const story::Promise& promise, const util::Timestamp& due) {
  Draft draft = draft_for(context, invocation, complaint, record::Kind::step, "step slipped");
  draft.fields = slipped_fields(promise.of, due, invocation.get("why"));
  return draft;
}

int run_reschedule(Context& context, const Invocation& invocation) {
  required_why(invocation);
  const util::Timestamp due = due_of(context, invocation.positionals.at(2));
  std::string what;
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        const story::Promise& promise = session::get_promise(
            {complaint.entries, complaint.promises, shown, context.zone()}, invocation.positionals.at(1), "reschedule",
            [](const story::Promise& each) { return story::has_own_date(each.kind); });
        what = promise.what;
        if (promise.kind == record::PromiseKind::step)
          return std::vector{slip(context, invocation, complaint, promise, due)};
        Draft draft = draft_for(context, invocation, complaint, record::Kind::change, "promise rescheduled");
        yaml::Node set = yaml::Node::map();
        set.set("promise", yaml::Node::scalar(story::full_name_of(promise)));
        set.set("due", yaml::Node::scalar(util::format_rfc3339(due)));
        draft.fields.set("set", std::move(set));
        set_text(draft.fields, "why", invocation.get("why"));
        return std::vector{std::move(draft)};
      },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("'{}' on {} is now due {}; its first date decides whether it is kept in time", what, shown,
                           util::format_local(context.zone(), due.utc));
      });
}

}  // namespace

const CommandSpec kReschedule{
    .name = "reschedule",
    .group = "handle",
    .summary = "agree upon another date for a promise",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"PROMISE", "its kind, RECORD, RECORD.N or kind@RECORD", Completes::promise},
                    {"DUE", "the new date"}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack reschedule 7f3q commitment fri --why 'Agreed with Ms Doe on the phone'",
                  "where one of the kind is open"}},
    .run = run_reschedule,
};

}  // namespace crmtrack::command
