#include "command/look/inbox.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/list_options.hpp"
#include "command/common/output.hpp"
#include "command/common/shown.hpp"
#include "command/look/mail_story.hpp"
#include "mail/receive/inbox.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "view/local_time.hpp"

namespace crmtrack::command {

namespace {

using mail::InboxMail;

document::Table table_of_waiting(Context& context, const std::vector<InboxMail>& mails) {
  document::Table table;
  table.columns = {{"id", "Mail"},
                   {"at", "Came"},
                   {"from", "From", document::Align::left, true, true},
                   {"subject", "Subject", document::Align::left, true, true},
                   {"why", "Why it waits", document::Align::left, true, true}};
  const bool for_people = context.streams().out_is_terminal;
  for (const InboxMail& mail : mails)
    table.rows.push_back(
        {{for_people ? std::string(util::complaint_tail(mail.story.id)) : mail.story.id},
         {for_people ? view::local_time(context.zone(), mail.record.at.utc) : util::format_utc(mail.record.at.utc)},
         {mail.text_of("from")},
         {mail.text_of("subject")},
         {mail.text_of("why")}});
  return table;
}

}  // namespace

bool asks_for_inbox(const Invocation& invocation) {
  return std::ranges::find(invocation.positionals, "inbox:yes") != invocation.positionals.end();
}

int list_inbox(Context& context, const Invocation& invocation) {
  if (invocation.positionals.size() > 1 || invocation.has("sort"))
    throw util::Error(
        util::ErrorKind::usage,
        "cannot list the inbox by other words than 'inbox:yes': a mail there has no facts of a complaint");
  const auto [mails, total] = mail::waiting_mails(context, limit_of(invocation));
  if (mails.size() < total) say_cut(context, mails.size(), grouped(total));
  context.page();
  document::Listing listing = make_listing(context, table_of_waiting(context, mails),
                                           [&mails = mails](std::size_t row) { return item_of_mail(mails[row]); });
  listing.total = total;
  if (mails.empty()) say_empty(context, listing, "no mail waits");
  context.out().print(listing);
  return 0;
}

}  // namespace crmtrack::command
