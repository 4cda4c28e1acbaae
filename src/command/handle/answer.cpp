#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/activity_draft.hpp"
#include "command/common/handling.hpp"
#include "command/common/option.hpp"
#include "record/vocabulary.hpp"
#include "story/same_id.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

const story::Entry& entry_of(const story::Complaint& complaint, const std::string& record) {
  return *story::find_entry(complaint.entries, record);
}

/// The direction of an answer: opposite to that of the record that it answers. Where we still owe on that record, we
/// are the ones who answer, so it is `out`.
std::string direction_of(const story::Complaint& complaint, const story::Entry& entry) {
  const bool we_owe =
      std::any_of(complaint.promises.begin(), complaint.promises.end(), [&](const story::Promise& promise) {
        return promise.of == entry.record.id && promise.debtor == story::Debtor::us && story::is_open(promise);
      });
  if (we_owe) return "out";
  return entry.record.kind == record::Kind::complaint || entry.record.text_of("direction") == "in" ? "out" : "in";
}

std::string type_of(const Invocation& invocation, const story::Entry& entry) {
  if (invocation.has("type")) return invocation.get("type");
  const std::string type = entry.record.text_of("type");
  const bool contact = !type.empty() && type != "note" && type != "work" && type != "compliment" && type != "voicemail";
  return contact ? type : "call";
}

int run(Context& context, const Invocation& invocation) {
  const std::string id = get_complaint_id(context, invocation.positionals.at(0));
  const story::Complaint before = load_complaint(context, id);
  const std::string record =
      session::get_record_id(before.entries, invocation.positionals.at(1), short_id(context, id));
  const story::Entry& answered = entry_of(before, record);
  Invocation with_answer = invocation;
  with_answer.options["answers"].push_back(record);
  const std::string direction = direction_of(before, answered);
  const ActivityMaker maker(
      context, with_answer,
      {.type = type_of(invocation, answered), .direction = direction, .purpose = direction == "out" ? "answer" : ""});
  return handle_complaint(
      context, invocation, [&](const story::Complaint& complaint) { return maker.make(&complaint); },
      [&](const std::string& shown, const story::Complaint&) {
        return fmt::format("the answer on {} is recorded (evidence: {})", shown, maker.evidence());
      });
}

}  // namespace

const CommandSpec kAnswer{
    .name = "answer",
    .group = "handle",
    .summary = "record the answer to an earlier record, ours or theirs",
    .positionals = {{"ID", "the complaint", Completes::complaint},
                    {"RECORD", "the record that is answered", Completes::record}},
    .options = {OptionSpec{"-t,--type", "TYPE", "call, email, … (default: as what it answers)", Completes::nothing,
                           record::kActivityTypes},
                option::kMessage, option::kFile, option::kIn, option::kOut, option::kWith, option::kChannel,
                option::kMinutes, option::kGood, option::kBad, option::kEvidence, option::kVisibility, option::kExpects,
                option::kPromise, option::kRef, option::kAttach, option::kAt, option::kBy},
    .examples = {{"crmtrack answer 7f3q 5v0k -m 'The refund was booked today'", "their question: we answer"},
                 {"crmtrack answer 7f3q 9d2m -m 'They sent the contract'", "our question: they answer"}},
    .run = run,
};

}  // namespace crmtrack::command
