#include <fmt/format.h>

#include <filesystem>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "git/program/repository_checks.hpp"
#include "ledger/ledger.hpp"
#include "ledger/write/init.hpp"
#include "policy/policy.hpp"
#include "policy/settings.hpp"
#include "policy/templates.hpp"
#include "session/policy/merge_driver.hpp"
#include "util/id.hpp"

namespace crmtrack::command {

namespace {

/// The README for a reader who has nothing but Git.
constexpr std::string_view kReadme =
    "# A complaints ledger\n"
    "\n"
    "This repository is kept by crmtrack. It has two branches that never mix:\n"
    "\n"
    "- `main`: what people decide. `policy/*.yaml` holds reasons, people, projects, levels and forms; edit, review "
    "and\n"
    "  commit them as any text. They are in force once committed.\n"
    "- `ledger`: what happened. Every complaint, activity and escalation is one small file, committed once, never "
    "changed\n"
    "  or deleted. Do not check it out and do not commit to it by hand.\n"
    "\n"
    "To look at the ledger with plain Git:\n"
    "\n"
    "    git log --stat refs/heads/ledger\n"
    "    git ls-tree -r --name-only refs/heads/ledger complaints/\n"
    "    git show refs/heads/ledger:PATH\n"
    "    git worktree add --detach DIR refs/heads/ledger      # all of it as files, to read\n"
    "\n"
    "The whole name `refs/heads/ledger` cannot be taken for a tag or file that somebody called `ledger`.\n"
    "\n"
    "To work with it: `crmtrack help`.\n";

/// The settings of a ledger that is kept in a zone: its days are those of that zone for all readers.
std::string settings_with(const std::string& zone) {
  return fmt::format(
      "# Settings of the whole ledger; the others: crmtrack-format(5).\n"
      "#\n"
      "#   zone  where days begin and end in lists, filters and reports, whoever reads them\n"
      "\n"
      "settings:\n"
      "  zone: {}\n",
      zone);
}

/// Whether all machines know a zone by its name. UTC is not written down: it is what most servers have, and says
/// nothing of the people.
bool is_place(const util::Zone& zone) {
  const std::string& name = zone.name();
  return policy::is_zone_name(name) && name != "UTC" && !name.starts_with("Etc/");
}

std::map<std::string, std::string> main_files(const util::Zone& zone) {
  std::map<std::string, std::string> files{{"README.md", std::string(kReadme)}};
  for (const auto& [name, text] : policy::templates()) files["policy/" + name] = text;
  if (is_place(zone)) files["policy/settings.yaml"] = settings_with(zone.name());
  return files;
}

void hint_at_next(Context& context, const ledger::Ledger& ledger, bool bare) {
  if (!bare) return context.hint("take the first complaint with: crmtrack new -c CUSTOMER -m 'What it is about'");
  const std::string folder = git::shown_folder(ledger.location());
  context.hint(fmt::format("to work with it: crmtrack clone '{}'", folder));
  context.hint(fmt::format("to send a ledger that you have, in its folder: git remote add origin '{}' && crmtrack sync",
                           folder));
}

int run_init(Context& context, const Invocation& invocation) {
  std::filesystem::path directory = context.settings().directory;
  if (!context.settings().repo.empty()) directory /= context.settings().repo;
  if (!invocation.positionals.empty()) directory /= invocation.positionals.front();
  directory = directory.lexically_normal();
  const auto bits = context.random().draw("ledger");
  const std::string id = util::encode_crockford(std::string(bits.begin(), bits.end()), 16);
  if (context.settings().dry_run) {
    context.say(fmt::format("dry run: would make a data repository in {}", directory.string()));
    return 0;
  }
  const ledger::Ledger ledger = ledger::init(directory, invocation.has("bare"), context.settings().environment,
                                             main_files(context.zone()), id, context.timestamp());
  session::try_to_set_up_policy_merging(context, ledger.repository());
  context.say(fmt::format("made a data repository in {}", ledger.location().work_tree.empty()
                                                              ? ledger.location().git_dir.string()
                                                              : ledger.location().work_tree.string()));
  if (is_place(context.zone()))
    context.say(fmt::format("its days are those of {} (policy/settings.yaml)", context.zone().name()));
  hint_at_next(context, ledger, invocation.has("bare"));
  return 0;
}

}  // namespace

const CommandSpec kInit{
    .name = "init",
    .group = "set up",
    .summary = "make a data repository",
    .positionals = {{"DIR", "where (default: here)", Completes::directory, 0, 1}},
    .options = {OptionSpec{"--bare", "", "without a work tree, for a server"}},
    .examples = {{"crmtrack init complaints", "in a new folder"},
                 {"crmtrack init --bare complaints.git", "for a server; git init --bare does as well"},
                 {"git init x && crmtrack -C x init", "in a repository that is there already"}},
    .access = Access::nothing,
    .run = run_init,
};

}  // namespace crmtrack::command
