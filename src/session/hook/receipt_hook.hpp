#pragma once

#include <filesystem>
#include <string>

#include "session/session.hpp"

namespace crmtrack::session {

/// The hook that Git runs on a server once a push is taken.
inline constexpr const char* kReceiptHook = "post-receive";

/// Installs the hook that keeps what the server had when, as receipts (ledger/receipt.hpp). A hook of ours is replaced.
/// `identity` is the variable that says who pushes, or nothing.
void install_receipt_hook(const std::filesystem::path& folder, const std::string& identity);

/// Writes the first receipt where there is a ledger and none yet: from then on nothing can be dated back behind it.
void begin_receipts(Session& session);

/// Runs the post-receive hook on the lines that Git gives it: a push that moved `main` or `ledger` gets a receipt. It
/// never fails a push, which is done by then: the pusher gets one line of what went wrong.
int run_post_receive(Session& session, const std::string& identity, const std::string& input);

}  // namespace crmtrack::session
