#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/write/answer_fields.hpp"
#include "command/write/capture.hpp"
#include "command/write/first_call.hpp"
#include "command/write/promise_options.hpp"
#include "command/write/questions.hpp"
#include "command/write/report_written.hpp"
#include "command/write/set_option.hpp"
#include "index/read/lookup.hpp"
#include "record/record.hpp"
#include "session/customer_word.hpp"
#include "session/forms.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "story/same_id.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using session::Draft;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kNewTemplate =
    "\n# The first line is the summary, the rest the description.\n# Lines that begin with # are left out; an empty "
    "text cancels.\n";

/// Splits what `-m` gave: the first line is the summary.
void take_text(NewComplaint& complaint, const std::string& text) {
  const std::size_t end = text.find('\n');
  complaint.summary = std::string(util::trim(text.substr(0, end)));
  if (end == std::string::npos) return;
  std::string rest = text.substr(end + 1);
  rest.erase(0, std::min(rest.find_first_not_of('\n'), rest.size()));
  complaint.description = rest;
}

NewComplaint read_options(Context& context, const Invocation& invocation) {
  NewComplaint complaint;
  complaint.customer = std::string(util::trim(invocation.get("customer")));
  complaint.project = invocation.get("project");
  complaint.reason = invocation.get("reason");
  complaint.severity = invocation.get("severity");
  complaint.channel = invocation.get("channel");
  if (invocation.has("message") || invocation.has("file"))
    take_text(complaint, required_text(context, invocation, std::string(kNewTemplate)));
  return complaint;
}

void require_complete(const NewComplaint& complaint) {
  std::vector<std::string> missing;
  if (complaint.customer.empty()) missing.emplace_back("-c CUSTOMER");
  if (complaint.summary.empty()) missing.emplace_back("-m TEXT");
  if (!missing.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot take a complaint without {}", util::join(missing, " and ")),
                {"for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'"});
}

/// Fills in the fields that the user left out: severity, channel and, on a terminal, the customer's usual project.
/// Returns the sentence that says so and names the options that decide; empty where nothing was left out.
std::string fill_in(Context& context, NewComplaint& complaint) {
  std::vector<std::string> filled, options;
  const auto fill = [&](std::string& field, std::string_view name, std::string value, std::string_view option) {
    if (!field.empty() || value.empty()) return;
    field = std::move(value);
    filled.push_back(fmt::format("{} {}", name, field));
    options.emplace_back(option);
  };
  if (context.streams().in_is_terminal && complaint.project.empty())
    fill(complaint.project, "project", usual_project(context, complaint.customer), "-p PROJECT");
  fill(complaint.severity, "severity", "medium", "-s SEVERITY");
  fill(complaint.channel, "channel", "phone", "--channel CHANNEL");
  if (filled.empty()) return {};
  return fmt::format("{}, as usual; {}: {}", util::join(filled, ", "), filled.size() == 1 ? "another one" : "others",
                     util::join(options, ", "));
}

yaml::Node new_fields(Context& context, const Invocation& invocation, const NewComplaint& complaint) {
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "customer", complaint.customer);
  set_text(fields, "contact", invocation.get("with"));
  if (!complaint.project.empty()) set_text(fields, "project", resolve_project(context, complaint.project));
  set_text(fields, "channel", complaint.channel);
  if (!complaint.reason.empty()) set_text(fields, "reason", resolve_reason(context, complaint.reason));
  set_text(fields, "severity", complaint.severity);
  set_text(fields, "vulnerable", invocation.get("vulnerable"));
  set_text(fields, "summary", complaint.summary);
  set_text(fields, "description", complaint.description);
  set_text(fields, "remedy_sought", invocation.get("remedy"));
  if (const auto refs = refs_of(invocation); !refs.empty()) fields.set("refs", yaml::Node::list_of(refs));
  std::vector<std::string> links;
  for (const char* kind : {"follows", "related"})
    for (const std::string& other : invocation.all(kind))
      links.push_back(fmt::format("{}:{}", kind, get_complaint_id(context, other)));
  if (!links.empty()) fields.set("links", yaml::Node::list_of(links));
  for (const auto& [key, value] : assignments_of(invocation)) {
    session::require_settable(key);
    fields.set(key, text_node(session::resolve_field(context, key, value)));
  }
  for (const auto& [key, value] : complaint.further) set_text(fields, key, value);
  return fields;
}

/// Draws an id that no complaint of this ledger has yet. With a fixed seed a draw may be taken: another clone may have
/// drawn it from equal circumstances.
std::string fresh_complaint_id(Context& context, util::Instant received, const std::string& content) {
  for (;;) {
    std::string id =
        util::make_complaint_id(received, context.random().draw(context.index().ledger_commit() + content));
    if (index::complaints_by_prefix(context.index(), util::complaint_tail(id)).empty()) return id;
  }
}

Draft complaint_draft(Context& context, const Invocation& invocation, const NewComplaint& complaint) {
  Draft draft;
  draft.kind = record::Kind::complaint;
  draft.at = at_of(context, invocation);
  draft.by = by_of(context, invocation);
  draft.customer = complaint.customer;
  draft.says = "received";
  draft.fields = new_fields(context, invocation, complaint);
  draft.attachments = attachments_of(context, invocation);
  require_forms(context, draft.fields);
  const std::string content = record::render(record::make(draft.kind, draft.at, draft.by, {}, draft.fields));
  draft.story = {record::StoryKind::complaint, fresh_complaint_id(context, draft.at.utc, content)};
  return draft;
}

