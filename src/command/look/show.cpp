#include "command/commands.hpp"
#include "command/common/last_complaint.hpp"
#include "command/common/output.hpp"
#include "command/look/mail_story.hpp"
#include "session/linked.hpp"
#include "session/lookup.hpp"
#include "session/promise/named.hpp"
#include "util/error.hpp"
#include "util/tzdata.hpp"
#include "view/explanation.hpp"
#include "view/links.hpp"
#include "view/story_text.hpp"

namespace crmtrack::command {

namespace {

std::vector<view::LinkedStory> linked_with(Context& context, const story::Complaint& complaint) {
  std::vector<view::LinkedStory> linked;
  for (session::Linked& each : session::linked_complaints(context, complaint))
    linked.push_back({std::move(each.kind), each.stated_here, std::move(each.complaint)});
  return linked;
}

/// Prints how the due time of one promise came about.
int explain(Context& context, const Invocation& invocation, const std::string& name) {
  if (invocation.positionals.size() != 1)
    throw util::Error(util::ErrorKind::usage, "cannot explain a promise of several complaints: name one");
  const std::string id = get_complaint_id(context, invocation.positionals.front());
  const story::Complaint complaint = load_complaint(context, id);
  remember_complaint(context, id);
  const session::PromisesOf promises{complaint.entries, complaint.promises, short_id(context, id), context.zone()};
  const view::ExplainedPromise explained =
      view::explain(session::get_any_promise(promises, name, "explain"), util::tzdata_version());
  context.page();
  if (context.wants_data()) {
    document::Value item = view::explanation_value(setting_of(context), explained);
    item.set("complaint", id);
    print_items(context, {std::move(item)});
    return 0;
  }
  document::Document text;
  view::add_explanation(setting_of(context), explained, complaint.entries, context.ledger_zone(), text);
  context.out().print(text, {});
  return 0;
}

/// The stories that the words of a command name, in one form or the other.
struct Told {
  document::Document text;
  document::Value::List items;
};

void tell_complaint(Context& context, const std::string& id, Told& told) {
  const story::Complaint complaint = load_complaint(context, id);
  const std::vector<view::LinkedStory> linked = linked_with(context, complaint);
  if (context.wants_data()) {
    told.items.push_back(item_of_story(context, complaint));
    told.items.back().set("linked", view::linked_value(linked));
    return;
  }
  view::add_story(setting_of(context), context.policy(), complaint, told.text);
  view::add_links(setting_of(context), linked, told.text);
}

void tell_mail(Context& context, const mail::InboxMail& mail, Told& told) {
  if (context.wants_data())
    told.items.push_back(story_item_of_mail(mail));
  else
    add_mail_story(context, mail, told.text);
}

int run_show(Context& context, const Invocation& invocation) {
  require_story_format(context);
  if (const auto name = invocation.find("explain")) return explain(context, invocation, *name);
  std::vector<std::variant<std::string, mail::InboxMail>> stories;
  for (const std::string& word : invocation.positionals) stories.push_back(get_complaint_or_mail(context, word));
  if (const auto* id = stories.size() == 1 ? std::get_if<std::string>(&stories.front()) : nullptr)
    remember_complaint(context, *id);
  context.page();
  Told told;
  for (const auto& story : stories)
    if (const auto* id = std::get_if<std::string>(&story))
      tell_complaint(context, *id, told);
    else
      tell_mail(context, std::get<mail::InboxMail>(story), told);
  if (context.wants_data())
    print_items(context, std::move(told.items));
  else
    context.out().print(told.text, {});
  return 0;
}

}  // namespace

const CommandSpec kShow{
    .name = "show",
    .group = "look",
    .summary = "tell the whole story of a complaint",
    .positionals = {{"ID", "the complaints, or mails of the inbox", Completes::complaint, 1, -1}},
    .options = {OptionSpec{"--explain", "PROMISE", "how a promise's due time was counted: its kind, or KIND@RECORD",
                           Completes::promise}},
    .examples = {{"crmtrack show 7f3q", "the story in order, the route, the promises"},
                 {"crmtrack show 7f3q --json", "the same for a script"},
                 {"crmtrack show 7f3q --explain resolution", "calendar, target, intervals, pauses, and the sum"},
                 {"crmtrack show 7f3q --as-of yesterday", "as it was known then"},
                 {"crmtrack show vhxz2t7y4b", "a mail of the inbox: its text, its files, and where it went"}},
    .access = Access::reads,
    .run = run_show,
};

}  // namespace crmtrack::command
