#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/activity_draft.hpp"
#include "command/write/ended.hpp"
#include "command/write/handling.hpp"
#include "record/promise_reference.hpp"
#include "record/vocabulary.hpp"
#include "session/promise/answered.hpp"
#include "story/same_id.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

using session::PromisesOf;
using util::Error;
using util::ErrorKind;

/// The subject of an answer: the words for --answers, and the record that shows how it is given.
struct About {
  std::vector<std::string> answers;
  std::vector<const story::Promise*> promises;  ///< those that it can keep
  const story::Entry* entry = nullptr;
  bool we_owe = false;
};

const story::Entry* answered_entry(const story::Complaint& complaint, std::string_view record) {
  return story::find_entry(complaint.entries, record);
}

About about_promises(const story::Complaint& complaint, const std::vector<const story::Promise*>& promises) {
  About about;
  for (const story::Promise* promise : promises) about.answers.push_back(story::reference_of(*promise));
  about.promises = promises;
  about.entry = answered_entry(complaint, promises.front()->of);
  about.we_owe = promises.front()->debtor == story::Debtor::us;
  return about;
}

/// The record, or its promise, that the user names.
About about_named(const story::Complaint& complaint, const PromisesOf& story, const std::string& word) {
  const std::string text = session::reference_word(story, word);
  const record::PromiseReference named = record::parse_promise_reference(text);
  const std::string record = session::get_record_id(story.entries, named.record, story.shown);
  About about{{text}, {}, answered_entry(complaint, record)};
  bool theirs_is_open = false, ours_was_made = false;
  for (const story::Promise& promise : story.promises) {
    if (promise.of != record || (named.n != 0 && promise.n != named.n) ||
        promise.kind == record::PromiseKind::acknowledge)
      continue;
    if (story::is_open(promise) && story::is_answerable(promise)) about.promises.push_back(&promise);
    const bool ours = promise.debtor == story::Debtor::us;
    about.we_owe = about.we_owe || (ours && story::is_open(promise));
    theirs_is_open = theirs_is_open || (!ours && story::is_open(promise));
    ours_was_made = ours_was_made || ours;
  }
  // Late evidence that we kept it goes out as well.
  about.we_owe = about.we_owe || (ours_was_made && !theirs_is_open);
  return about;
}

/// The promise that an answer from outside keeps: the only open one of the customer's, else of third parties.
About about_theirs(const story::Complaint& complaint, const PromisesOf& story) {
  for (const story::Debtor debtor : {story::Debtor::customer, story::Debtor::third_party}) {
    const auto open = session::open_promises(story, [debtor](const story::Promise& promise) {
      return promise.debtor == debtor && story::is_answerable(promise);
    });
    if (open.size() == 1) return about_promises(complaint, open);
    if (open.size() > 1)
      throw Error(ErrorKind::ambiguous,
                  fmt::format("cannot tell what is answered on '{}': they owe {} answers", story.shown, open.size()),
                  session::shown_promises(story, open));
  }
  throw Error(ErrorKind::not_found, fmt::format("cannot take an answer on '{}': they owe none", story.shown),
              {fmt::format("a contact that answers nothing: crmtrack call {} --in -m …", story.shown)});
}

/// The promises that a contact of ours answers by itself; else the only open promise.
About about_context(const story::Complaint& complaint, const PromisesOf& story) {
  const session::Contact contact{session::Contact::Kind::activity, "out", "answer", record::Evidence::sent};
  if (const auto promises = session::answered_by_itself(story, contact); !promises.empty())
    return about_promises(complaint, promises);
  const auto open = session::open_promises(story, story::is_answerable);
  if (open.size() == 1) return about_promises(complaint, open);
  if (open.empty())
    throw Error(ErrorKind::not_found, fmt::format("cannot answer anything on '{}': nothing is open", story.shown),
                {fmt::format("a contact that answers nothing: crmtrack call {} -m …", story.shown)});
  std::vector<std::string> hints = session::shown_promises(story, open);
  if (std::ranges::any_of(open, [](const auto* promise) { return promise->debtor != story::Debtor::us; }))
    hints.push_back(fmt::format("if they answered: crmtrack answer {} --in -m …", story.shown));
  throw Error(ErrorKind::ambiguous,
              fmt::format("cannot tell what is answered on '{}': {} promises are open", story.shown, open.size()),
              std::move(hints));
}

