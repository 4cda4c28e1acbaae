#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/review_fields.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

int run_review(Context& context, const Invocation& invocation) {
  if (invocation.has("lesson") && invocation.has("message"))
    throw util::Error(util::ErrorKind::usage, "cannot have both --lesson and -m: they are the same");
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        yaml::Node fields = review_fields(context, invocation);
        if (invocation.has("message")) set_text(fields, "lesson", invocation.get("message"));
        if (fields.entries.empty())
          throw util::Error(util::ErrorKind::usage, "cannot record an empty review",
                            {"for example: crmtrack review 7f3q --root-cause 'Double booking job' --lesson 'Check the "
                             "job log daily'"});
        Draft draft = draft_for(context, invocation, complaint, record::Kind::review, "reviewed");
        draft.fields = std::move(fields);
        return std::vector{std::move(draft)};
      },
      [](const std::string& shown, const story::Complaint&) {
        return fmt::format("the review of {} is recorded", shown);
      });
}

}  // namespace

const CommandSpec kReview{
    .name = "review",
    .group = "handle",
    .summary = "write down what was learnt",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {option::kWentWell, option::kWentWrong, option::kRootCause,
                OptionSpec{"--lesson", "TEXT", "what we learnt"},
                OptionSpec{"-m,--message", "TEXT", "the same as --lesson"}, option::kPraise, option::kAttach,
                option::kAt, option::kBy},
    .examples = {{"crmtrack review 7f3q --root-cause 'Booking job ran twice' --lesson 'Alert on double runs' --praise "
                  "ben@example.com",
                  "used to solve and to praise"}},
    .run = run_review,
};

}  // namespace crmtrack::command
