#include <fmt/format.h>

#include <filesystem>

#include "command/commands.hpp"
#include "command/common/kept_attachments.hpp"
#include "command/common/output.hpp"
#include "command/look/mail_story.hpp"
#include "git/program/repository.hpp"
#include "session/lookup.hpp"
#include "terminal/opener.hpp"
#include "terminal/writer.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

void print_list(Context& context, const std::vector<KeptAttachment>& all) {
  document::Value::List items;
  for (const KeptAttachment& attachment : all) {
    document::Value item;
    item.set("record", attachment.record);
    item.set("name", attachment.name);
    item.set("size", attachment.size);
    item.set("sha256", attachment.sha256);
    item.set("at", util::format_utc(attachment.at));
    item.set("by", attachment.by);
    items.push_back(std::move(item));
  }
  print_items(context, std::move(items));
}

/// A terminal obeys control characters, and shows nothing sensible of a picture.
void require_showable(Context& context, const KeptAttachment& attachment, const std::string& bytes) {
  std::string text = bytes;
  std::erase(text, '\r');
  if (!context.streams().out_is_terminal || util::visible_block(text) == text) return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot show '{}' on a terminal: it is no plain text", util::visible_line(attachment.name)),
              {"write it to a file: --save PATH", "or open it: --open"});
}

/// The file that --save means: in a folder it gets the attachment's own name.
std::filesystem::path target_of(Context& context, const std::string& path, const std::string& name) {
  std::filesystem::path target = std::filesystem::path(context.settings().directory) / path;
  std::error_code ignored;
  if (path.ends_with('/') || std::filesystem::is_directory(target, ignored)) target /= name;
  if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)))
    throw Error(ErrorKind::refused, fmt::format("cannot save as '{}': it is there already", target.string()),
                {"name another file; nothing is overwritten"});
  if (!std::filesystem::is_directory(target.parent_path(), ignored))
    throw Error(ErrorKind::not_found, fmt::format("cannot save as '{}': there is no such folder", target.string()));
  return target.lexically_normal();
}

int save(Context& context, const KeptAttachment& attachment, const std::string& path) {
  const std::filesystem::path target = target_of(context, path, attachment.name);
  const std::string bytes = read_attachment(context, attachment);
  util::replace_file(target, bytes);
  context.say(fmt::format("saved {} ({} bytes)", util::visible_line(target.string()), bytes.size()));
  return 0;
}

int open(Context& context, const KeptAttachment& attachment) {
  if (terminal::may_be_program(attachment.name))
    throw Error(
        ErrorKind::refused,
        fmt::format("cannot open '{}': a file of that kind may be a program", util::visible_line(attachment.name)),
        {"write it to a file and look at it there: --save PATH"});
  const std::string bytes = read_attachment(context, attachment);
  const auto program = context.ledger().repository().settings.find_program("crmtrack.opener");
  const std::filesystem::path file = terminal::open_copy(program.value_or("xdg-open"), attachment.name, bytes);
  context.say(fmt::format("opened a copy, {}: remove it when you are done", util::visible_line(file.string())));
  return 0;
}

struct KeptAttachments {
  std::vector<KeptAttachment> all;
  std::string of;  ///< the short id of their complaint, or the random part of the id of their mail
};

KeptAttachments attachments_of(Context& context, const std::string& word) {
  const auto story = get_complaint_or_mail(context, word);
  if (const auto* mail = std::get_if<mail::InboxMail>(&story))
    return {kept_attachments(mail->story, mail->entries), std::string(util::complaint_tail(mail->story.id))};
  const std::string& id = std::get<std::string>(story);
  return {kept_attachments(load_complaint(context, id)), short_id(context, id)};
}

int run_attachment(Context& context, const Invocation& invocation) {
  if (invocation.has("save") && invocation.has("open"))
    throw Error(ErrorKind::usage, "cannot both save and open the attachment");
  const auto [all, of] = attachments_of(context, invocation.positionals.front());
  const std::string name = invocation.positionals.size() > 1 ? invocation.positionals[1] : "";
  if (context.wants_data() && name.empty()) {
    print_list(context, all);
    return 0;
  }
  const KeptAttachment attachment = get_attachment(all, name, of);
  if (const auto path = invocation.find("save")) return save(context, attachment, *path);
  if (invocation.has("open")) return open(context, attachment);
  const std::string bytes = read_attachment(context, attachment);
  require_showable(context, attachment, bytes);
  terminal::Writer out(context.streams().out);
  out.write(bytes);
  out.flush();
  return 0;
}

}  // namespace

const CommandSpec kAttachment{
    .name = "attachment",
    .group = "look",
    .summary = "get an attachment out, byte for byte",
    .positionals = {{"ID", "the complaint, or a mail of the inbox", Completes::complaint},
                    {"NAME", "the file's name, or RECORD/NAME; not needed where there is one", Completes::nothing, 0,
                     1}},
    .options = {OptionSpec{"--save", "PATH", "write it to a file, or into a folder under its own name",
                           Completes::file},
                OptionSpec{"--open", "", "show a copy with crmtrack.opener (git config), else xdg-open"}},
    .examples = {{"crmtrack attachment 7f3q > letter.pdf", "the only one there is"},
                 {"crmtrack attachment 7f3q --json", "which ones there are"},
                 {"crmtrack attachment 7f3q photo.jpg --save ~/Downloads/", "one of several, into a folder"}},
    .access = Access::reads,
    .run = run_attachment,
};

}  // namespace crmtrack::command
