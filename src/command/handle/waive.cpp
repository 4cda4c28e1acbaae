#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "session/promise/named.hpp"
#include "story/promise.hpp"
#include "story/promise_name.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

/// The open promise that the user names, as the record keeps it.
std::string waived_of(Context& context, const story::Complaint& complaint, const std::string& text,
                      const std::string& shown) {
  if (text == "review") return text;
  return story::full_name_of(session::get_promise({complaint.entries, complaint.promises, shown, context.zone()}, text,
                                                  "waive", [](const story::Promise&) { return true; }));
}

int run_waive(Context& context, const Invocation& invocation) {
  required_why(invocation);
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        Draft draft = draft_for(context, invocation, complaint, record::Kind::waiver, "promise waived");
        draft.fields = yaml::Node::map();
        draft.fields.set("promise",
                         yaml::Node::scalar(waived_of(context, complaint, invocation.positionals.at(1), shown)));
        set_text(draft.fields, "why", invocation.get("why"));
        return std::vector{std::move(draft)};
      },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("{} of {} is waived", invocation.positionals.at(1), shown);
      });
}

}  // namespace

const CommandSpec kWaive{
    .name = "waive",
    .group = "handle",
    .summary = "let a promise go, with the reason",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"PROMISE", "its kind, kind@RECORD or kind@RECORD.N; review for the review", Completes::promise}},
    .options = {option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack waive 7f3q reply --why 'The customer left the company'", "where there is one of the kind"},
                 {"crmtrack waive 7f3q commitment@5v0k --why 'Settled by the refund'", "where there are several"}},
    .run = run_waive,
};

}  // namespace crmtrack::command
