#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

constexpr std::string_view kProjectsFile = "projects.yaml";

/// `--people LEVEL=MAIL[,MAIL]`, several times.
yaml::Node people_of(Context& context, const Invocation& invocation) {
  yaml::Node people = yaml::Node::map();
  for (const std::string& text : invocation.all("people")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
      throw util::Error(util::ErrorKind::usage,
                        fmt::format("cannot read --people '{}': write LEVEL=MAIL[,MAIL]", text));
    const int level = resolve_level(context, text.substr(0, equals));
    std::vector<std::string> mails;
    for (const std::string& person : util::split(text.substr(equals + 1), ','))
      mails.push_back(resolve_present_person(context, person));
    people.set(fmt::to_string(level), yaml::Node::list_of(mails));
  }
  return people;
}

yaml::Node project_fields(Context& context, const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "name", invocation.get("name"));
  if (invocation.has("manager"))
    set_text(fields, "manager", resolve_present_person(context, invocation.get("manager")));
  if (invocation.has("calendar")) set_text(fields, "calendar", resolve_calendar(context, invocation.get("calendar")));
  if (invocation.has("regulatory"))
    set_text(fields, "regulatory", session::resolve_profile(invocation.get("regulatory")));
  if (yaml::Node people = people_of(context, invocation); !people.entries.empty())
    fields.set("people", std::move(people));
  return fields;
}

int run_project_add(Context& context, const Invocation& invocation) {
  const std::string& id = invocation.positionals.front();
  session::require_slug("project", id);
  yaml::Node entry = yaml::Node::map();
  set_text(entry, "id", id);
  for (auto& [key, value] : project_fields(context, invocation).entries) entry.set(key, value);
  return report_policy_edit(context, add_policy_entry(context, kProjectsFile, id, entry, invocation.get("why")));
}

int run_project_edit(Context& context, const Invocation& invocation) {
  const yaml::Node fields = project_fields(context, invocation);
  if (fields.entries.empty())
    throw util::Error(util::ErrorKind::usage, "cannot edit: nothing to change",
                      {"give --name, --manager, --calendar, --regulatory or --people"});
  return report_policy_edit(context, edit_policy_entry(context, kProjectsFile, invocation.positionals.front(), fields,
                                                       "edit", invocation.get("why")));
}

int run_project_retire(Context& context, const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "valid_to", today_of(context));
  return report_policy_edit(context, edit_policy_entry(context, kProjectsFile, invocation.positionals.front(), fields,
                                                       "retire", required_why(invocation)));
}

std::string people_text(const policy::Project& project) {
  std::vector<std::string> parts;
  for (const auto& [level, mails] : project.people)
    parts.push_back(fmt::format("{}: {}", level, util::join(mails, ", ")));
  return util::join(parts, "; ");
}

int run_project_list(Context& context, const Invocation&) {
  std::vector<std::vector<std::string>> rows;
  for (const policy::Project& project : context.policy().projects)
    rows.push_back({project.id, project.name, project.manager, people_text(project), project.calendar,
                    project.regulatory, project.valid_to});
  using document::Align;
  return print_policy_list(context,
                           {{"id", "Project"},
                            {"name", "Name", Align::left, true, true},
                            {"manager", "Manager", Align::left, true, true},
                            {"people", "People by level", Align::left, true, true},
                            {"calendar", "Calendar", Align::left, false},
                            {"regulatory", "Regulatory", Align::left, false},
                            {"valid_to", "Until", Align::left, false}},
                           std::move(rows));
}

const PositionalSpec kProjectId{"PROJECT", "the project, a slug", Completes::project};

std::vector<OptionSpec> project_edit_options() {
  return {
      OptionSpec{"--name", "NAME", "the name"},
      OptionSpec{"--manager", "PERSON", "the project manager", Completes::person},
      OptionSpec{"--calendar", "NAME", "the calendar by which its promises are due", Completes::calendar},
      OptionSpec{"--regulatory", "PROFILE", "the regulatory profile: disp or rg271"},
      OptionSpec{"--people", "LEVEL=MAIL[,MAIL]", "who stands at an escalation level", Completes::nothing, {}, true},
      option::kWhy};
}

}  // namespace

const CommandSpec kProjectList{.name = "project list",
                               .group = "policy",
                               .summary = "list the projects",
                               .examples = {{"crmtrack project list", "with who stands at each level"}},
                               .access = Access::reads,
                               .run = run_project_list};
const CommandSpec kProjectAdd{
    .name = "project add",
    .group = "policy",
    .summary = "add a project",
    .positionals = {kProjectId},
    .options = project_edit_options(),
    .examples = {{"crmtrack project add apollo --name Apollo --manager asha@example.com --people 2=cleo@example.com",
                  "once projects are listed, only they can be used"}},
    .run = run_project_add};
const CommandSpec kProjectEdit{
    .name = "project edit",
    .group = "policy",
    .summary = "change a project",
    .positionals = {kProjectId},
    .options = project_edit_options(),
    .examples = {{"crmtrack project edit apollo --manager ben@example.com", "a new manager"}},
    .run = run_project_edit};
const CommandSpec kProjectRetire{
    .name = "project retire",
    .group = "policy",
    .summary = "take a project out of use",
    .positionals = {kProjectId},
    .options = {option::kWhy},
    .examples = {{"crmtrack project retire apollo --why 'Handed over'", "stays readable, refuses new use"}},
    .run = run_project_retire};

}  // namespace crmtrack::command
