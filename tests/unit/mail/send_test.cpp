#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "mail/send/hand_over.hpp"
#include "mail/send/mail_settings.hpp"
#include "mail/send/program_words.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using namespace crmtrack::mail;

namespace {

using Words = std::vector<std::string>;

/// A program of one test, in a folder of its own.
class Sendmail {
 public:
  explicit Sendmail(const std::string& script) {
    std::string name = (std::filesystem::temp_directory_path() / "crmtrack-send-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder = name;
    std::ofstream(program()) << "#!/bin/sh\n" << script << "\n";
    ::chmod(program().c_str(), 0755);
  }
  Sendmail(const Sendmail&) = delete;
  Sendmail& operator=(const Sendmail&) = delete;
  ~Sendmail() { std::filesystem::remove_all(folder); }

  [[nodiscard]] std::string program() const { return (folder / "sendmail").string(); }
  [[nodiscard]] SendSettings settings() const { return {{program(), (folder / "seen").string()}, "desk@example.com"}; }
  [[nodiscard]] std::string seen() const { return util::read_file(folder / "seen", 1 << 20); }

  std::filesystem::path folder;
};

std::string refused(const SendSettings& settings, const std::string& recipient) {
  try {
    hand_over(settings, recipient, "x");
  } catch (const util::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a configured program is words, never a line for a shell") {
  CHECK(words_of_program("msmtp") == Words{"msmtp"});
  CHECK(words_of_program("  msmtp -a  'my desk' ") == Words{"msmtp", "-a", "my desk"});
  CHECK(words_of_program(R"("/opt/my mail/send" a\ b "c\"d" '')") == Words{"/opt/my mail/send", "a b", "c\"d", ""});
  CHECK(words_of_program("x; rm -rf $HOME `id` | y") == Words{"x;", "rm", "-rf", "$HOME", "`id`", "|", "y"});
  for (const char* bad : {"", "  ", "'open", "\"open", "x\\", "''"}) CHECK_FALSE(words_of_program(bad).has_value());
}

TEST_CASE("a mail is handed to one recipient") {
  const Sendmail sendmail("seen=$1; shift; { printf '%s|' \"$@\"; cat; } > \"$seen\"; echo queued as 1");
  const HandOver result = hand_over(sendmail.settings(), "ben@acme.example", "Subject: x\n\nHello.\n");
  CHECK(result.handed_over);
  CHECK(result.exit == 0);
  CHECK(result.detail == "queued as 1");
  CHECK(sendmail.seen() == "-f|desk@example.com|-i|--|ben@acme.example|Subject: x\n\nHello.\n");
}

TEST_CASE("a failure is told in one line") {
  const Sendmail failing(
      "cat > /dev/null; echo out; echo >&2; printf '  \\033[31mno such user\\r\\nmore\\n' >&2; exit 69");
  const HandOver failed = hand_over(failing.settings(), "ben@acme.example", "x");
  CHECK_FALSE(failed.handed_over);
  CHECK(failed.exit == 69);
  CHECK(failed.detail == "\\x1b[31mno such user");
  CHECK(shown_failure(failed) == "exit 69: \\x1b[31mno such user");
  const Sendmail chatty("printf '%2000s\\n' ä | tr ' ' x; exit 1");
  CHECK(hand_over(chatty.settings(), "ben@acme.example", "x").detail.size() <= 303);
  const Sendmail endless("yes");
  CHECK_FALSE(hand_over(endless.settings(), "ben@acme.example", "x").handed_over);
}

TEST_CASE("a program that hangs is ended") {
  const Sendmail hanging("echo waiting for a lock >&2; sleep 100");
  SendSettings settings = hanging.settings();
  settings.timeout = std::chrono::seconds(1);
  const HandOver result = hand_over(settings, "ben@acme.example", "x");
  CHECK_FALSE(result.handed_over);
  CHECK(result.exit == 137);
  CHECK(result.detail == "it did not end within 1 seconds: waiting for a lock");
}

TEST_CASE("a program that is not there is a failure to send, not an error") {
  const HandOver absent = hand_over({{"/nonexistent/sendmail"}, "desk@example.com"}, "ben@acme.example", "x");
  CHECK_FALSE(absent.handed_over);
  CHECK(absent.exit == 127);
  CHECK(absent.detail == "cannot run '/nonexistent/sendmail': No such file or directory");
}

TEST_CASE("no other address is handed to the program") {
  const Sendmail sendmail("touch \"$1\"");
  for (const char* bad : {"-t", "--", "a b@x.example", "a@x.example,b@x.example", "bén@x.example", "", "|id@x.example"})
    CHECK(refused(sendmail.settings(), bad).starts_with("cannot send mail with recipient"));
  SendSettings settings = sendmail.settings();
  settings.bounce_address = "-bs";
  CHECK(refused(settings, "ben@acme.example").starts_with("cannot send mail with sender"));
  CHECK_FALSE(std::filesystem::exists(sendmail.folder / "seen"));
}

TEST_CASE("answers come back to an address with the token") {
  MailSettings settings;
  settings.from = {"Desk", "desk@example.com"};
  CHECK(settings.reply_address("0123456789abcdef").empty());
  CHECK(settings.for_token("0123456789abcdef").bounce_address == "desk@example.com");
  settings.reply_to = "desk+%@example.com";
  CHECK(settings.reply_address("0123456789abcdef") == "desk+crm-0123456789abcdef@example.com");
  CHECK(settings.for_token("0123456789abcdef").bounce_address == "desk+crm-0123456789abcdef@example.com");
  CHECK(settings.reply_address("") == "desk@example.com");
  settings.reply_to = "help@example.com";
  CHECK(settings.reply_address("0123456789abcdef") == "help@example.com");
}
