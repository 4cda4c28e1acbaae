#include "mail/mbox.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace crmtrack::mail;

namespace {

std::vector<std::string> messages_in(std::string_view bytes) {
  MboxReader reader(bytes);
  std::vector<std::string> messages;
  while (auto message = reader.next()) messages.push_back(std::move(*message));
  return messages;
}

using Texts = std::vector<std::string>;

constexpr std::string_view kSecond = "From b@x.example Sat Nov 21 09:12:01 2026\nSubject: two\n\nsecond\n";

}  // namespace

TEST_CASE("a message begins at a dated From line behind an empty line") {
  CHECK(is_from_line("From ada@example.com Sat Nov 21 09:12:00 2026"));
  CHECK(is_from_line("From MAILER-DAEMON Sat Nov  1 09:12 2026"));
  CHECK(is_from_line("From ada@example.com Sat, 21 Nov 2026 09:12:00 +0100") == false);
  CHECK(is_from_line("From a b c  Wed Sep 06 10:12:13 UTC 2017"));
  CHECK_FALSE(is_from_line("From the start we said so"));
  CHECK_FALSE(is_from_line("From: ada@example.com"));
  CHECK(messages_in(std::string("From a@x.example Sat Nov 21 09:12:00 2026\nSubject: one\n\nfirst\n"
                                "From b@x.example Sat Nov 21 09:12:01 2026\nno empty line before it\n\n") +
                    std::string(kSecond)) ==
        Texts{"Subject: one\n\nfirst\nFrom b@x.example Sat Nov 21 09:12:01 2026\nno empty line before it\n",
              "Subject: two\n\nsecond\n"});
}

TEST_CASE("the quotes of an mbox writer are taken off") {
  CHECK(messages_in("From a@x.example Sat Nov 21 09:12:00 2026\nSubject: one\n\n>From us\n>>From them\n> From me\n") ==
        Texts{"Subject: one\n\nFrom us\n>From them\n> From me\n"});
}

TEST_CASE("a Content-Length counts where a From line or the end follows the body") {
  const std::string body = "From a@x.example Sat Nov 21 09:12:00 2026\n\nFrom b@x.example Sat Nov 21 09:12:00 2026\n";
  const auto with_length = [&](std::size_t length) {
    return messages_in("From a@x.example Sat Nov 21 09:12:00 2026\nContent-Length: " + std::to_string(length) + "\n\n" +
                       body + "\n" + std::string(kSecond));
  };
  const std::string header = "Content-Length: " + std::to_string(body.size()) + "\n\n";
  CHECK(with_length(body.size()) == Texts{header + body, "Subject: two\n\nsecond\n"});
  CHECK(with_length(5000).size() == 4);  // the sender's own number, and larger than the file
  CHECK(with_length(3).size() == 4);
}

TEST_CASE("a file of one message without a From line is one message") {
  CHECK(messages_in("Subject: one\n\nfirst\n") == Texts{"Subject: one\n\nfirst\n"});
  CHECK(messages_in("\n\n").empty());
  CHECK(messages_in("").empty());
}

TEST_CASE("one leading From line is taken off a message") {
  const Unwrapped wrapped = without_from_line("From MAILER-DAEMON Sat Nov 21 09:12:00 2026\nSubject: x\n\n");
  CHECK(wrapped.from_line == "From MAILER-DAEMON Sat Nov 21 09:12:00 2026");
  CHECK(wrapped.message == "Subject: x\n\n");
  CHECK(without_from_line("From: x\n").message == "From: x\n");
}
