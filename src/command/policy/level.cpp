#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "command/write/capture.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using document::Align;

namespace {

constexpr std::string_view kLevelsFile = "levels.yaml";

yaml::Node level_fields(const Invocation& invocation) {
  yaml::Node fields = yaml::Node::map();
  for (const char* key : {"name", "role"}) set_text(fields, key, invocation.get(key));
  if (fields.entries.empty())
    throw util::Error(util::ErrorKind::usage, "cannot change a level without --name or --role");
  return fields;
}

int run_level_add(Context& context, const Invocation& invocation) {
  const std::string& level = invocation.positionals.front();
  if (level.size() != 1 || level[0] < '0' || level[0] > '9')
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot add level '{}': a level is 0 to 9", level));
  yaml::Node entry = yaml::Node::map();
  entry.set("level", yaml::Node::integer(level[0] - '0'));
  for (auto& [key, value] : level_fields(invocation).entries) entry.set(key, value);
  return report_policy_edit(context, add_policy_entry(context, kLevelsFile, level, entry, invocation.get("why")));
}

int run_level_edit(Context& context, const Invocation& invocation) {
  return report_policy_edit(context, edit_policy_entry(context, kLevelsFile, invocation.positionals.front(),
                                                       level_fields(invocation), "edit", invocation.get("why")));
}

int run_level_retire(Context& context, const Invocation& invocation) {
  const std::string& level = invocation.positionals.front();
  if (level == "0")
    throw util::Error(util::ErrorKind::refused, "cannot retire level 0: every complaint begins there",
                      {"give it another name: crmtrack level edit 0 --name NAME"});
  yaml::Node fields = yaml::Node::map();
  set_text(fields, "valid_to", today_of(context));
  return report_policy_edit(context,
                            edit_policy_entry(context, kLevelsFile, level, fields, "retire", required_why(invocation)));
}

int run_level_list(Context& context, const Invocation& invocation) {
  const std::string today = today_of(context);
  std::vector<std::vector<std::string>> rows;
  for (const policy::Level& level : context.policy().levels) {
    const bool is_retired = !level.valid_to.empty() && level.valid_to <= today;
    if (!is_retired || invocation.has("all"))
      rows.push_back({fmt::to_string(level.level), level.name, level.role, level.valid_to});
  }
  return print_policy_list(context,
                           {{"level", "Level"},
                            {"name", "Name", Align::left, true, true},
                            {"role", "Role", Align::left, true, true},
                            {"valid_to", "Until", Align::left, invocation.has("all")}},
                           std::move(rows));
}

const PositionalSpec kLevel{"LEVEL", "the level, 0 to 9", Completes::level};

std::vector<OptionSpec> level_edit_options() {
  return {OptionSpec{"--name", "NAME", "the name"}, OptionSpec{"--role", "ROLE", "whose turn it is, by role"},
          option::kWhy};
}

}  // namespace

const CommandSpec kLevelList{.name = "level list",
                             .group = "policy",
                             .summary = "list the escalation levels",
                             .options = {OptionSpec{"--all", "", "retired ones too"}},
                             .examples = {{"crmtrack level list", "from the front line up"}},
                             .access = Access::reads,
                             .run = run_level_list};
const CommandSpec kLevelAdd{.name = "level add",
                            .group = "policy",
                            .summary = "add an escalation level",
                            .positionals = {kLevel},
                            .options = level_edit_options(),
                            .examples = {{"crmtrack level add 5 --name 'board' --role board", "above the others"}},
                            .run = run_level_add};
const CommandSpec kLevelEdit{.name = "level edit",
                             .group = "policy",
                             .summary = "change an escalation level",
                             .positionals = {kLevel},
                             .options = level_edit_options(),
                             .examples = {{"crmtrack level edit 2 --name 'head of service'", "another name"}},
                             .run = run_level_edit};
const CommandSpec kLevelRetire{
    .name = "level retire",
    .group = "policy",
    .summary = "take an escalation level out of use",
    .positionals = {kLevel},
    .options = {option::kWhy},
    .examples = {{"crmtrack level retire 3 --why 'Nobody stands there'", "complaints that are there stay"}},
    .run = run_level_retire};

}  // namespace crmtrack::command
