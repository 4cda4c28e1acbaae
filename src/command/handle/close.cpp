#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/handling.hpp"
#include "command/common/option.hpp"
#include "session/promise/named.hpp"
#include "story/lifecycle.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

/// Commitments of ours and steps that nobody has settled keep a complaint from being closed.
bool blocks(const story::Promise& promise) {
  return story::is_open(promise) && promise.debtor == story::Debtor::us &&
         (promise.kind == record::PromiseKind::commitment || promise.kind == record::PromiseKind::step);
}

void require_nothing_owed(const session::PromisesOf& story) {
  std::vector<std::string> hints;
  for (const story::Promise& promise : story.promises) {
    if (!blocks(promise)) continue;
    const std::string reference = session::shown_reference(story, promise);
    const std::string how = story::is_to_us(promise)
                                ? fmt::format("crmtrack keep {} {}", story.shown, reference)
                                : fmt::format("crmtrack answer {} {} -m …", story.shown, reference);
    hints.push_back(fmt::format("{}: {}, or crmtrack waive {} {}@{} --why …", session::shown_promise(story, promise),
                                how, story.shown, record::name_of(promise.kind), reference));
  }
  if (hints.empty()) return;
  const std::string owed =
      fmt::format("{} of ours {} open", util::counted(hints.size(), "promise"), hints.size() == 1 ? "is" : "are");
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot close '{}': {}", story.shown, owed),
                    std::move(hints));
}

int run(Context& context, const Invocation& invocation) {
  return handle_complaints(
      context, invocation,
      [&](const story::Complaint& complaint) {
        const std::string shown = short_id(context, complaint.id);
        require_move(story::Move::close, complaint, shown);
        require_nothing_owed({complaint.entries, complaint.promises, shown});
        return std::vector{status_change(context, invocation, complaint, record::Status::closed)};
      },
      "closed");
}

}  // namespace

const CommandSpec kClose{
    .name = "close",
    .group = "handle",
    .summary = "close what is resolved and reviewed",
    .positionals = {{"ID", "the complaints", Completes::complaint, 0, -1}},
    .options = {option::kWhy, option::kFilter, option::kAt, option::kBy},
    .examples = {{"crmtrack close 7f3q",
                  "a review, or a waiver of it, comes first; and what we promised is kept or waived"},
                 {"crmtrack close --filter 'status:resolved resolved.before:-30d' -n",
                  "many at once; -n shows what would be written"}},
    .run = run,
};

}  // namespace crmtrack::command
