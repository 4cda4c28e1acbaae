#include "cli/own_commands.hpp"

#include <array>

#include "cli/help_output.hpp"
#include "cli/registry.hpp"
#include "cli/short_words.hpp"
#include "cli/spec_json.hpp"
#include "cli/topics.hpp"
#include "cli/usage.hpp"
#include "command/common/context.hpp"
#include "render/json.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::cli {

using command::Access;
using command::CommandSpec;
using command::Completes;
using command::Context;
using command::Invocation;

namespace {

int run_help(Context& context, const Invocation& invocation) {
  std::string name = util::join(invocation.positionals, " ");
  if (const std::string_view short_for = find_short_name(name); !short_for.empty()) name = short_for;
  const Catalog& catalog = registry();
  const CommandSpec* command = catalog.find(name);
  if (name.empty())
    print_help(context, render_overview(catalog, help_width(context)));
  else if (command != nullptr)
    print_help(context, render_long_help(*command, help_width(context)));
  else if (catalog.is_group(name))
    print_help(context, render_group_help(catalog, name, help_width(context)));
  else if (const auto topic = render_topic(name, help_width(context)))
    print_help(context, *topic);
  else
    throw unknown_command(catalog, "", name);
  return 0;
}

int run_spec(Context& context, const Invocation&) {
  context.out().line(render::render_json(to_value(registry()), 2));
  return 0;
}

const CommandSpec kHelp{
    .name = "help",
    .group = "help",
    .summary = "tell what the commands do and how they are used",
    .positionals = {{"COMMAND", "the command, or filter or formats, to tell about; without one, all commands",
                     Completes::command, 0, -1}},
    .examples = {{"crmtrack help", "the commands by group"},
                 {"crmtrack help customer add", "one command in full"},
                 {"crmtrack help filter", "which complaints: the filter language"}},
    .access = Access::nothing,
    .run = run_help,
};

const CommandSpec kSpec{
    .name = "__spec",
    .group = "help",
    .summary = "print every command's spec as JSON",
    .access = Access::nothing,
    .run = run_spec,
    .hidden = true,
};

}  // namespace

std::span<const CommandSpec* const> own_commands() {
  static constexpr std::array<const CommandSpec*, 2> kCommands = {&kHelp, &kSpec};
  return kCommands;
}

}  // namespace crmtrack::cli