/// The note that carries `--promise` and `--expects` of a new complaint; nullopt where neither was given. Both were
/// said in the contact by which the complaint came. The note claims no contact of its own: neither a call of ours,
/// which would keep our first response, nor a second one of theirs, which would want an update.
std::optional<Draft> promise_draft(Context& context, const Invocation& invocation, const Draft& complaint) {
  const yaml::Node promises = promises_of(context, invocation);
  yaml::Node expects = expects_of(context, invocation);
  if (promises.items.empty() && !expects.is_map()) return std::nullopt;
  Draft draft = complaint;
  draft.kind = record::Kind::activity;
  draft.says = "promise";
  draft.attachments.clear();
  draft.fields = yaml::Node::map();
  draft.fields.set("type", yaml::Node::scalar("note"));
  draft.fields.set("direction", yaml::Node::scalar("internal"));
  // The customer was there when it was said, so their view has it.
  draft.fields.set("visibility", yaml::Node::scalar("client"));
  if (expects.is_map()) {
    expects.set("from", yaml::Node::scalar("customer"));
    draft.fields.set("expects", std::move(expects));
  }
  if (!promises.items.empty()) draft.fields.set("promises", promises);
  return draft;
}

std::vector<Draft> compose(Context& context, const Invocation& invocation, const NewComplaint& complaint) {
  std::vector<Draft> drafts;
  Draft draft = complaint_draft(context, invocation, complaint);
  if (auto registration = registration_of(context, complaint.customer, draft.at, draft.by, complaint.customer_name))
    drafts.push_back(std::move(*registration));
  auto promise = promise_draft(context, invocation, draft);
  if (promise) drafts.push_back(std::move(*promise));
  // The commit's subject names the last draft, so the complaint comes last, and only its promise after it.
  drafts.insert(promise ? drafts.end() - 1 : drafts.end(), std::move(draft));
  add_first_call(context, invocation, drafts);
  return drafts;
}

/// The user is told what became of it, and what comes next.
std::string told(const Invocation& invocation, const std::string& shown, const std::string& customer) {
  const std::string taken = fmt::format("complaint {} from {} is received", shown, customer);
  if (invocation.has("confirmed"))
    return fmt::format("{}, answered and confirmed; close it: crmtrack close {} --lesson …", taken, shown);
  if (invocation.has("resolved"))
    return fmt::format("{} and answered; the customer has yet to confirm it: crmtrack confirm {}", taken, shown);
  return fmt::format("{}; we owe an acknowledgement: crmtrack acknowledge {} -m …", taken, shown);
}

int run_new(Context& context, const Invocation& invocation) {
  require_first_call_options(invocation);
  NewComplaint complaint = read_options(context, invocation);
  if (context.interactive() && (complaint.customer.empty() || complaint.summary.empty()))
    ask_for_complaint(context, complaint);
  require_complete(complaint);
  const session::TakenCustomer taken = session::take_customer(context, complaint.customer);
  complaint.customer = taken.slug;
  if (complaint.customer_name.empty()) complaint.customer_name = taken.name;
  const std::string filled = fill_in(context, complaint);
  if (context.interactive())
    ask_for_forms(
        context, complaint, [&](const NewComplaint& asked) { return new_fields(context, invocation, asked); });
  const session::Written written = write_records(context, [&] { return compose(context, invocation, complaint); });
  if (!filled.empty()) context.say(filled);
  if (context.settings().dry_run) return show_dry_run(context, written);
  std::string id;
  for (const Draft& draft : written.drafts)
    if (draft.kind == record::Kind::complaint) id = draft.story.id;
  const std::string shown = short_id(context, id);
  report_written(context, written.drafts, told(invocation, shown, session::shown_customer(context, complaint.customer)),
                 true);
  if (invocation.has("promise") || invocation.has("expects")) {
    const story::Complaint after = load_complaint(context, id);
    say_promised(context, {after.entries, after.promises, shown, context.zone()}, written.drafts);
  }
  return 0;
}

}  // namespace

const CommandSpec kNew{
    .name = "new",
    .group = "capture",
    .summary = "take a complaint",
    .options = {option::kCustomer,
                option::kProject,
                option::kReason,
                option::kSeverity,
                option::kVulnerable,
                option::kChannel,
                option::kMessage,
                option::kFile,
                option::kWith,
                OptionSpec{"--remedy", "TEXT", "what the customer asks for"},
                OptionSpec{"--follows", "ID", "an earlier complaint that this one follows", Completes::complaint},
                OptionSpec{
                    "--related", "ID", "a complaint that this one is related to", Completes::complaint, {}, true},
                option::kSet,
                option::kRef,
                option::kAttach,
                option::kPromise,
                option::kExpects,
                option::kResolved,
                option::kOutcome,
                option::kCode,
                option::kCause,
                option::kRedress,
                option::kConfirmed,
                option::kAt,
                option::kBy},
    .examples = {{"crmtrack new -c acme -m 'Invoice 4711 charged twice'", "one line is enough"},
                 {"crmtrack new -c acme -p apollo -r billing-wrong-amount -s high --channel email -F mail.txt",
                  "everything stated"},
                 {"crmtrack new -c acme -m 'No invoice in August' --resolved 'Sent again' --outcome upheld --confirmed",
                  "settled in the first call"},
                 {"crmtrack new", "on a terminal: asks for what is missing"}},
    .run = run_new,
};

}  // namespace crmtrack::command
