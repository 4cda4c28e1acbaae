#include "mail/compose/outgoing_mail.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "mail/compose/header_text.hpp"
#include "mail/compose/outgoing_address.hpp"
#include "mail/message/message.hpp"
#include "util/error.hpp"
#include "util/text/utf8.hpp"

using namespace crmtrack;
using namespace crmtrack::mail;

namespace {

OutgoingMail sample_mail() {
  OutgoingMail mail;
  mail.from = {"Support", "desk@example.com"};
  mail.to = {"Ben Ode", "ben@acme.example"};
  mail.subject = "Your complaint 7f3q2mxab4";
  mail.text = "Which invoice is it?";
  mail.message_id = "crm.1@example.com";
  mail.token = "0123456789abcdef";
  mail.at = *util::parse_rfc3339("2026-11-23T09:00:00+01:00");
  return mail;
}

std::string header_block(const std::string& bytes) { return bytes.substr(0, bytes.find("\n\n") + 1); }

std::vector<std::string> header_names(const std::string& bytes) {
  std::vector<std::string> names;
  std::istringstream lines(header_block(bytes));
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with(' ') && !line.starts_with('\t')) names.push_back(line.substr(0, line.find(':')));
  return names;
}

std::size_t longest_line(const std::string& bytes) {
  std::size_t longest = 0;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
  return longest;
}

std::string composed_refusal(const OutgoingMail& mail) {
  try {
    compose_mail(mail);
  } catch (const util::Error& error) {
    return error.kind() == util::ErrorKind::refused ? error.what() : "another error";
  }
  return {};
}

