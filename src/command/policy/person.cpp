#include <fmt/format.h>

#include <algorithm>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "command/write/report_written.hpp"
#include "session/leaver.hpp"
#include "session/lookup.hpp"
#include "session/rights.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/named_mail.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

constexpr std::string_view kPeopleFile = "people.yaml";

yaml::Node person_fields(const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  for (const char* key : {"name", "role", "team"}) set_text(fields, key, invocation.get(key));
  return fields;
}

/// The user's own entry, where `mail` is the first person in an empty directory and somebody else. Once the directory
/// lists anybody, only listed people may record, so `person add` adds the user as well.
std::optional<yaml::Node> founder_of(Context& context, const std::string& mail) {
  const std::string me = context.me();
  if (!context.policy().people.empty() || util::fold_case(me) == util::fold_case(mail)) return std::nullopt;
  yaml::Node entry = yaml::Node::map();
  set_text(entry, "email", me);
  set_text(entry, "name", context.ledger().author(context.timestamp()).name);
  return entry;
}

/// Whether the directory has `mail` without role, team and end, as founder_of adds a user. `person add` then completes
/// the entry and does not refuse it.
bool completes_founder(Context& context, const std::string& mail) {
  const policy::Person* person = context.policy().find_person(mail);
  return person != nullptr && util::fold_case(person->email) == util::fold_case(mail) && person->role.empty() &&
         person->team.empty() && person->valid_to.empty();
}

/// `person add 'Ben Okoro <ben@example.com>'` is `person add ben@example.com --name 'Ben Okoro'`.
Invocation with_name_apart(Invocation invocation) {
  util::NamedMail typed = util::parse_named_mail(invocation.positionals.front());
  if (typed.mail.empty() || typed.name.empty()) return invocation;
  invocation.positionals.front() = std::move(typed.mail);
  if (!invocation.has("name")) invocation.options["name"] = {std::move(typed.name)};
  return invocation;
}

/// A role that nobody asks for is a slip, or is yet to stand in policy.
void say_unused_role(Context& context, const Invocation& invocation) {
  const std::string role = invocation.get("role");
  if (role.empty()) return;
  std::vector<std::string> known{"machine"};
  for (const policy::Level& level : context.policy().levels) known.push_back(level.role);
  for (const policy::Grant& grant : context.policy().rights)
    known.insert(known.end(), grant.roles.begin(), grant.roles.end());
  if (std::ranges::find(known, role) != known.end()) return;
  context.say(fmt::format("no level and no right names the role '{}'", role));
  if (const auto near = util::nearest(role, known); !near.empty())
    context.hint("did you mean " + util::join(near, " or ") + "?");
  context.hint("roles of levels: crmtrack level list; of rights: policy/rights.yaml");
}

int run_person_add(Context& context, const Invocation& typed) {
  const Invocation invocation = with_name_apart(typed);
  const std::string& mail = invocation.positionals.front();
  if (mail.find('@') == std::string::npos)
    throw util::Error(util::ErrorKind::refused, fmt::format("cannot add person '{}': not a mail address", mail));
  yaml::Node entry = yaml::Node::map();
  set_text(entry, "email", mail);
  for (auto& [key, value] : person_fields(invocation).entries) entry.set(key, value);
  if (!person_fields(invocation).entries.empty() && completes_founder(context, mail))
    return report_policy_edit(context, edit_policy_entry(context, kPeopleFile, mail, person_fields(invocation), "add",
                                                         invocation.get("why")));
  const auto founder = founder_of(context, mail);
  const int code =
      report_policy_edit(context, add_policy_entry(context, kPeopleFile, mail, entry, invocation.get("why"), founder));
  if (founder && !context.settings().dry_run)
    context.say(fmt::format("the directory was empty: you, {}, are in it now as well, without a role",
                            founder->text_of("email")));
  say_unused_role(context, invocation);
  return code;
}

/// The address of the person whom a word means. Throws Error(not_found) where the directory has no such person.
std::string listed_person(Context& context, const std::string& word) {
  if (auto person = session::find_person(context, word)) return std::move(*person);
  std::vector<std::string> known, hints;
  for (const policy::Person& person : context.policy().people) known.push_back(person.email);
  if (const auto near = util::nearest(word, known); !near.empty())
    hints.push_back("did you mean " + util::join(near, " or ") + "?");
  throw util::Error(util::ErrorKind::not_found, fmt::format("cannot find person '{}' in {}", word, kPeopleFile),
                    std::move(hints));
}

int run_person_edit(Context& context, const Invocation& invocation) {
  const yaml::Node fields = person_fields(invocation);
  if (fields.entries.empty())
    throw util::Error(util::ErrorKind::usage, "cannot edit: nothing to change", {"give --name, --role or --team"});
  const std::string person = listed_person(context, invocation.positionals.front());
  const int code = report_policy_edit(
      context, edit_policy_entry(context, kPeopleFile, person, fields, "edit", invocation.get("why")));
  say_unused_role(context, invocation);
  return code;
}

/// The person who takes over. Throws Error(refused) for the leaver.
std::string successor_of(Context& context, const Invocation& invocation, const std::string& leaver) {
  if (!invocation.has("to")) return {};
  std::string to = resolve_present_person(context, invocation.get("to"));
  if (util::fold_case(to) == util::fold_case(leaver))
    throw util::Error(util::ErrorKind::refused, fmt::format("cannot hand the complaints of '{0}' over to '{0}'", to));
  return to;
}

