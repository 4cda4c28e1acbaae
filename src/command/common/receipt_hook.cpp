#include "command/common/receipt_hook.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/common/hook_files.hpp"
#include "ledger/ledger.hpp"
#include "util/error.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

namespace {

/// {0}: our path, quoted. The push is done: nothing that goes wrong here may look as if it had failed.
constexpr std::string_view kReceiptScript = R"(#!/bin/sh
# crmtrack hook 1: written by 'crmtrack hook install --server'. To take it away, delete this file.
program={0}
[ -x "$program" ] || program=$(command -v crmtrack) || exit 0
"$program" -C "${{GIT_DIR:-.}}" hook run post-receive
exit 0
)";

/// Lines `<old> <new> <reference>`.
bool moves_our_branches(const std::string& input) {
  const std::vector<std::string> lines = util::split(input, '\n');
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    const std::vector<std::string> words = util::split(line, ' ');
    return words.size() == 3 && (words[2] == ledger::kLedgerRef || words[2] == ledger::kMainRef);
  });
}

}  // namespace

void install_receipt_hook(const std::filesystem::path& folder) {
  write_hook(folder / kReceiptHook, fmt::format(fmt::runtime(kReceiptScript), own_program_quoted()));
}

int run_post_receive(Context& context, const std::string&, const std::string& input) {
  if (!moves_our_branches(input)) return 0;
  try {
    ledger::Ledger ledger = ledger::Ledger::open_receiving(context.location(), context.settings().environment);
    ledger.add_receipt(context.timestamp());
  } catch (const util::Error& error) {
    context.warn(fmt::format("the push was taken, but no receipt was written: {}", error.what()));
  }
  return 0;
}

}  // namespace crmtrack::command
