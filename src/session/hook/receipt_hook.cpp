#include "session/hook/receipt_hook.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/reference/branch_names.hpp"
#include "ledger/ledger.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/push/receipt_write.hpp"
#include "ledger/share/push/relay.hpp"
#include "session/hook/hook_files.hpp"
#include "session/hook/push_input.hpp"
#include "util/error.hpp"

namespace crmtrack::session {

namespace {

/// {0}: the variable's name, or nothing; {1}: our path, quoted. The push is done: nothing that goes wrong here may look
/// as if it had failed.
constexpr std::string_view kReceiptScript = R"(#!/bin/sh
# crmtrack hook 1: written by 'crmtrack hook install --server'. To take it away, delete this file.
program={1}
[ -x "$program" ] || program=$(command -v crmtrack) || exit 0
"$program" -C "${{GIT_DIR:-.}}" hook run post-receive {0}
exit 0
)";

bool moves_our_branches(const std::vector<ledger::PushedReference>& pushed) {
  return std::ranges::any_of(
      pushed,
      [](const ledger::PushedReference& reference) {
        return reference.name == git::kLedgerRef || reference.name == git::kMainRef;
      });
}

}  // namespace

void install_receipt_hook(const std::filesystem::path& folder, const std::string& identity) {
  write_hook(folder / kReceiptHook, fmt::format(fmt::runtime(kReceiptScript), identity, own_program_quoted()));
}

void begin_receipts(Session& session) {
  const git::Location location = session.location();
  const bool has_ledger = git::read_reference(location, git::kLedgerRef).has_value();
  if (!has_ledger || git::read_reference(location, ledger::kReceiptsRef)) return;
  ledger::Ledger ledger = ledger::Ledger::open_receiving(location, session.settings().environment);
  ledger::add_receipt(ledger, session.timestamp());
  session.say("wrote the first receipt: what is here by now came before it");
}

int run_post_receive(Session& session, const std::string& identity, const std::string& input) {
  const std::vector<ledger::PushedReference> pushed = read_push(input);
  if (!moves_our_branches(pushed)) return 0;
  try {
    ledger::Ledger ledger = ledger::Ledger::open_receiving(session.location(), session.settings().environment);
    ledger::add_receipt(ledger, session.timestamp(), ledger::find_relay(ledger, pushed, get_pusher(session, identity)));
  } catch (const util::Error& error) {
    session.warn(fmt::format("the push was taken, but no receipt was written: {}", error.what()));
  }
  return 0;
}

}  // namespace crmtrack::session
