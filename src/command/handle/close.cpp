#include <fmt/format.h>

#include <optional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/handling.hpp"
#include "session/promise/named.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

/// A commitment of ours that nobody has settled keeps a complaint from being closed.
bool blocks(const story::Promise& promise) {
  return promise.debtor == story::Debtor::us && promise.kind == record::PromiseKind::commitment;
}

/// So does a step that is neither done nor dropped, each with its ways out.
std::vector<std::string> steps_to_do(const std::vector<story::Step>& steps, const session::PromisesOf& story) {
  std::vector<std::string> hints;
  for (const story::Step& step : steps) {
    if (!story::is_to_do(step)) continue;
    const std::string due = step.due_at ? ", due " + util::format_local(story.zone, *step.due_at) : "";
    hints.push_back(fmt::format("step {0}: {1}{2}: crmtrack plan {3} done {0}, or crmtrack plan {3} drop {0} --why …",
                                step.number, step.text, due, story.shown));
  }
  return hints;
}

void require_nothing_owed(const session::PromisesOf& story, const std::vector<story::Step>& steps) {
  std::vector<std::string> hints;
  for (const story::Promise* promise : session::open_promises(story, blocks)) {
    const std::string reference = session::shown_reference(story, *promise);
    const std::string how = story::is_to_us(*promise)
                                ? fmt::format("crmtrack keep {} {}", story.shown, reference)
                                : fmt::format("crmtrack answer {} {} -m …", story.shown, reference);
    hints.push_back(fmt::format("{}: {}, or crmtrack waive {} {}@{} --why …", session::shown_promise(story, *promise),
                                how, story.shown, record::name_of(promise->kind), reference));
  }
  for (std::string& hint : steps_to_do(steps, story)) hints.push_back(std::move(hint));
  if (hints.empty()) return;
  const std::string owed =
      fmt::format("{} of ours {} open", util::counted(hints.size(), "promise"), hints.size() == 1 ? "is" : "are");
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot close '{}': {}", story.shown, owed),
                    std::move(hints));
}

void require_one_way(const Invocation& invocation) {
  if (invocation.has("lesson") && invocation.has("no-review"))
    throw util::Error(util::ErrorKind::usage,
                      "cannot have both --lesson and --no-review: one writes the review, the "
                      "other waives it");
  if (invocation.has("lesson") && invocation.get("lesson").empty())
    throw util::Error(util::ErrorKind::usage, "cannot record an empty review", {"give it with --lesson TEXT"});
  if (invocation.has("no-review")) required_why(invocation);
}

/// The review that --lesson writes, or its waiver by --no-review; nullopt where neither is given or needed.
std::optional<Draft> review_draft(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  if (invocation.has("lesson")) {
    Draft draft = draft_for(context, invocation, complaint, record::Kind::review, "reviewed");
    set_text(draft.fields, "lesson", invocation.get("lesson"));
    return draft;
  }
  if (!invocation.has("no-review") || complaint.reviewed || complaint.review_waived) return std::nullopt;
  Draft draft = draft_for(context, invocation, complaint, record::Kind::waiver, "review waived");
  set_text(draft.fields, "promise", "review");
  set_text(draft.fields, "why", invocation.get("why"));
  return draft;
}

/// Requires that it may be closed, once a review is written where `has_review`; names the ways to one where only that
/// is missing.
void require_closable(const story::Complaint& complaint, bool has_review, const std::string& shown) {
  story::Complaint reviewed = complaint;
  reviewed.reviewed = true;
  require_move(story::Move::close, reviewed, shown);
  const std::string why = has_review ? std::string() : story::refusal_of(story::Move::close, complaint);
  if (why.empty()) return;
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot close '{}': {}", shown, why),
                    {fmt::format("both in one call: crmtrack close {} --lesson …", shown),
                     fmt::format("without a review: crmtrack close {} --no-review --why …", shown)});
}

std::vector<Draft> closing(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  const std::string shown = short_id(context, complaint.id);
  std::vector<Draft> drafts;
  if (auto review = review_draft(context, invocation, complaint)) drafts.push_back(std::move(*review));
  require_closable(complaint, !drafts.empty(), shown);
  require_nothing_owed({complaint.entries, complaint.promises, shown, context.zone()}, complaint.steps);
  drafts.push_back(status_change(context, invocation, complaint, record::Status::closed));
  return drafts;
}

int run_close(Context& context, const Invocation& invocation) {
  require_one_way(invocation);
  return handle_complaints(
      context, invocation, [&](const story::Complaint& complaint) { return closing(context, invocation, complaint); },
      "closed");
}

}  // namespace

const CommandSpec kClose{
    .name = "close",
    .group = "handle",
    .summary = "close what is resolved and reviewed",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1}},
    .options = {OptionSpec{"--lesson", "TEXT", "write the review in the same call: what we learnt"},
                OptionSpec{"--no-review", "", "waive the review, with --why"}, option::kWhy, option::kFilter,
                option::kAt, option::kBy},
    .examples = {{"crmtrack close 7f3q",
                  "a review, or a waiver of it, comes first; and what we promised is kept or waived"},
                 {"crmtrack close 7f3q --lesson 'Alert on double runs'", "review and close in one call"},
                 {"crmtrack close --filter 'status:resolved resolved.before:-30d' -n",
                  "many at once; -n shows what would be written"}},
    .run = run_close,
};

}  // namespace crmtrack::command
