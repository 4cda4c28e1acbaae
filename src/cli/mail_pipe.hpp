#pragma once

#include <string>
#include <vector>

namespace crmtrack::cli {

/// Whether the words run `mail receive` as a mail server does: with the mail on standard input. Mail servers send a
/// program's output, and a mail for any exit code but 75, back to the customer. So this command is silent, and ends
/// with 0 or 75, whatever happens.
bool is_mail_pipe(const std::vector<std::string>& words);

/// Sends standard error nowhere, and standard output too, unless the words have `--print`.
void silence_mail_pipe(const std::vector<std::string>& words);

/// The exit code that a mail server understands: 0, or 75 for another attempt.
int exit_code_of_mail_pipe(int exit_code);

}  // namespace crmtrack::cli
