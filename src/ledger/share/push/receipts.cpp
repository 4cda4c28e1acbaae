#include "ledger/share/push/receipts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "ledger/audit/history.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/receipt.hpp"

namespace crmtrack::ledger {
namespace {

/// Of a tree without entries.
constexpr std::string_view kEmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

using History = std::unordered_set<git::ObjectId>;

History history_of_pushed(const git::Repository& repository, const git::ObjectId& head) {
  History history;
  for (const Range::Commit& commit : walk_history(repository, std::nullopt, head, {}).walk.commits)
    history.insert(commit.id);
  return history;
}

}  // namespace

std::optional<std::string> find_receipts_fault(const git::Repository& repository, const git::ObjectId& newest,
                                               const PushedHeads& heads, util::Instant now) {
  std::map<std::string, History> histories;
  for (const auto& [reference, head] : heads) histories.emplace(reference, history_of_pushed(repository, head));
  const auto is_known = [&](const Receipt::Head& head) {
    const auto history = histories.find(head.reference);
    return history != histories.end() && history->second.contains(head.commit);
  };
  for (auto at = std::optional(newest); at;) {
    const git::CommitObject commit = repository.objects.read_commit(*at);
    const std::string shown = at->hex().substr(0, 10);
    const auto receipt = parse_receipt(commit.message);
    if (!receipt || commit.parents.size() > 1 || commit.tree.hex() != kEmptyTree)
      return fmt::format("commit {} is no receipt", shown);
    if (is_of_future(*receipt, now)) return fmt::format("the receipt {} is of the future", shown);
    if (!std::ranges::all_of(receipt->heads, is_known))
      return fmt::format("the receipt {} tells of a commit that does not come with it", shown);
    at = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
  }
  return std::nullopt;
}

}  // namespace crmtrack::ledger
