#include "command/common/lost_ledger.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "command/common/counted.hpp"
#include "command/common/exchanged.hpp"
#include "index/loss.hpp"
#include "ledger/share/lost_branch.hpp"
#include "util/error.hpp"

namespace crmtrack::command {

namespace {

using util::Error;
using util::ErrorKind;

constexpr std::size_t kShortId = 12;

std::string repository_folder(const git::Location& location) {
  return (location.work_tree.empty() ? location.git_dir : location.work_tree).string();
}

[[noreturn]] void refuse_lost(const git::Location& location, const ledger::LostBranch& lost) {
  const std::string folder = repository_folder(location);
  std::vector<std::string> hints{
      fmt::format("where a clone or a backup has it: fetch it from there, then git -C '{}' update-ref {} {}", folder,
                  git::kLedgerRef, lost.head)};
  if (!lost.tracking.empty())
    hints.push_back(fmt::format("to go on without what nobody else has: git -C '{}' update-ref {} {}", folder,
                                git::kLedgerRef, lost.tracking));
  throw Error(ErrorKind::repository,
              fmt::format("cannot open '{}': its branch 'ledger' is gone, and of the commit {} that it was at, {} is "
                          "gone too",
                          folder, lost.head.substr(0, kShortId), lost.gap),
              std::move(hints));
}

}  // namespace

std::optional<std::string> bring_back_ledger(Context& context) {
  const git::Location& location = context.location();
  if (git::read_reference(location, git::kLedgerRef)) return std::nullopt;
  const auto& environment = context.settings().environment;
  const auto indexed = index::look_at_index(location);
  const auto lost = ledger::find_lost_branch(location, environment, indexed ? indexed->commit : std::string());
  if (!lost) return std::nullopt;
  if (!lost->gap.empty()) refuse_lost(location, *lost);
  try {
    if (!ledger::bring_back_branch(location, environment, *lost, context.timestamp())) return std::nullopt;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::repository) throw;
    context.warn(
        fmt::format("the branch 'ledger' is gone; it was at {}: {}", lost->head.substr(0, kShortId), error.what()));
    return std::nullopt;
  }
  return lost->head;
}

void refuse_replaced_ledger(Context& context) {
  const git::Location& location = context.location();
  if (!git::read_reference(location, git::kLedgerRef)) return;
  const auto indexed = index::look_at_index(location);
  const auto known =
      ledger::find_replaced_head(location, context.settings().environment, indexed ? indexed->commit : std::string());
  if (!known || known->empty()) return;
  throw Error(
      ErrorKind::repository,
      fmt::format("cannot use branch 'ledger': it was at {}, and now stands at a commit that is no ledger's",
                  known->substr(0, kShortId)),
      {fmt::format("to go back: git -C '{}' update-ref {} {}", repository_folder(location), git::kLedgerRef, *known)});
}

std::optional<std::string> find_way_to_former(Context& context, const std::string& theirs) {
  const git::Location& location = context.location();
  const auto indexed = index::look_at_index(location);
  const auto former = ledger::find_former_head(location, context.settings().environment,
                                               indexed ? indexed->commit : std::string(), theirs);
  if (!former) return std::nullopt;
  return fmt::format("git -C '{}' update-ref {} {}", repository_folder(location), git::kLedgerRef, *former);
}

bool is_ledger_gone(const git::Location& location) {
  return !git::read_reference(location, git::kLedgerRef) && index::look_at_index(location);
}

void tell_brought_back(Context& context, const std::string& commit) {
  std::string sentence = fmt::format("the branch 'ledger' was gone; brought back at {}", commit.substr(0, kShortId));
  if (const auto upstream = context.ledger().find_upstream_remote()) {
    const std::string theirs = upstream->tracking_ledger.empty()
                                   ? std::string()
                                   : git::read_reference(context.location(), upstream->tracking_ledger).value_or("");
    const std::size_t records = count_new_records(context.ledger(), theirs, context.ledger().head());
    if (records > 0) sentence += fmt::format(", with {} that '{}' lacks", counted(records, "record"), upstream->name);
  }
  context.warn(sentence);
}

}  // namespace crmtrack::command
