#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "session/promise/named.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;
using session::PromisesOf;
using util::Error;
using util::ErrorKind;

namespace {

bool is_commitment_to_customer(const story::Promise& promise) {
  return promise.kind == record::PromiseKind::commitment && promise.debtor == story::Debtor::us &&
         !story::is_to_us(promise);
}

const story::Promise& kept_by_name(const PromisesOf& story, const std::string& name) {
  const story::Promise& promise = session::get_promise(
      story, name, "keep", [](const story::Promise& each) { return each.debtor == story::Debtor::us; });
  if (story::is_to_us(promise)) return promise;
  if (promise.kind == record::PromiseKind::step)
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot keep '{}' of '{}': it is a step of the plan, done and then verified", name, story.shown),
        {fmt::format("say so with: crmtrack plan {} done {}", story.shown, session::shown_reference(story, promise))});
  throw Error(ErrorKind::refused,
              fmt::format("cannot keep '{}' of '{}': it was made to the customer, whom only a contact reaches", name,
                          story.shown),
              {fmt::format("record the contact: crmtrack call {} --answers {} -m …", story.shown,
                           session::shown_reference(story, promise))});
}

/// The only open promise that we made to ourselves.
const story::Promise& kept_alone(const PromisesOf& story) {
  const auto open = session::open_promises(story, story::is_to_us);
  if (open.size() == 1) return *open.front();
  if (open.empty()) {
    std::vector<std::string> hints;
    for (const story::Promise* promise : session::open_promises(story, is_commitment_to_customer))
      hints.push_back(fmt::format("'{}' was made to the customer, whom a contact reaches: crmtrack answer {} {} -m …",
                                  promise->what, story.shown, session::shown_reference(story, *promise)));
    if (hints.empty()) hints.emplace_back("make one with --promise WHAT@DUE --to us");
    throw Error(ErrorKind::not_found,
                fmt::format("cannot keep a promise of '{}': none that we made to ourselves is open", story.shown),
                std::move(hints));
  }
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell which promise of '{}' to keep: {} are open", story.shown, open.size()),
              session::shown_promises(story, open));
}

int run_keep(Context& context, const Invocation& invocation) {
  const std::string text = text_without_editor(context, invocation);
  std::string kept;
  return handle_complaint(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const PromisesOf story{complaint.entries, complaint.promises, short_id(context, complaint.id), context.zone()};
        const story::Promise& promise =
            invocation.positionals.size() > 1 ? kept_by_name(story, invocation.positionals[1]) : kept_alone(story);
        kept = promise.what;
        Draft draft = draft_for(context, invocation, complaint, record::Kind::activity, "kept");
        set_text(draft.fields, "type", "note");
        set_text(draft.fields, "direction", "internal");
        set_text(draft.fields, "text", text);
        draft.fields.set("answers", yaml::Node::list_of(std::vector{story::reference_of(promise)}));
        return std::vector{std::move(draft)};
      },
      [&](const std::string& shown, const story::Complaint&) { return fmt::format("kept on {}: {}", shown, kept); });
}

}  // namespace

const CommandSpec kKeep{
    .name = "keep",
    .group = "handle",
    .summary = "tick off what we promised ourselves",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"PROMISE", "which, where several are open: RECORD, RECORD.N or kind@RECORD", Completes::promise, 0,
                     1}},
    .options = {option::kMessage, option::kFile, option::kAttach, option::kRef, option::kAt, option::kBy},
    .examples = {{"crmtrack keep 7f3q -m 'Finance has booked it'", "the only one that is open"},
                 {"crmtrack keep 7f3q 5v0k.2", "one of several"}},
    .run = run_keep,
};

}  // namespace crmtrack::command
