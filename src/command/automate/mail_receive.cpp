#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "command/commands.hpp"
#include "command/common/output.hpp"
#include "mail/maildir.hpp"
#include "mail/mbox.hpp"
#include "mail/receive/receive.hpp"
#include "session/lookup.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/mapped_file.hpp"
#include "util/text/parts.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::command {

namespace {

using document::Value;
using mail::Received;
using util::Error;
using util::ErrorKind;

constexpr std::size_t kLargestMbox = std::size_t{1} << 40U;

/// The one mail on standard input.
mail::NextMail from_standard_input(Context& context) {
  return [&context, done = false]() mutable -> std::optional<mail::RawMail> {
    if (std::exchange(done, true)) return std::nullopt;
    mail::RawMail raw = mail::read_raw_mail(context.streams().in);
    if (raw.size == 0) throw Error(ErrorKind::usage, "cannot take a mail: standard input is empty");
    return raw;
  };
}

mail::NextMail from_mbox(const util::MappedFile& file) {
  return [reader = mail::MboxReader(file.bytes())]() mutable -> std::optional<mail::RawMail> {
    auto message = reader.next();
    if (!message) return std::nullopt;
    return mail::make_raw_mail(std::move(*message), std::string(reader.from_line()));
  };
}

/// The id that standard output gets: of a new complaint, of a mail that waits, or of the record of another.
std::string id_of(const Received& received) {
  if (received.as == "known") return {};
  return received.as == "complaint" || received.as == "inbox" ? received.story.id : received.record;
}

Value item_of_received(const Received& received) {
  const auto id_where = [&](record::StoryKind kind) {
    return received.story.kind == kind ? Value(received.story.id) : Value();
  };
  Value item;
  item.set("as", received.as);
  item.set("complaint", id_where(record::StoryKind::complaint));
  item.set("customer", id_where(record::StoryKind::customer));
  item.set("mail", id_where(record::StoryKind::journal));
  item.set("record", view::text_or_null(received.record));
  item.set("from", view::text_or_null(received.from));
  item.set("subject", view::text_or_null(received.subject));
  item.set("why", view::text_or_null(received.why));
  return item;
}

document::Table table_of_mail(const std::vector<Received>& all) {
  document::Table table;
  table.columns = {{"as", "As"},
                   {"on", "On"},
                   {"record", "Record"},
                   {"from", "From", document::Align::left, true, true},
                   {"subject", "Subject", document::Align::left, true, true}};
  for (const Received& one : all)
    table.rows.push_back({{one.as}, {one.story.id}, {one.record}, {one.from}, {one.subject}});
  return table;
}

/// `3 mails: 1 answer, 2 wait in the inbox`.
std::string sentence_of_mail(const std::vector<Received>& all) {
  std::map<std::string, std::size_t> counts;
  for (const Received& one : all) ++counts[one.as];
  std::vector<std::string> parts;
  const auto add = [&](const char* as, std::string_view singular, std::string_view plural) {
    if (const std::size_t count = counts[as]; count > 0)
      parts.push_back(fmt::format("{} {}", count, count == 1 ? singular : plural));
  };
  add("answer", "answer", "answers");
  add("activity", "further mail", "further mails");
  add("report", "written by a program", "written by programs");
  add("complaint", "new complaint", "new complaints");
  add("inbox", "waits in the inbox", "wait in the inbox");
  add("known", "known before", "known before");
  return fmt::format("{}{}{}", util::counted(all.size(), "mail"), parts.empty() ? "" : ": ", util::join(parts, ", "));
}

/// Takes all mails, and says what became of them. `taken` hears of each that is in the ledger; may be empty.
void receive_all(Context& context, const mail::NextMail& next, bool prints, const std::function<void()>& taken = {}) {
  std::vector<Received> all;
  const bool lists = !context.display().format.empty() || !context.display().fields.empty();
  mail::receive(context, next, [&](const Received& received) {
    if (taken) taken();
    if (!lists && prints && !context.settings().dry_run && !id_of(received).empty())
      context.out().line(id_of(received));
    all.push_back(received);
  });
  if (lists && prints)
    context.out().print(
        make_listing(context, table_of_mail(all), [&](std::size_t row) { return item_of_received(all[row]); }));
  context.out().flush();
  context.say(sentence_of_mail(all));
  if (context.settings().dry_run) context.say("dry run: nothing was written");
}

void receive_maildir(Context& context, const std::filesystem::path& folder) {
  mail::Maildir maildir(context, folder);
  receive_all(
      context, [&] { return maildir.next(); }, true, [&] { maildir.take(); });
  if (maildir.passed_over() > 0)
    context.say(
        fmt::format("{} passed over: taken from this Maildir before", util::counted(maildir.passed_over(), "mail")));
  if (!context.settings().dry_run) maildir.remember();
}

int run_mail_receive(Context& context, const Invocation& invocation) {
  const auto mbox = invocation.find("mbox");
  const auto maildir = invocation.find("maildir");
  if (mbox && maildir) throw Error(ErrorKind::usage, "cannot take mail from both --mbox and --maildir");
  const std::filesystem::path here(context.settings().directory);
  if (mbox) {
    const util::MappedFile file = util::MappedFile::open(here / *mbox, kLargestMbox);
    receive_all(context, from_mbox(file), true);
  } else if (maildir) {
    receive_maildir(context, here / *maildir);
  } else {
    receive_all(context, from_standard_input(context), invocation.has("print"));
  }
  return 0;
}

}  // namespace

const CommandSpec kMailReceive{
    .name = "mail receive",
    .group = "automate",
    .summary = "take mail in: answers go to their complaints, the rest to the inbox",
    .options = {OptionSpec{"--mbox", "FILE", "take all mails of an mbox file", Completes::file},
                OptionSpec{"--maildir", "DIR", "take all mails of a Maildir", Completes::directory},
                OptionSpec{"--print", "", "print the ids of what a mail on standard input became"}},
    .examples = {{"crmtrack -C /srv/desk mail receive", "for a mail server: one mail on standard input, 0 or 75"},
                 {"crmtrack mail receive --mbox ~/mbox", "a whole file; each mail is taken once"},
                 {"crmtrack mail receive --maildir ~/Maildir", "for cron, where the mail server cannot run a program"}},
    .run = run_mail_receive,
};

}  // namespace crmtrack::command