/// Text that tries to break out of a header: line ends, encoded words, quotes, invalid bytes, bidirectional controls.
std::string hostile_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"\r\n",
                                                "\n",
                                                "\r",
                                                "\r\nBcc: eve@evil.example",
                                                "\n\n",
                                                "\0x",
                                                "\t",
                                                "\x1b[31m",
                                                "=?utf-8?Q?=0ABcc:?=",
                                                "\"",
                                                "\\",
                                                "<",
                                                ">",
                                                "a@b.example",
                                                ",",
                                                ":",
                                                ";",
                                                "(",
                                                ")",
                                                "ä",
                                                "日本語",
                                                "🙂",
                                                "\xff",
                                                "\xc3",
                                                "\xe2\x80\xae",
                                                " ",
                                                "  ",
                                                "word",
                                                "[crm-ffffffffffffffff]",
                                                "From ",
                                                ".",
                                                "Re: ",
                                                std::string(90, 'x'),
                                                std::string(1200, 'y'),
                                                "\x7f",
                                                "\xc2\x85",
                                                "\xe2\x80\xa8",
                                                "?=",
                                                "=?"};
  std::string text;
  for (std::size_t i = random() % 12; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace

TEST_CASE("a mail as it goes out") {
  CHECK(compose_mail(sample_mail()) ==
        "From: Support <desk@example.com>\nTo: Ben Ode <ben@acme.example>\n"
        "Subject: [crm-0123456789abcdef] Your complaint 7f3q2mxab4\nDate: Mon, 23 Nov 2026 09:00:00 +0100\n"
        "Message-ID: <crm.1@example.com>\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\nWhich invoice is it?\n");
}

TEST_CASE("threads, answers and lists have their headers") {
  OutgoingMail mail = sample_mail();
  mail.reply_to = "desk+crm-0123456789abcdef@example.com";
  mail.in_reply_to = "r1@acme.example";
  mail.references = {"a@x.example", "bad id@x.example", "r1@acme.example", "no-at-sign"};
  mail.list_id = "crm track.example.com\n";
  mail.is_automatic = false;
  const std::string bytes = compose_mail(mail);
  CHECK(bytes.find("\nReply-To: desk+crm-0123456789abcdef@example.com\n") != std::string::npos);
  CHECK(bytes.find("\nIn-Reply-To: <r1@acme.example>\nReferences: <a@x.example> <r1@acme.example>\n") !=
        std::string::npos);
  CHECK(bytes.find("\nList-Id: <crmtrack.example.com>\n") != std::string::npos);
  CHECK(bytes.find("Auto-Submitted") == std::string::npos);
  mail.references.clear();
  for (int i = 0; i < 100; ++i) mail.references.push_back("id" + std::to_string(i) + "@x.example");
  const std::string names = compose_mail(mail);
  CHECK(names.find("<id0@x.example> <id82@x.example>") != std::string::npos);
  CHECK(names.find("<id81@x.example>") == std::string::npos);
}

TEST_CASE("text that mail servers would break is quoted-printable") {
  for (const std::string& text :
       {std::string(2000, 'x'), std::string("größer"), std::string("blank at the end \nx"), std::string("\x1b[31mred"),
        std::string("日本語"), std::string("a\n.\n\nFrom here\n"), std::string(77, 'x')}) {
    OutgoingMail mail = sample_mail();
    mail.text = text;
    const std::string bytes = compose_mail(mail);
    CAPTURE(bytes);
    CHECK(longest_line(bytes) <= 76);
    CHECK(util::is_ascii(bytes));
    CHECK(bytes.find('\r') == std::string::npos);
    const Message read = read_message(bytes);
    CHECK(read.tokens == std::vector<std::string>{"0123456789abcdef"});
    const bool has_controls = text.find('\x1b') != std::string::npos;
    if (!has_controls) CHECK(read.text == text.substr(0, text.find_last_not_of('\n') + 1));
  }
}

TEST_CASE("HTML stands beside the text") {
  OutgoingMail mail = sample_mail();
  mail.html = "<p>Which <b>invoice</b> is it?</p>";
  const std::string bytes = compose_mail(mail);
  CHECK(bytes == compose_mail(mail));
  CHECK(bytes.find("Content-Type: multipart/alternative;") != std::string::npos);
  CHECK(bytes.find("\n--crm-") != std::string::npos);
  CHECK(bytes.find("Content-Type: text/html; charset=utf-8\n") != std::string::npos);
  CHECK(read_message(bytes).text == "Which invoice is it?");
}

TEST_CASE("an address that cannot be sent to is refused") {
  for (const char* good :
       {"ben@acme.example", "o'hara+x=1@sub.acme-b.example", "a@localhost", "a@xn--bcher-kva.example"})
    CHECK(address_fault(good).empty());
  for (const std::string bad : {"",
                                "ben",
                                "@x.example",
                                "ben@",
                                "bén@acme.example",
                                "ben@bücher.example",
                                "a b@x.example",
                                "a@x.example\nBcc: b@x.example",
                                "a@b@x.example",
                                "-f@x.example",
                                "|id@x.example",
                                "/etc/x@x.example",
                                "a..b@x.example",
                                ".a@x.example",
                                "a@-x.example",
                                "a@x..example",
                                "a,b@x.example",
                                "a;b@x.example",
                                "<a@x.example>",
                                "\"a\"@x.example",
                                "a\\@x.example"}) {
    CAPTURE(bad);
    CHECK_FALSE(address_fault(bad).empty());
    OutgoingMail mail = sample_mail();
    mail.to.mail = bad;
    CHECK(composed_refusal(mail).starts_with("cannot send mail with recipient"));
  }
  CHECK_FALSE(address_fault(std::string(65, 'a') + "@x.example").empty());
  CHECK_FALSE(address_fault("a@" + std::string(64, 'x') + ".example").empty());
}

TEST_CASE("names and subjects are read back, whatever letters they have") {
  for (const std::string name :
       {"Ben", "Ben Ode", "Byron, Ada", "Ada \"The Countess\" Byron", "Jürgen Groß", "山田 太郎", "a\\b",
        "=?utf-8?Q?x?=", "Acme (Berlin)", "O'Hara", "A. Byron",
        "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"}) {
    CAPTURE(name);
    OutgoingMail mail = sample_mail();
    mail.from.name = name;
    mail.subject = name;
    const Message read = read_message(compose_mail(mail));
    CHECK(read.from.name == name);
    CHECK(read.from.mail == "desk@example.com");
    CHECK(read.subject == "[crm-0123456789abcdef] " + name);
  }
}

TEST_CASE("property: nothing in a mail begins a header, and its reader sees what was meant") {
  const std::vector<std::string> expected{"From",
                                          "Reply-To",
                                          "To",
                                          "Subject",
                                          "Date",
                                          "Message-ID",
                                          "In-Reply-To",
                                          "References",
                                          "List-Id",
                                          "Auto-Submitted",
                                          "MIME-Version",
                                          "Content-Type",
                                          "Content-Transfer-Encoding"};
  std::mt19937 random(7);  // NOLINT: a replay draws the same texts
  for (int round = 0; round < 3000; ++round) {
    OutgoingMail mail = sample_mail();
    mail.from.name = hostile_text(random);
    mail.to.name = hostile_text(random);
    mail.subject = hostile_text(random);
    mail.list_id = hostile_text(random) + "x";
    mail.reply_to = "desk@example.com";
    mail.in_reply_to = "r1@acme.example";
    mail.references = {hostile_text(random), hostile_text(random) + "@" + hostile_text(random)};
    mail.text = "Hello.";
    const std::string bytes = compose_mail(mail);
    CAPTURE(bytes);
    REQUIRE(header_names(bytes) == expected);
    REQUIRE(util::is_ascii(bytes));
    REQUIRE(longest_line(header_block(bytes)) <= 300);
    REQUIRE(std::ranges::none_of(bytes, [](char c) { return (c < ' ' && c != '\n') || c == 0x7f; }));
    const Message read = read_message(bytes);
    REQUIRE(read.from.mail == "desk@example.com");
    REQUIRE(read.from.name == clean_header_text(mail.from.name, 100));
    const std::string subject = clean_header_text(mail.subject, 200);
    REQUIRE(read.subject == "[crm-0123456789abcdef]" + (subject.empty() ? "" : " " + subject));
    REQUIRE(read.tokens.front() == "0123456789abcdef");
    REQUIRE(read.text == "Hello.");
  }
}

TEST_CASE("tokens and Message-IDs are drawn apart") {
  const auto random = util::make_seeded_random("seed");
  const std::string token = mint_token(*random, "7f3q");
  CHECK(token.size() == 16);
  const std::string id = mint_message_id(*random, "7f3q", "desk@example.com");
  CHECK(id.ends_with("@example.com"));
  CHECK(id.find(token) == std::string::npos);
  CHECK(mint_token(*random, "7f3q") != token);
}
