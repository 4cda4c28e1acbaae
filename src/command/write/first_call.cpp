#include "command/write/first_call.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/write/answer_fields.hpp"
#include "command/write/capture.hpp"
#include "index/index.hpp"
#include "record/record.hpp"
#include "record/vocabulary.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace option {

const OptionSpec kResolved{"--resolved", "TEXT", "it was settled in this call: the answer that the customer got"};
const OptionSpec kConfirmed{"--confirmed", "", "with --resolved: the customer said that it is settled"};

}  // namespace option

namespace {

const Draft& complaint_of(const std::vector<Draft>& drafts) {
  return *std::find_if(
      drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.kind == record::Kind::complaint; });
}

Draft beside(const Draft& complaint, record::Kind kind, std::string says) {
  Draft draft = complaint;
  draft.kind = kind;
  draft.says = std::move(says);
  draft.attachments.clear();
  draft.fields = yaml::Node::map();
  return draft;
}

/// The code of an answer for which the user gave none: it is written down and said, so that nobody has to guess.
std::string usual_code(Context& context, const std::string& outcome) {
  std::string code = outcome == "upheld" || outcome == "partly_upheld" ? "fixed" : "explained";
  context.say_once(fmt::format("code {}, as usual; another one: --code CODE", code));
  return code;
}

Draft answer(Context& context, const Invocation& invocation, const Draft& complaint) {
  const std::string channel = complaint.fields.text_of("channel");
  Draft draft = beside(complaint, record::Kind::resolution, "responded");
  draft.fields = answer_fields(invocation);
  if (!invocation.has("code")) set_text(draft.fields, "code", usual_code(context, invocation.get("outcome")));
  set_text(draft.fields, "channel", channel);
  set_text(draft.fields, "evidence", std::string(record::name_of(record::channel_evidence(channel))));
  set_text(draft.fields, "text", invocation.get("resolved"));
  return draft;
}

Draft confirmation_draft(const Draft& complaint, const std::string& answer_id) {
  Draft draft = beside(complaint, record::Kind::change, "status resolved");
  yaml::Node set = yaml::Node::map();
  set.set("status", yaml::Node::scalar("resolved"));
  set.set("accepted_by", yaml::Node::scalar("customer"));
  draft.fields.set("set", std::move(set));
  set_text(draft.fields, "evidence", "acknowledged");
  set_text(draft.fields, "channel", complaint.fields.text_of("channel"));
  draft.fields.set("answers", yaml::Node::list_of({answer_id}));
  return draft;
}

/// Draws the ids of the story's records before they are written, because one of them names another.
void draw_ids(Context& context, std::vector<Draft>& drafts) {
  std::string newest;
  for (Draft& draft : drafts) {
    if (draft.story.kind != record::StoryKind::complaint) continue;
    const std::string content = record::render(record::make(draft.kind, draft.at, draft.by, {}, draft.fields));
    draft.id = newest =
        util::next_record_id(context.clock(), newest, context.random(), context.index().ledger_commit() + content);
  }
}

void require_reached(const Draft& answer) {
  if (record::parse_evidence(answer.fields.text_of("evidence")) >= record::Evidence::sent) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot call it confirmed: the channel '{}' does not prove that the answer reached them",
                          answer.fields.text_of("channel")),
              {"say how they got it with --channel, or confirm it later: crmtrack confirm ID"});
}

}  // namespace

void require_first_call_options(const Invocation& invocation) {
  if (!invocation.has("resolved")) {
    for (const char* name : {"outcome", "code", "cause", "redress", "confirmed"})
      if (invocation.has(name))
        throw Error(ErrorKind::usage, fmt::format("cannot take --{} without --resolved", name),
                    {"give the answer with --resolved TEXT, or resolve it later: crmtrack resolve ID"});
    return;
  }
  if (invocation.get("resolved").empty())
    throw Error(ErrorKind::usage, "cannot call it resolved without a text", {"give the answer with --resolved TEXT"});
  if (!invocation.has("outcome"))
    throw Error(ErrorKind::usage, "cannot call it resolved without --outcome", {answer_words(option::kOutcome)});
  const std::string code = invocation.get("code");
  if (code == "no_contact" || code == "overcome_by_events")
    throw Error(ErrorKind::usage, fmt::format("cannot settle a first call with the code '{}'", code),
                {"take the complaint first, then: crmtrack resolve ID"});
}

void add_first_call(Context& context, const Invocation& invocation, std::vector<Draft>& drafts) {
  if (!invocation.has("resolved")) return;
  drafts.push_back(answer(context, invocation, complaint_of(drafts)));
  if (!invocation.has("confirmed")) return;
  require_reached(drafts.back());
  draw_ids(context, drafts);
  const std::string answered = drafts.back().id;
  const Draft confirmed = confirmation_draft(complaint_of(drafts), answered);
  drafts.push_back(confirmed);
  drafts.back().id.clear();
}

}  // namespace crmtrack::command
