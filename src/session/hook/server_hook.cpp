#include "session/hook/server_hook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "git/program/git_program.hpp"
#include "ledger/share/push/check.hpp"
#include "session/hook/hook_files.hpp"
#include "session/hook/push_input.hpp"
#include "session/hook/receipt_hook.hpp"
#include "session/share/sync.hpp"
#include "util/counted.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/ascii.hpp"

namespace crmtrack::session {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::string_view kServerHook = "pre-receive";

/// {0}: the variable's name, or nothing; {1}: our path, quoted. Without the program nothing can be checked, so nothing
/// is taken.
constexpr std::string_view kServerScript = R"(#!/bin/sh
# crmtrack hook 1: written by 'crmtrack hook install --server'. To take it away, delete this file.
program={1}
[ -x "$program" ] || program=$(command -v crmtrack) || {{
  echo "crmtrack: cannot check the push: the program is not installed on this server" >&2
  exit 1
}}
exec "$program" -C "${{GIT_DIR:-.}}" hook run pre-receive {0}
)";

bool is_variable_name(std::string_view name) {
  return !name.empty() && (name[0] < '0' || name[0] > '9') &&
         std::all_of(
             name.begin(), name.end(), [](char c) { return util::is_alphanumeric(c) || c == '_'; });
}

void refuse_hook_of_others(const std::filesystem::path& folder, std::string_view name, const std::string& identity) {
  constexpr std::size_t kLimit = 1U << 20U;
  if (!util::find_file_text(folder / name, kLimit) || has_hook(folder, name)) return;
  const std::string words = identity.empty() ? std::string() : " " + identity;
  throw Error(ErrorKind::refused, fmt::format("cannot install '{}': there is a hook already", (folder / name).string()),
              {fmt::format("let yours give its input to: crmtrack hook run {}{}", name, words)});
}

/// To the pusher, each with its record or commit; the first twenty.
void tell(Session& session, const std::string& what, const std::vector<ledger::PushFault>& faults) {
  constexpr std::size_t kMost = 20;
  session.warn(what);
  for (std::size_t i = 0; i < std::min(kMost, faults.size()); ++i) {
    const ledger::PushFault& fault = faults[i];
    std::string line = "  ";
    if (!fault.commit.empty()) line += "commit " + fault.commit.substr(0, 10) + ": ";
    if (!fault.path.empty()) line += fmt::format("'{}': ", fault.path);
    session.say(line + fault.message);
  }
  if (faults.size() > kMost) session.say(fmt::format("  and {} more", faults.size() - kMost));
}

}  // namespace

int install_server_hook(Session& session, const std::string& identity) {
  if (!identity.empty() && !is_variable_name(identity))
    throw Error(ErrorKind::usage, fmt::format("cannot use --identity-env '{}': no variable's name", identity));
  const std::filesystem::path path = hooks_folder(session) / kServerHook;
  refuse_hook_of_others(path.parent_path(), kServerHook, identity);
  refuse_hook_of_others(path.parent_path(), kReceiptHook, "");
  if (session.settings().dry_run) {
    session.say(
        fmt::format("dry run: would write pre-receive and post-receive into '{}'", path.parent_path().string()));
    return 0;
  }
  write_hook(path, fmt::format(fmt::runtime(kServerScript), identity, own_program_quoted()));
  install_receipt_hook(path.parent_path(), identity);
  const git::GitProgram git = make_git(session);
  for (const char* key : {"receive.denyNonFastForwards", "receive.denyDeletes", "receive.fsckObjects"})
    git.get({"config", key, "true"}, fmt::format("set {}", key));
  session.say(fmt::format(
      "installed pre-receive and post-receive in '{}': they refuse what the rules forbid, and keep when what came",
      path.parent_path().string()));
  begin_receipts(session);
  session.say("set receive.fsckObjects: Git refuses trees and commits that its fsck does");
  session.say(identity.empty() ? std::string("authors are not compared with who pushes: --identity-env NAME does that")
                               : fmt::format("who pushes is what the variable {} says", identity));
  return 0;
}

int run_pre_receive(Session& session, const std::string& identity, const std::string& input) {
  const std::vector<ledger::PushedReference> pushed = read_push(input);
  const ledger::Pusher pusher = get_pusher(session, identity);
  const ledger::Ledger ledger = ledger::Ledger::open_receiving(session.location(), session.settings().environment);
  std::vector<ledger::PushFault> faults = ledger::check_push(ledger, pushed, pusher);
  const auto first_note =
      std::stable_partition(faults.begin(), faults.end(), [](const auto& it) { return !it.is_note; });
  const std::vector<ledger::PushFault> notes(first_note, faults.end());
  faults.erase(first_note, faults.end());
  if (!notes.empty() && faults.empty())
    tell(session, fmt::format("taken, but {} to look at", util::counted(notes.size(), "record")), notes);
  if (faults.empty()) return 0;
  tell(session, fmt::format("cannot take the push: {}", util::counted(faults.size(), "reason")), faults);
  return static_cast<int>(ErrorKind::refused);
}

}  // namespace crmtrack::session
