#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "command/common/output.hpp"
#include "ledger/main/policy_files.hpp"
#include "policy/check.hpp"
#include "policy/check_promises.hpp"
#include "policy/load.hpp"
#include "policy/policy.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/zone.hpp"
#include "view/policy_findings.hpp"

namespace crmtrack::command {

using util::counted;

namespace {

constexpr std::size_t kPolicyFileLimit = 4U << 20;

/// The policy files to check: those of the work tree, for a user who edits them, else those that main has. Reports
/// links, folders and files that are too large as findings, and does not read them.
policy::Files files_to_check(Context& context, std::vector<policy::Finding>& findings) {
  const std::filesystem::path folder = context.location().work_tree / "policy";
  std::error_code error;
  if (context.location().work_tree.empty() || !std::filesystem::is_directory(folder, error))
    return ledger::policy_files(context.ledger().repository(), context.ledger().main_head());
  policy::Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string name = entry.path().filename().string();
    if (entry.is_symlink(error) || !entry.is_regular_file(error))
      findings.push_back({name, {1, 1}, "is a link or a folder, and no file", false});
    else if (entry.file_size(error) > kPolicyFileLimit)
      findings.push_back({name, {1, 1}, fmt::format("is larger than {} MiB", kPolicyFileLimit >> 20U), false});
    else
      files[name] = util::read_file(entry.path(), kPolicyFileLimit);
  }
  return files;
}

bool knows_zone(const std::string& name) {
  try {
    (void)util::Zone::load(name);
    return true;
  } catch (const util::Error&) {
    return false;
  }
}

int run_policy(Context& context, const Invocation&) {
  std::vector<policy::Finding> findings;
  const policy::Files files = files_to_check(context, findings);
  for (policy::Finding& finding : policy::check(files)) findings.push_back(std::move(finding));
  for (policy::Finding& finding : policy::check_zones(policy::load(files), files, knows_zone))
    findings.push_back(std::move(finding));
  std::ranges::stable_sort(
      findings, {},
      [](const policy::Finding& finding) {
        return std::tuple(std::string_view(finding.file), finding.mark.line, finding.mark.column);
      });
  context.out().print(make_listing(context, view::policy_findings_table(findings),
                                   [&](std::size_t row) { return view::policy_finding_item(findings[row]); }));
  context.out().flush();
  std::size_t errors = 0;
  for (const policy::Finding& finding : findings) errors += finding.warning ? 0 : 1;
  context.say(fmt::format("policy: {}, {}", counted(errors, "error"), counted(findings.size() - errors, "warning")));
  return errors == 0 ? 0 : 1;
}

}  // namespace

const CommandSpec kPolicyCheck{
    .name = "policy check",
    .group = "policy",
    .summary = "look for mistakes in the policy files",
    .examples = {{"crmtrack policy check", "before you commit an edit; exit 1 with errors"}},
    .run = run_policy,
};

}  // namespace crmtrack::command
