#include "mail/message/message.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::mail;

namespace {

const std::string kReply =
    "From: Ben <ben@customer.example>\nTo: desk@example.com\nSubject: Re: Invoice\nMessage-ID: <r1@customer.example>\n"
    "In-Reply-To: <ours-1@example.com>\nReferences: <a@x.example>, <ours-1@example.com>\n"
    "Date: Sat, 21 Nov 2026 09:12:00 +0100\n\nYes.\n\n> We refund it.\n";

std::string report(const std::string& type, const std::string& fields) {
  return "From: relay@example.com\nSubject: report\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n"
         "Something happened.\n--x\nContent-Type: " +
         type + "\n\n" + fields +
         "\n--x\nContent-Type: text/rfc822-headers\n\nSubject: s\nMessage-ID: <ours-1@example.com>\n\n--x--\n";
}

std::string nature(const std::string& bytes) { return std::string(name_of(read_message(bytes).finding.nature)); }

}  // namespace

TEST_CASE("a mail is understood") {
  const Message message = read_message(kReply);
  CHECK(message.from.mail == "ben@customer.example");
  CHECK(message.text == "Yes.");
  CHECK(message.history_lines == 1);
  CHECK(message.refers_to == std::vector<std::string>{"ours-1@example.com", "a@x.example"});
  CHECK(message.is_reply);
  CHECK(message.finding.nature == Nature::personal);
}

TEST_CASE("a mail has one identity, whichever way it came") {
  const std::string identity = read_message(kReply).identity;
  std::string crlf;
  for (const char c : kReply) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(read_message(crlf).identity == identity);
  CHECK(read_message("Received: by x\n" + kReply + "\n").identity == identity);  // procmail's empty line
  std::string folded = kReply;
  folded.replace(folded.find("<r1@"), 0, "\n ");
  CHECK(read_message(folded).identity == identity);
  CHECK(read_message(kReply + "More.\n").identity != identity);  // one Message-ID, another mail
  const std::string encoded =
      "From: ben@customer.example\nMessage-ID: <r1@customer.example>\nContent-Transfer-Encoding: base64\n\n"
      "WWVzLgoKPiBXZSByZWZ1bmQgaXQuCg==\n";
  CHECK(read_message(encoded).identity == identity);
  const std::string nameless = "From: a@x.example\nDate: Sat, 21 Nov 2026 09:12:00 +0100\n\nx\n";
  CHECK(read_message(nameless).identity != read_message("Subject: two\n" + nameless).identity);
}

TEST_CASE("a mail that only resembles another one is another one") {
  const std::string identity = read_message(kReply).identity;
  std::string other = kReply;
  other.replace(other.find("ben@customer"), 3, "eve");
  CHECK(read_message(other).identity != identity);
  const auto with_file = [](const std::string& name, const std::string& bytes) {
    return read_message(
               "From: ben@customer.example\nMessage-ID: <r1@x>\nContent-Type: multipart/mixed; boundary=x\n\n"
               "--x\n\nSee there.\n--x\nContent-Type: application/pdf; name=" +
               name + "\n\n" + bytes + "\n--x--\n")
        .identity;
  };
  CHECK(with_file("a.pdf", "one") == with_file("a.pdf", "one"));
  CHECK(with_file("a.pdf", "one") != with_file("b.pdf", "one"));
  CHECK(with_file("a.pdf", "one") != with_file("a.pdf", "two"));
  const auto forwarded = [](const std::string& header) {
    return read_message("From: ben@customer.example\nMessage-ID: <r1@x>\nContent-Type: message/rfc822\n\n" + header +
                        "\n\nHello.\n")
        .identity;
  };
  CHECK(forwarded("From: a@x.example\nSubject: one two") == forwarded("From:  a@x.example\nSubject: one\n two"));
  CHECK(forwarded("From: a@x.example\nSubject: one two") != forwarded("From: b@x.example\nSubject: one two"));
  std::string many = "From: ben@customer.example\nMessage-ID: <r1@x>\nContent-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 1100; ++i) many += "--x\n\nagain\n";
  CHECK(read_message(many + "--x\n\none\n--x--\n").identity != read_message(many + "--x\n\ntwo\n--x--\n").identity);
}

