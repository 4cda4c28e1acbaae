#include "command/write/handling.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/shown.hpp"
#include "command/write/answers_option.hpp"
#include "command/write/capture.hpp"
#include "command/write/promise_options.hpp"
#include "index/read/select.hpp"
#include "session/filter.hpp"
#include "story/move_refusal.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using session::Draft;
using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

/// The complaints that a batch command means: its ids, or those of `--filter`. Throws Error(usage) where neither or
/// both are given.
std::vector<std::string> selected_complaints(Context& context, const Invocation& invocation) {
  const std::vector<std::string> filters = invocation.all("filter");
  if (invocation.positionals.empty() == filters.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot run '{}': give complaint ids or --filter, one of them",
                                              context.settings().command));
  std::vector<std::string> ids;
  if (!filters.empty()) {
    const query::Filter filter = session::parse_filter(context, filters);
    const index::Index& index = context.index();
    ids = index::select_ids(index, {shown_by(filter), context.moment(filter), {}, std::nullopt});
    if (const std::size_t hidden = count_hidden(context, filter); hidden > 0)
      context.say_once(fmt::format("{} more {} closed, and left alone: a filter with status: takes them too",
                                   counted(hidden), hidden == 1 ? "is" : "are"));
  }
  for (const std::string& word : invocation.positionals) {
    std::string id = get_complaint_id(context, word);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  }
  return ids;
}

/// Whether a command may have opened a promise that its sentence does not tell: one in words, or the sign that an
/// answer asks for by itself where it may not have arrived.
bool may_promise(const Invocation& invocation, const std::vector<Draft>& written) {
  return invocation.has("promise") || invocation.has("expects") || invocation.has("next-by") ||
         std::ranges::any_of(
             written, [](const Draft& draft) { return draft.kind == record::Kind::activity; });
}

}  // namespace

void say_restated(Context& context, const std::string& shown, const story::Complaint& after,
                  const std::vector<Draft>& written) {
  for (const story::Promise& promise : after.promises) {
    const bool is_by_these = std::ranges::find(written, promise.settled_by, &Draft::id) != written.end();
    if (promise.restated && promise.settled_at && is_by_these)
      context.say(fmt::format("restated: {} of {} was kept at {}, and is recorded now", record::name_of(promise.kind),
                              shown, util::format_local(context.zone(), *promise.settled_at)));
  }
}

int handle_complaint(Context& context, const Invocation& invocation, const DraftMaker& make, const Sentence& sentence) {
  std::string id;
  const session::Written written = write_records(context, [&] {
    id = get_complaint_id(context, invocation.positionals.at(0));
    return make(load_complaint(context, id));
  });
  if (context.settings().dry_run) return show_dry_run(context, written);
  if (context.display().quiet) return report_written(context, written.drafts, "");
  const story::Complaint after = load_complaint(context, id);
  const std::string shown = short_id(context, id);
  const session::PromisesOf promises{after.entries, after.promises, shown, context.zone()};
  for (const Draft& draft : written.drafts) say_unsettled(context, invocation, promises, draft);
  say_restated(context, shown, after, written.drafts);
  const int status = report_written(context, written.drafts, sentence ? sentence(shown, after) : std::string());
  if (may_promise(invocation, written.drafts)) say_promised(context, promises, written.drafts);
  return status;
}

int handle_complaints(Context& context, const Invocation& invocation, const DraftMaker& make, std::string_view done) {
  std::size_t complaints = 0;
  std::string one;
  const session::Written written = write_records(context, [&] {
    std::vector<Draft> drafts;
    std::vector<std::string> refusals;
    ErrorKind kind = ErrorKind::refused;
    const std::vector<std::string> ids = selected_complaints(context, invocation);
    for (const std::string& id : ids) {
      try {
        for (Draft& draft : make(load_complaint(context, id))) drafts.push_back(std::move(draft));
      } catch (const Error& error) {
        if (error.kind() == ErrorKind::usage || ids.size() == 1) throw;
        kind = error.kind();
        refusals.push_back(error.what());
      }
    }
    if (!refusals.empty())
      throw Error(kind,
                  fmt::format("cannot {} {} of {} complaints; nothing was written", context.settings().command,
                              refusals.size(), ids.size()),
                  refusals);
    complaints = ids.size();
    one = ids.size() == 1 ? short_id(context, ids.front()) : std::string();
    return drafts;
  });
  if (written.drafts.empty()) context.say("nothing to change");
  if (context.settings().dry_run) return show_dry_run(context, written);
  return report_written(context, written.drafts,
                        written.drafts.empty() ? std::string()
                        : one.empty()          ? fmt::format("{} {}", done, counted(complaints, "complaint"))
                                               : fmt::format("{} {}", done, one));
}

namespace {

/// The command that comes before a move which the status does not allow yet; none where there is none.
std::vector<std::string> way_to(story::Move move, record::Status status, std::string_view shown) {
  using record::Status;
  const bool wants_answer = move == story::Move::close || move == story::Move::confirm || move == story::Move::reject;
  if (wants_answer && status < Status::responded)
    return {fmt::format("answer it: crmtrack resolve {} --outcome OUTCOME --code CODE -m …", shown)};
  if (move == story::Move::close && status == Status::responded)
    return {fmt::format("crmtrack confirm {0}, or crmtrack reject {0} --why …", shown)};
  if (move != story::Move::close && (status == Status::resolved || status == Status::closed))
    return {fmt::format("crmtrack reopen {} --why …", shown)};
  return {};
}

}  // namespace

void require_move(story::Move move, const story::Complaint& complaint, std::string_view short_id) {
  if (const std::string why = story::refusal_of(move, complaint); !why.empty())
    throw Error(ErrorKind::refused, fmt::format("cannot {} '{}': {}", story::name_of(move), short_id, why),
                way_to(move, complaint.status, short_id));
}

Draft status_change(Context& context, const Invocation& invocation, const story::Complaint& complaint,
                    record::Status status, std::vector<yaml::Node::Entry> also) {
  Draft draft = draft_for(context, invocation, complaint, record::Kind::change,
                          fmt::format("status {}", record::name_of(status)));
  yaml::Node set = yaml::Node::map();
  set.set("status", yaml::Node::scalar(std::string(record::name_of(status))));
  for (auto& [key, value] : also) set.set(key, std::move(value));
  draft.fields.set("set", std::move(set));
  if (const auto why = invocation.find("why")) set_text(draft.fields, "why", *why);
  return draft;
}

}  // namespace crmtrack::command
