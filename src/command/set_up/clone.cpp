#include "ledger/share/clone.hpp"

#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "ledger/share/merge.hpp"
#include "ledger/share/remotes.hpp"
#include "session/policy/merge_driver.hpp"
#include "session/share/sharing.hpp"
#include "session/share/sync.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::counted;
using util::Error;
using util::ErrorKind;

namespace {

std::filesystem::path folder_for(Context& context, const Invocation& invocation) {
  std::filesystem::path base = context.settings().directory;
  if (!context.settings().repo.empty()) base /= context.settings().repo;
  const std::string name = invocation.positionals.size() > 1
                               ? invocation.positionals.back()
                               : ledger::folder_of_address(invocation.positionals.front());
  if (name.empty())
    throw Error(ErrorKind::usage, fmt::format("cannot clone '{}': it names no folder", invocation.positionals.front()),
                {"name one: crmtrack clone URL DIR"});
  return (base / name).lexically_normal();
}

/// A path is relative to where the command runs, as for git; what is said of it later is to hold anywhere.
std::string address_of(Context& context, const Invocation& invocation) {
  const std::string& url = invocation.positionals.front();
  if (url.empty() || url.starts_with('-'))
    throw Error(ErrorKind::usage, fmt::format("cannot clone '{}': no address", url));
  std::error_code failed;
  const std::filesystem::path path = std::filesystem::path(context.settings().directory) / url;
  return std::filesystem::is_directory(path, failed) ? path.lexically_normal().string() : url;
}

void tell_other_head(Context& context, const ledger::Cloned& cloned) {
  if (cloned.other_head.empty()) return;
  const std::string names = cloned.other_head == "nothing" ? std::string("no branch") : "'" + cloned.other_head + "'";
  context.say(fmt::format("checked out 'main'; the HEAD of '{}' names {}", cloned.remote, names));
  context.hint("so that plain git clones start with main, on the server: git symbolic-ref HEAD refs/heads/main");
  context.hint("on a forge: set its default branch to main");
}

/// The branch `ledger`: what was fetched, checked.
int make_ledger_branch(Context& context, ledger::Ledger& ledger, const ledger::Cloned& cloned,
                       const std::string& address) {
  const auto merged = ledger::merge(ledger, ledger.head(), {}, context.timestamp());
  const std::string folder = cloned.location.work_tree.string();
  if (merged.state == ledger::Merged::State::refused) {
    warn_faults(context, merged.faults);
    throw Error(ErrorKind::refused, fmt::format("cannot take the ledger of '{}' as it is", address),
                {fmt::format("it was cloned, and can be read: crmtrack -C '{}' list", folder),
                 fmt::format("to take all that is sound: crmtrack -C '{}' sync --mend", folder)});
  }
  context.say(fmt::format("cloned '{}' into '{}': {}", address, folder, counted(merged.records, "record")));
  return 0;
}

int run_clone(Context& context, const Invocation& invocation) {
  const std::string url = address_of(context, invocation);
  const std::filesystem::path folder = folder_for(context, invocation);
  if (context.settings().dry_run) {
    context.say(fmt::format("dry run: would clone into '{}'", folder.string()));
    return 0;
  }
  context.announce(fmt::format("cloning into '{}'", folder.string()));
  const ledger::Cloned cloned =
      ledger::clone_repository(make_git(context, false), url, folder, context.settings().environment);
  ledger::Ledger ledger = ledger::Ledger::open(cloned.location, context.settings().environment);
  ledger::set_up_upstream(ledger);
  session::try_to_set_up_policy_merging(context, ledger.repository());
  tell_other_head(context, cloned);
  const auto remote = ledger::find_upstream_remote(ledger);
  return make_ledger_branch(context, ledger, cloned, remote ? remote->url : cloned.remote);
}

}  // namespace

const CommandSpec kClone{
    .name = "clone",
    .group = "set up",
    .summary = "get a copy of a shared data repository to work with",
    .positionals = {{"URL", "its address, as for git clone"},
                    {"DIR", "where (default: the address's last part)", Completes::directory, 0, 1}},
    .examples = {{"crmtrack clone ssh://git@example.com/srv/complaints.git", "into the folder complaints"},
                 {"crmtrack clone https://example.com/team/complaints.git work", "into the folder work"}},
    .access = Access::nothing,
    .run = run_clone,
};

}  // namespace crmtrack::command
