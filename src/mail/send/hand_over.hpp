#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace crmtrack::mail {

/// The program that takes our mail, and how it is called.
struct SendSettings {
  std::vector<std::string> program = {};  ///< its path or name, and its first arguments; empty: find_sendmail
  std::string bounce_address;             ///< the envelope sender: a mail that cannot be delivered comes back to it
  std::string search_path = {};           ///< PATH, for a `sendmail` in none of the usual folders
  std::chrono::seconds timeout{60};
};

/// The answer of the mail program.
struct HandOver {
  bool handed_over = false;  ///< the program took it: it is on its way, which does not mean that it arrives
  int exit = 0;              ///< the program's exit code; 128 + n for signal n; 127 where it could not be started
  std::string detail = {};   ///< one line: the first of what the program said, made visible; why it was ended
};

/// The `sendmail` of this machine: in /usr/sbin, /usr/lib, then in the folders of `search_path`. nullopt where there is
/// none.
std::optional<std::string> find_sendmail(const std::string& search_path);

/// Hands a mail to the program, for one recipient: `PROGRAM… -f BOUNCE_ADDRESS -i -- RECIPIENT`, without a shell, the
/// mail on standard input. Nothing but exit code 0 means that the program took it: the others do not tell "later" from
/// "never" (docs/mail.md, Programs that take mail). A program that takes longer than the time-out is killed with its
/// children. Throws Error(refused) for a recipient or bounce address that address_fault finds fault with.
HandOver hand_over(const SendSettings& settings, const std::string& recipient, const std::string& bytes);

/// One line for people and for the record of the delivery: `exit 69: msmtp: recipient address … not accepted`.
std::string shown_failure(const HandOver& result);

}  // namespace crmtrack::mail
