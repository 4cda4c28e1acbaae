#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/capture.hpp"
#include "command/write/closing.hpp"
#include "command/write/handling.hpp"
#include "command/write/review_fields.hpp"
#include "session/promise/named.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Draft;

namespace {

void require_nothing_owed(const session::PromisesOf& story, const std::vector<story::Step>& steps) {
  std::vector<std::string> hints = what_stops_closing(story, steps);
  if (hints.empty()) return;
  const std::string owed =
      fmt::format("{} of ours {} open", util::counted(hints.size(), "promise"), hints.size() == 1 ? "is" : "are");
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot close '{}': {}", story.shown, owed),
                    std::move(hints));
}

constexpr std::array<const char*, 5> kReviewOptions{"lesson", "went-well", "went-wrong", "root-cause", "praise"};

/// Whether the call writes the review.
bool writes_review(const Invocation& invocation) {
  return std::ranges::any_of(
      kReviewOptions, [&](const char* option) { return invocation.has(option); });
}

void require_one_way(const Invocation& invocation) {
  for (const char* option : kReviewOptions) {
    if (!invocation.has(option)) continue;
    if (invocation.has("no-review"))
      throw util::Error(
          util::ErrorKind::usage,
          fmt::format("cannot have both --{} and --no-review: one writes the review, the other waives it", option));
    if (invocation.get(option).empty())
      throw util::Error(util::ErrorKind::usage, "cannot record an empty review", {"give it with --lesson TEXT"});
  }
  if (invocation.has("no-review")) required_why(invocation);
}

/// The review that --lesson and its like write, or its waiver by --no-review; nullopt where neither is given or needed.
std::optional<Draft> review_draft(Context& context, const Invocation& invocation, const story::Complaint& complaint) {
  if (writes_review(invocation)) {
    Draft draft = draft_for(context, invocation, complaint, record::Kind::review, "reviewed");
    draft.fields = review_fields(context, invocation);
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
    .options = {OptionSpec{"--lesson", "TEXT", "write the review in the same call: what we learnt"}, option::kWentWell,
                option::kWentWrong, option::kRootCause, option::kPraise,
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
