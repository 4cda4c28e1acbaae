#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/list_options.hpp"
#include "command/common/option.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "command/report/report.hpp"
#include "command/write/capture.hpp"
#include "command/write/promise_options.hpp"
#include "command/write/report_written.hpp"
#include "index/read/decisions.hpp"
#include "session/decisions.hpp"
#include "session/filter.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/format_local.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "view/decision.hpp"

namespace crmtrack::command {

using session::Draft;
using story::Decision;
using util::Error;
using util::ErrorKind;

namespace {

const OptionSpec kMeasure{"--measure", "TEXT", "the figure by which it will show"};
const OptionSpec kReviewOn{"--review", "DAY", "when somebody looks at that figure"};
const OptionSpec kFromReport{"--report", "WORDS", "the report that it was taken from: NAME and FILTER"};
const OptionSpec kDecisionOwner{"--owner", "PERSON", "who looks at it; default: who decides", Completes::person};
const OptionSpec kResult{"--result", "TEXT", "what the figure showed"};
const OptionSpec kAgain{"--again", "DAY", "when somebody looks at it again"};
const OptionSpec kUnreviewed{"--open", "", "only those that somebody has yet to look at"};

/// Throws Error(usage) where an option is missing or says nothing.
std::string required(Context& context, const Invocation& invocation, const OptionSpec& option) {
  std::string value(util::trim(invocation.get(option.key())));
  if (value.empty())
    throw Error(ErrorKind::usage,
                fmt::format("cannot run '{}': --{} is missing", context.settings().command, option.key()),
                {fmt::format("give it with --{} {}: {}", option.key(), option.metavar, option.help)});
  return value;
}

/// The words of a report: its name is one of ours, and its filter one that can be read.
std::string report_words(Context& context, const Invocation& invocation) {
  std::string words(util::trim(invocation.get("report")));
  if (words.empty()) return words;
  const std::string name = words.substr(0, words.find(' '));
  const std::vector<std::string> names = report_names();
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    const bool has_filter = name != "trail" && name != "client" && name.size() < words.size();
    if (has_filter) (void)session::parse_filter(context, {words.substr(name.size() + 1)});
    return words;
  }
  std::vector<std::string> hints;
  if (const auto near = util::nearest(name, names); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  hints.push_back("reports: " + util::join(names, ", "));
  throw Error(ErrorKind::usage, fmt::format("cannot decide from '{}': no such report", name), std::move(hints));
}

std::string day_text(Context& context, util::Instant time) {
  return util::format_local(context.zone(), time).substr(0, 10);
}

/// Prints what was written: the id of the decision, or its item.
int report_decision(Context& context, const session::Written& written, const std::string& id,
                    const std::string& sentence) {
  if (context.settings().dry_run) return show_dry_run(context, written);
  if (context.wants_data()) {
    document::Value envelope = make_envelope(context);
    const auto decision = index::find_decision(context.index(), id);
    document::Value::List items, created;
    if (decision) items.push_back(view::decision_item(setting_of(context), *decision));
    for (const Draft& draft : written.drafts) created.emplace_back(draft.id);
    envelope.set("items", std::move(items));
    envelope.set("created", std::move(created));
    context.out().print_json(envelope);
  } else {
    context.out().line(id);
  }
  context.out().flush();
  context.say(sentence);
  return 0;
}

Draft decision_draft(Context& context, const Invocation& invocation, std::string id, std::string says) {
  Draft draft;
  draft.story = {record::StoryKind::journal, std::move(id)};
  draft.kind = record::Kind::decision;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.says = std::move(says);
  draft.attachments = attachments_of(context, invocation);
  if (const auto refs = refs_of(invocation); !refs.empty()) draft.fields.set("refs", yaml::Node::list_of(refs));
  return draft;
}

int run_decide(Context& context, const Invocation& invocation) {
  const std::string measure = required(context, invocation, kMeasure);
  if (measure.find('\n') != std::string::npos)
    throw Error(ErrorKind::usage, "cannot decide by a --measure of several lines",
                {"name the figure in one; the rest belongs to the text of the decision"});
  const util::Timestamp due = promised_due_of(context, required(context, invocation, kReviewOn));
  const std::string report = report_words(context, invocation);
  const std::string owner = !util::trim(invocation.get("owner")).empty()
                                ? resolve_present_person(context, invocation.get("owner"))
                                : std::string();
  const std::string text = required_text(context, invocation, "");
  std::string id;
  std::string who;
  const session::Written written = write_records(context, [&] {
    Draft draft = decision_draft(context, invocation, {}, "decided");
    if (id.empty()) id = session::fresh_decision_id(context, draft.at.utc, text);
    draft.story.id = id;
    set_text(draft.fields, "text", text);
    set_text(draft.fields, "measure", measure);
    set_text(draft.fields, "report", report);
    set_text(draft.fields, "owner", owner);
    draft.fields.set("review_on", yaml::Node::scalar(util::format_rfc3339(due)));
    who = owner.empty() ? draft.by : owner;
    return std::vector{std::move(draft)};
  });
  return report_decision(
      context, written, id,
      fmt::format("decided: {}; {} reviews it by {}", short_id(context, id), who, day_text(context, due.utc)));
}

int run_decide_review(Context& context, const Invocation& invocation) {
  const std::string result = required(context, invocation, kResult);
  const auto again = invocation.find("again");
  const std::optional<util::Timestamp> next = again ? std::optional(promised_due_of(context, *again)) : std::nullopt;
  std::string id;
  const session::Written written = write_records(context, [&] {
    id = session::get_decision(context, invocation.positionals.front()).id;
    Draft draft = decision_draft(context, invocation, id, "reviewed");
    if (next) draft.fields.set("review_on", yaml::Node::scalar(util::format_rfc3339(*next)));
    set_text(draft.fields, "result", result);
    return std::vector{std::move(draft)};
  });
  return report_decision(
      context, written, id,
      next ? fmt::format("reviewed: {}; again by {}", short_id(context, id), day_text(context, next->utc))
           : fmt::format("reviewed: {}", short_id(context, id)));
}

bool is_to_review(const Decision& decision) {
  const story::Promise* const review = story::find_review(decision);
  return review != nullptr && story::is_open(*review);
}

int run_decide_list(Context& context, const Invocation& invocation) {
  std::vector<Decision> decisions;
  std::size_t total = 0;
  const auto limit = limit_of(invocation);
  for (const std::string& id : index::decision_ids(context.index())) {
    auto decision = index::find_decision(context.index(), id);
    if (!decision || (invocation.has("open") && !is_to_review(*decision))) continue;
    ++total;
    if (!limit || decisions.size() < *limit) decisions.push_back(std::move(*decision));
  }
  if (decisions.size() < total) say_cut(context, decisions.size(), grouped(total));
  context.page();
  const view::Setting setting = setting_of(context);
  document::Listing listing =
      make_listing(context, view::decision_table(setting, decisions, reader_of(context)),
                   [&](std::size_t row) { return view::decision_item(setting, decisions[row]); });
  listing.total = total;
  if (decisions.empty())
    say_empty(context, listing, invocation.has("open") ? "no decision waits for its review" : "nothing was decided");
  context.out().print(listing);
  return 0;
}

int run_decide_show(Context& context, const Invocation& invocation) {
  require_story_format(context);
  const Decision decision = session::get_decision(context, invocation.positionals.front());
  context.page();
  const view::Setting setting = setting_of(context);
  if (context.wants_data())
    print_items(context, {view::decision_item(setting, decision)});
  else
    context.out().print(view::decision_document(setting, decision), {});
  return 0;
}

}  // namespace

const CommandSpec kDecide{
    .name = "decide",
    .group = "handle",
    .summary = "record what was decided from a report, and how it will show",
    .options = {option::kMessage, option::kFile, kMeasure, kReviewOn, kFromReport, kDecisionOwner, option::kAttach,
                option::kRef, option::kAt, option::kBy},
    .examples = {{"crmtrack decide -m 'Two more people for billing' --report 'reasons project:apollo' --measure "
                  "'complaints on billing a week' --review 2027-03-01",
                  "its review stands in my agenda"}},
    .run = run_decide,
};

const CommandSpec kDecideReview{
    .name = "decide review",
    .group = "handle",
    .summary = "say what a decision has brought about",
    .positionals = {{"ID", "the decision"}},
    .options = {kResult, kAgain, option::kAttach, option::kRef, option::kAt, option::kBy},
    .examples = {{"crmtrack decide review 7f3q --result 'From 12 a week to 4'", "keeps the promise to look at it"},
                 {"crmtrack decide review 7f3q --result 'Too early to say' --again 2027-06-01", "and looks again"}},
    .run = run_decide_review,
};

const CommandSpec kDecideList{
    .name = "decide list",
    .group = "handle",
    .summary = "the decisions, newest first, with what became of them",
    .options = {kUnreviewed, option::kLimit},
    .examples = {{"crmtrack decide list --open", "what somebody has yet to review"}},
    .access = Access::reads,
    .run = run_decide_list,
};

const CommandSpec kDecideShow{
    .name = "decide show",
    .group = "handle",
    .summary = "one decision with its reviews",
    .positionals = {{"ID", "the decision"}},
    .examples = {{"crmtrack decide show 7f3q", "what was decided, and what it has brought about"}},
    .access = Access::reads,
    .run = run_decide_show,
};

}  // namespace crmtrack::command
