#include <fmt/format.h>

#include <array>

#include "command/commands.hpp"
#include "command/write/capture.hpp"
#include "session/hook/hook_files.hpp"
#include "session/hook/hook_run.hpp"
#include "session/hook/server_hook.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using session::Existing;
using util::Error;
using util::ErrorKind;

namespace {

constexpr std::array<std::string_view, 2> kCloneHooks{"reference-transaction", "pre-push"};

int run_install(Context& context, const Invocation& invocation) {
  if (invocation.has("server")) return install_server_hook(context, invocation.get("identity-env"));
  if (invocation.has("identity-env"))
    throw Error(ErrorKind::usage, "cannot use --identity-env without --server: a clone has nobody who pushes to it");
  context.ledger();
  const std::filesystem::path folder = hooks_folder(context);
  if (context.settings().dry_run) {
    context.say(fmt::format("dry run: would write reference-transaction and pre-push into '{}'", folder.string()));
    return 0;
  }
  const Existing existing = invocation.has("chain") ? Existing::chain : Existing::refuse;
  bool changed = false;
  for (const std::string_view name : kCloneHooks) changed = session::install_hook(folder, name, existing) || changed;
  context.say(changed
                  ? fmt::format("installed reference-transaction and pre-push in '{}': git fetch and git pull merge "
                                "the ledger, and it cannot be rewritten or deleted by mistake",
                                folder.string())
                  : fmt::format("both hooks are installed in '{}' already", folder.string()));
  return 0;
}

int run_run(Context& context, const Invocation& invocation) {
  constexpr std::size_t kLimit = 64U << 20U;
  const std::string& name = invocation.positionals.front();
  const std::string state = invocation.positionals.size() > 1 ? invocation.positionals[1] : "";
  const auto runner = session::find_hook(name);
  if (!runner) throw Error(ErrorKind::usage, fmt::format("cannot run the hook '{}': no such hook of ours", name));
  return runner(context, state, read_standard_input(context, kLimit));
}

}  // namespace

const CommandSpec kHookInstall{
    .name = "hook install",
    .group = "share",
    .summary = "let plain git fetch and git pull merge the ledger, and guard it",
    .options = {OptionSpec{"--chain", "", "where there is a hook already, run both, that one first"},
                OptionSpec{"--server", "", "in a repository that others push to: refuse what the rules forbid"},
                OptionSpec{"--identity-env", "NAME", "the environment variable that holds the pusher's mail address"}},
    .examples = {{"crmtrack hook install", "in a clone that is used with plain git too"}},
    .access = Access::as_is,
    .run = run_install,
};

const CommandSpec kHookRun{
    .name = "hook run",
    .group = "share",
    .summary = "what the installed hooks call",
    .positionals = {{"NAME", "the hook: reference-transaction or pre-push"},
                    {"STATE", "what Git gives the hook as its first argument", Completes::nothing, 0, 1}},
    .access = Access::nothing,
    .run = run_run,
    .hidden = true,
};

}  // namespace crmtrack::command
