#include "ledger/share/push/lost_on_server.hpp"

#include <fmt/format.h>

#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/audit/proof/wholeness.hpp"

namespace crmtrack::ledger {

std::optional<LostOnServer> find_lost_on_server(const git::Repository& repository) {
  if (git::find_branch(repository, git::kLedgerRef)) return std::nullopt;
  ReceiptReader receipts(repository);
  while (const auto receipt = receipts.next())
    if (const Receipt::Head* const ledger = receipt->find(git::kLedgerRef))
      return LostOnServer{ledger->commit, receipt->time, WholenessCheck(repository.objects).is_whole(ledger->commit)};
  return std::nullopt;
}

std::optional<std::string> find_foreign_ledger(const git::Repository& repository, const std::string& newer) {
  constexpr int kMostReceipts = 1000;
  const git::ObjectId head = git::get_object_id(newer);
  std::optional<git::ObjectId> was;
  ReceiptReader receipts(repository);
  for (int i = 0; i < kMostReceipts; ++i) {
    const auto receipt = receipts.next();
    if (!receipt) break;
    const Receipt::Head* const ledger = receipt->find(git::kLedgerRef);
    if (ledger == nullptr) continue;
    if (!was) was = ledger->commit;
    const bool is_here = repository.objects.find_kind(ledger->commit) == git::ObjectKind::commit;
    if (is_here && is_ancestor(repository.objects, ledger->commit, head)) return std::nullopt;
  }
  if (!was) return std::nullopt;
  return fmt::format(
      "the ledger is gone here; it was at {}, and this is another one: who has the rights 'relay' and "
      "'policy' brings it back, or begins anew",
      was->hex().substr(0, 10));
}

}  // namespace crmtrack::ledger
