#include <fmt/format.h>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/option.hpp"
#include "command/common/policy_output.hpp"
#include "session/policy/conflicts.hpp"
#include "session/policy/merge_driver.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

using util::Error;
using util::ErrorKind;

namespace {

int run_settle(Context& context, const Invocation& invocation) {
  const bool take = invocation.has("take");
  if (take == invocation.has("keep"))
    throw Error(ErrorKind::usage, "cannot settle a conflict without either --keep or --take",
                {"--keep leaves the version that stands, --take puts the other in its place"});
  if (!take && invocation.has("commit"))
    throw Error(ErrorKind::usage, "cannot use --commit with --keep: it chooses the version to take");
  const session::Settlement settlement{.file = invocation.positionals[0],
                                       .key = invocation.positionals[1],
                                       .take = take,
                                       .commit = invocation.get("commit"),
                                       .why = invocation.get("why")};
  if (settlement.why.empty()) throw Error(ErrorKind::usage, "cannot settle a conflict without --why");
  return report_policy_edit(context, settle_conflict(context, settlement));
}

int run_merge(Context& context, const Invocation& invocation) {
  const std::vector<std::string>& words = invocation.positionals;
  return run_merge_driver(context, {.base = words[0],
                                    .ours = words[1],
                                    .theirs = words[2],
                                    .path = words[3],
                                    .heads = words.size() > 4 ? words[4] : std::string()});
}

}  // namespace

const CommandSpec kPolicySettle{
    .name = "policy settle",
    .group = "policy",
    .summary = "decide between two changes of one entry of policy",
    .positionals = {{"FILE", "the policy file: people, or people.yaml", Completes::conflict_file},
                    {"KEY", "the entry's key", Completes::conflict_key}},
    .options = {OptionSpec{"--keep", "", "keep the version that stands"},
                OptionSpec{"--take", "", "put the version that waits in its place"},
                OptionSpec{"--commit", "ID", "of several versions that wait, the one that this commit made"},
                option::kWhy},
    .examples = {{"crmtrack policy settle people ben@example.com --keep --why 'The longer name is right'",
                  "the version that was committed first stays"},
                 {"crmtrack policy settle reasons parking --take --why 'Agreed with Ben'", "the other replaces it"}},
    .run = run_settle,
};

const CommandSpec kPolicyMerge{
    .name = "policy merge",
    .group = "policy",
    .summary = "what Git calls to merge a policy file",
    .positionals = {{"BASE", "the file of the version that both come from"},
                    {"OURS", "the file of ours, which gets the result"},
                    {"THEIRS", "the file of theirs"},
                    {"PATH", "the path that they stand for"},
                    {"HEADS", "the commits that are merged", Completes::nothing, 0, 1}},
    .access = Access::nothing,
    .run = run_merge,
    .hidden = true,
};

}  // namespace crmtrack::command