About about_of(const Invocation& invocation, const story::Complaint& complaint, const PromisesOf& story) {
  if (invocation.positionals.size() > 1) return about_named(complaint, story, invocation.positionals[1]);
  return invocation.has("in") ? about_theirs(complaint, story) : about_context(complaint, story);
}

/// Tells which open promises the answer is taken to keep. Of a record that made promises on both sides these are the
/// ones that a contact of that direction can keep.
void say_answered(Context& context, const PromisesOf& story, const About& about, std::string_view direction) {
  for (const story::Promise* promise : about.promises)
    if (story::may_settle(*promise, direction == "out"))
      context.say_once(fmt::format("answers {}: {}", session::shown_reference(story, *promise), promise->what));
}

/// The direction of an answer: opposite to that of the record that it answers. Where we still owe on that record, we
/// are the ones who answer, so it is `out`.
std::string direction_of_answer(const About& about) {
  if (about.we_owe) return "out";
  const record::Record& record = about.entry->record;
  return record.kind == record::Kind::complaint || record.text_of("direction") == "in" ? "out" : "in";
}

std::string type_of(const Invocation& invocation, const story::Entry& entry) {
  if (invocation.has("type")) return invocation.get("type");
  const std::string type = entry.record.text_of("type");
  const bool contact = !type.empty() && type != "note" && type != "work" && type != "compliment" && type != "voicemail";
  return contact ? type : "call";
}

int run_answer(Context& context, const Invocation& invocation) {
  const std::string id = get_complaint_id(context, invocation.positionals.at(0));
  const story::Complaint before = load_complaint(context, id);
  const PromisesOf story{before.entries, before.promises, short_id(context, id), context.zone()};
  const About about = about_of(invocation, before, story);
  Invocation with_answer = invocation;
  with_answer.options["answers"] = about.answers;
  const std::string direction = direction_of_answer(about);
  say_answered(context, story, about, invocation.has("in") ? "in" : invocation.has("out") ? "out" : direction);
  const ActivityMaker maker(context, with_answer,
                            {.type = type_of(invocation, *about.entry),
                             .direction = direction,
                             .purpose = direction == "out" ? "answer" : ""});
  const int status = handle_complaint(
      context, with_answer, [&](const story::Complaint& complaint) { return maker.make(&complaint); },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("the answer on {} is recorded (evidence: {})", shown, maker.evidence());
      });
  hint_at_ended(context, before);
  return status;
}

}  // namespace

const CommandSpec kAnswer{
    .name = "answer",
    .group = "handle",
    .summary = "record the answer to an earlier record, ours or theirs",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"RECORD", "the record, RECORD.N its promise, or the promise's name (default: what is due)",
                     Completes::record, 0, 1}},
    .options = {OptionSpec{"-t,--type", "TYPE", "call, email, … (default: as what it answers)", Completes::nothing,
                           record::kActivityTypes},
                option::kMessage, option::kFile, option::kIn, option::kOut, option::kWith, option::kChannel,
                option::kMinutes, option::kGood, option::kBad, option::kEvidence, option::kVisibility, option::kExpects,
                option::kPromise, option::kPromiseTo, option::kRef, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack answer 7f3q -m 'The refund was booked today'", "the next step, or what they asked"},
                 {"crmtrack answer 7f3q 5v0k -m 'The refund was booked today'", "their question: we answer"},
                 {"crmtrack answer 7f3q --in -m 'They sent the contract'", "our question: they answer"}},
    .run = run_answer,
};

}  // namespace crmtrack::command