TEST_CASE("reports are told from answers") {
  const std::string failed =
      "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ben@customer.example\nAction: failed\nStatus: 5.1.1\n"
      "Diagnostic-Code: smtp; 550 no such user\n";
  const Finding finding = read_message(report("message/delivery-status", failed)).finding;
  CHECK(finding.nature == Nature::bounce);
  CHECK(finding.recipient == "ben@customer.example");
  CHECK(finding.detail == "5.1.1 550 no such user");
  CHECK(finding.about_ids == std::vector<std::string>{"ours-1@example.com"});
  const auto action = [](const std::string& word) {
    return nature(
        report("message/delivery-status", "A: b\n\nFinal-Recipient: rfc822; a@x.example\nAction: " + word + "\n"));
  };
  CHECK(action("delayed") == "delayed");
  CHECK(action("delivered") == "delivered");
  CHECK(action("Failed (no luck)") == "bounce");
  CHECK(action("unknown") == "automatic");
  CHECK(
      nature(report("message/disposition-notification",
                    "Original-Message-ID: <o@x.example>\nDisposition: manual-action/MDN-sent-manually; displayed\n")) ==
      "read");
  CHECK(nature(report("message/disposition-notification", "Disposition: automatic-action/x; deleted\n")) ==
        "automatic");
}

TEST_CASE("an unmarked bounce is known by its sender") {
  const std::string dma =
      "X-Original-To: <ben@customer.example>\nFrom: MAILER-DAEMON <>\nTo: <desk@example.com>\n"
      "Subject: Mail delivery failed\nMessage-Id: <d@host.example>\n\nMessage headers follow.\n\n"
      "Subject: Invoice\nMessage-ID: <ours-1@example.com>\n";
  const Finding finding = read_message(dma).finding;
  CHECK(finding.nature == Nature::bounce);
  CHECK(finding.about_ids == std::vector<std::string>{"ours-1@example.com"});
  CHECK(finding.recipient == "ben@customer.example");
  CHECK(nature("Return-Path: <>\nFrom: a@x.example\n\nx\n") == "bounce");
  CHECK(read_message("From: a@x.example\n\nx\n", "From MAILER-DAEMON Sat Nov 21 09:12:00 2026").finding.nature ==
        Nature::bounce);
}

TEST_CASE("programs that answer by themselves are known by their marks") {
  const auto with = [](const std::string& header) { return nature("From: a@x.example\n" + header + "\n\nx\n"); };
  CHECK(with("Auto-Submitted: auto-replied") == "automatic");
  CHECK(with("Auto-Submitted: no") == "personal");
  CHECK(with("Precedence: bulk") == "automatic");
  CHECK(with("Precedence: bulk\nList-Id: <users.x.example>") == "personal");
  CHECK(with("X-Autoreply: yes") == "automatic");
  CHECK(with("Subject: Out of Office: Re: x") == "automatic");
  CHECK(with("Subject: Automatische Antwort: x") == "automatic");
  CHECK(nature("Return-Path: <>\nAuto-Submitted: auto-replied (vacation)\nFrom: a@x.example\n\nx\n") == "automatic");
}

TEST_CASE("malformed and hostile mails stay within bounds") {
  CHECK(read_message("").identity.size() == 64);
  CHECK(read_message(std::string_view("\0\0\n\n\0", 5)).identity.size() == 64);
  std::string deep;
  for (int i = 0; i < 5000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  CHECK(read_message(deep).identity.size() == 64);
  std::string enclosed;
  for (int i = 0; i < 5000; ++i) enclosed += "Content-Type: message/rfc822\n\n";
  CHECK(read_message(enclosed).is_cut);
  std::string many = "Content-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 3000; ++i) many += "--x\n\na\n";
  CHECK(read_message(many).is_cut);
}
