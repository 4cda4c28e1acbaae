#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "command/write/promise_options.hpp"
#include "session/promise/named.hpp"
#include "story/complaint.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "story/promise_name.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

bool is_theirs(const story::Promise& promise) { return promise.debtor == story::Debtor::customer; }

/// The promise of the customer that --until is for: the one that --for names, else the only open one; null where no
/// date is given. Throws Error(ambiguous) where they owe several.
const story::Promise* promise_to_date(const Invocation& invocation, const session::PromisesOf& story) {
  if (!invocation.has("until")) {
    if (invocation.has("for")) throw Error(ErrorKind::usage, "cannot use --for without --until TIME");
    return nullptr;
  }
  if (invocation.has("for")) return &session::get_promise(story, invocation.get("for"), "wait for", is_theirs);
  const auto open = session::open_promises(story, is_theirs);
  if (open.size() == 1) return open.front();
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell what '{}' waits for: the customer owes {} things", story.shown, open.size()),
              session::shown_promises(story, open, "--for "));
}

void require_owing(const story::Complaint& complaint, const std::string& on, const std::string& shown) {
  if (const std::string why = story::waiting_refusal(complaint, on); !why.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot let '{}' wait on {}: {}", shown, on, why),
                {"ask them first, for example: crmtrack email " + shown + " --expects information@fri -m …"});
}

int run_wait(Context& context, const Invocation& invocation) {
  const std::string on = invocation.get("on");
  if (on.empty())
    throw Error(ErrorKind::usage, "cannot wait without saying on whom",
                {"give it with --on customer, or --on NAME --until TIME for a third party"});
  if (on != "customer" && !invocation.has("until"))
    throw Error(ErrorKind::usage, fmt::format("cannot wait on '{}' without a date", on), {"give it with --until TIME"});
  if (on != "customer" && invocation.has("for"))
    throw Error(ErrorKind::usage, "cannot use --for with a third party: it names what the customer owes");
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const session::PromisesOf story{complaint.entries, complaint.promises, short_id(context, complaint.id),
                                        context.zone()};
        require_move(story::Move::wait, complaint, story.shown);
        require_owing(complaint, on, story.shown);
        std::vector<yaml::Node::Entry> set{{"waiting_on", yaml::Node::scalar(on)}};
        if (invocation.has("until"))
          set.emplace_back("waiting_until",
                           yaml::Node::scalar(util::format_rfc3339(due_of(context, invocation.get("until")))));
        const story::Promise* dated = on == "customer" ? promise_to_date(invocation, story) : nullptr;
        if (dated != nullptr) set.emplace_back("waiting_for", yaml::Node::scalar(story::full_name_of(*dated)));
        return std::vector{status_change(context, invocation, complaint, record::Status::waiting, std::move(set))};
      },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("{} waits on {}{}", shown, on, told_due(context, invocation, "until", "until"));
      });
}

}  // namespace

const CommandSpec kWait{
    .name = "wait",
    .group = "handle",
    .summary = "say whom we wait for",
    .positionals = {{"ID", "the complaint", Completes::complaint}},
    .options = {OptionSpec{"--on", "WHOM", "customer, while they owe us something; or a third party's name"},
                OptionSpec{"--until", "TIME", "by when they owe it; a third party needs one"},
                OptionSpec{"--for", "PROMISE", "what of the customer's the date is for, where they owe several",
                           Completes::promise},
                option::kWhy, option::kAt, option::kBy},
    .examples = {{"crmtrack wait 7f3q --on 'Carrier Ltd' --until 2026-12-01", "a third party: name and date"},
                 {"crmtrack email 7f3q -m 'Please send the contract' --expects information@thu && crmtrack wait 7f3q "
                  "--on customer --why 'They send the contract'",
                  "the customer, once they owe us something"}},
    .run = run_wait,
};

}  // namespace crmtrack::command
