#include "cli/mail_pipe.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace crmtrack::cli {

namespace {

constexpr int kTryAgain = 75;

bool has_word(const std::vector<std::string>& words, std::initializer_list<std::string_view> any) {
  return std::ranges::any_of(
      words,
      [&](const std::string& word) {
        return std::ranges::any_of(
            any,
            [&](std::string_view one) {
              return word == one || (one.size() > 2 && word.starts_with(std::string(one) + "="));
            });
      });
}

}  // namespace

bool is_mail_pipe(const std::vector<std::string>& words) {
  const auto mail = std::ranges::find(words, "mail");
  if (mail == words.end() || std::find(mail, words.end(), "receive") == words.end()) return false;
  return !has_word(words, {"--mbox", "--maildir", "-h", "--help", "--version"});
}

void silence_mail_pipe(const std::vector<std::string>& words) {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return;
  ::dup2(nowhere, STDERR_FILENO);
  if (!has_word(words, {"--print"})) ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
}

int exit_code_of_mail_pipe(int exit_code) { return exit_code == 0 ? 0 : kTryAgain; }

}  // namespace crmtrack::cli
