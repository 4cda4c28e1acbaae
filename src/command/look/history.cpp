#include "view/history.hpp"
#include "command/commands.hpp"
#include "command/common/last_complaint.hpp"
#include "command/common/output.hpp"
#include "command/common/trail.hpp"
#include "command/look/mail_story.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

namespace {

/// The records of the complaint or mail that a word names.
std::vector<story::Entry> entries_of(Context& context, const std::string& word) {
  auto story = get_complaint_or_mail(context, word);
  if (auto* mail = std::get_if<mail::InboxMail>(&story)) return std::move(mail->entries);
  story::Complaint complaint = load_complaint(context, std::get<std::string>(story));
  remember_complaint(context, complaint.id);
  return std::move(complaint.entries);
}

int run_history(Context& context, const Invocation& invocation) {
  const std::vector<story::Entry> entries = entries_of(context, invocation.positionals.front());
  const std::vector<view::TrailEntry> lines = trail_of(context, entries);
  context.page();
  context.out().print(make_listing(context, view::history_table(context.ledger_zone(), entries, lines),
                                   [&](std::size_t row) { return view::history_item(lines[row]); }));
  return 0;
}

}  // namespace

const CommandSpec kHistory{
    .name = "history",
    .group = "look",
    .summary = "the commits of a complaint: who recorded what, when, signed or not",
    .positionals = {{"ID", "the complaint, or a mail of the inbox", Completes::complaint}},
    .examples = {{"crmtrack history 7f3q", "in the order in which the ledger came to know it"}},
    .access = Access::reads,
    .run = run_history,
};

}  // namespace crmtrack::command