/// Hands the work over in one commit.
void hand_over(Context& context, const session::LeftWork& work, const std::string& leaver, const std::string& to,
               const std::string& why) {
  const session::Written written =
      write_records(context, [&] { return session::handover_drafts(context, work, leaver, to, why); });
  if (context.settings().dry_run && !context.wants_data()) show_dry_run(context, written);
}

/// `7 promises, 1 escalation to accept`.
std::vector<std::string> debts_of(const session::LeftWork& work) {
  std::vector<std::string> parts;
  if (work.promises > 0) parts.push_back(util::counted(work.promises, "promise"));
  if (work.escalations > 0) parts.push_back(util::counted(work.escalations, "escalation") + " to accept");
  return parts;
}

void tell_handed_over(Context& context, const std::string& to, const session::LeftWork& work) {
  if (!work.complaints.empty())
    context.say(fmt::format("{} now owns {}", to, util::counted(work.complaints.size(), "complaint")));
  if (const auto debts = debts_of(work); !debts.empty())
    context.say(fmt::format("{} takes over {}", to, util::join(debts, ", ")));
}

/// Says which work is still with the leaver, and how to hand it over.
void tell_left_work(Context& context, const std::string& leaver, const session::LeftWork& work) {
  std::vector<std::string> parts = debts_of(work);
  if (!work.complaints.empty()) parts.insert(parts.begin(), util::counted(work.complaints.size(), "complaint"));
  if (parts.empty()) return;
  context.say(fmt::format("still with {}: {}", leaver, util::join(parts, ", ")));
  if (!work.complaints.empty() || !work.concerned.empty() || !work.decisions.empty())
    context.hint(fmt::format("hand it over: crmtrack person retire {} --to PERSON --why …", leaver));
  if (!work.complaints.empty())
    context.hint(fmt::format(
        "or the complaints alone: crmtrack assign --filter 'owner:{} status.not:closed,withdrawn,void' PERSON",
        leaver));
  if (work.promises + work.escalations > 0) context.hint(fmt::format("see: crmtrack agenda {}", leaver));
}

int run_person_retire(Context& context, const Invocation& invocation) {
  const std::string leaver = listed_person(context, invocation.positionals.front());
  const std::string why = required_why(invocation);
  const std::string to = successor_of(context, invocation, leaver);
  session::OwnRights(context).require(policy::Right::policy);
  // First the records: where these are refused, the person has not left yet, and nothing is half done.
  const session::LeftWork work = session::work_of(context, leaver);
  if (!to.empty()) hand_over(context, work, leaver, to, why);
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "valid_to", today_of(context));
  const int code = report_policy_edit(context, edit_policy_entry(context, kPeopleFile, leaver, fields, "retire", why));
  if (context.settings().dry_run) return code;
  if (!to.empty()) tell_handed_over(context, to, work);
  tell_left_work(context, leaver, session::work_of(context, leaver));
  return code;
}

int run_person_list(Context& context, const Invocation&) {
  std::vector<std::vector<std::string>> rows;
  for (const policy::Person& person : context.policy().people)
    rows.push_back({person.email, person.name, person.role, person.team, person.valid_to});
  using document::Align;
  return print_policy_list(context,
                           {{"email", "Address"},
                            {"name", "Name", Align::left, true, true},
                            {"role", "Role", Align::left, true, true},
                            {"team", "Team", Align::left, true, true},
                            {"valid_to", "Until"}},
                           std::move(rows));
}

const PositionalSpec kMail{"MAIL", "the mail address", Completes::person};
const PositionalSpec kNewPerson{"MAIL", "the mail address, or 'NAME <MAIL>'", Completes::person};

std::vector<OptionSpec> person_edit_options() {
  return {OptionSpec{"--name", "NAME", "the name"}, OptionSpec{"--role", "ROLE", "the role"},
          OptionSpec{"--team", "TEAM", "the team"}, option::kWhy};
}

}  // namespace

const CommandSpec kPersonList{.name = "person list",
                              .group = "policy",
                              .summary = "list the people",
                              .examples = {{"crmtrack person list", "the directory"}},
                              .access = Access::reads,
                              .run = run_person_list};
const CommandSpec kPersonAdd{
    .name = "person add",
    .group = "policy",
    .summary = "add a person to the directory",
    .positionals = {kNewPerson},
    .options = person_edit_options(),
    .examples = {{"crmtrack person add ben@example.com --name 'Ben Okoro' --role project_manager --team north",
                  "once people are listed, only they can be assigned"}},
    .run = run_person_add};
const CommandSpec kPersonEdit{
    .name = "person edit",
    .group = "policy",
    .summary = "change a person's entry",
    .positionals = {kMail},
    .options = person_edit_options(),
    .examples = {{"crmtrack person edit ben@example.com --role complaints_manager", "a new role"}},
    .run = run_person_edit};
const CommandSpec kPersonRetire{
    .name = "person retire",
    .group = "policy",
    .summary = "say that a person has left",
    .positionals = {kMail},
    .options = {OptionSpec{"--to", "PERSON", "who takes over their complaints, promises and escalations to accept",
                           Completes::person},
                option::kWhy},
    .examples = {{"crmtrack person retire ben@example.com --why 'Left the company'", "the entry stays readable"},
                 {"crmtrack person retire ben@example.com --to me --why 'Left the company'",
                  "and hands over what is theirs, in one commit"}},
    .run = run_person_retire};

}  // namespace crmtrack::command
