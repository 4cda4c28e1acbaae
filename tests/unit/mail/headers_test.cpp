#include <doctest/doctest.h>

#include "mail/message/address.hpp"
#include "mail/message/encoded_words.hpp"
#include "mail/message/headers.hpp"
#include "mail/message/mail_date.hpp"
#include "mail/message/message_ids.hpp"
#include "mail/message/token.hpp"

using namespace crmtrack::mail;

namespace {

using Words = std::vector<std::string>;

std::string date(std::string_view text) {
  const auto at = parse_mail_date(text);
  return at ? crmtrack::util::format_rfc3339(*at) : "none";
}

}  // namespace

TEST_CASE("headers are unfolded, and what is none is passed over") {
  const Headers headers("From: a@x.example\r\nSubject: one\r\n two\r\nno header\r\nX : y\r\n\r\nBody: no\r\n");
  CHECK(headers.find("subject") == "one two");
  CHECK(headers.find("x") == "y");
  CHECK_FALSE(headers.has("body"));
  CHECK(headers.find("cc").empty());
}

TEST_CASE("encoded words are joined before their characters are decoded") {
  CHECK(decode_words("=?utf-8?Q?gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=") == "grüße");
  CHECK(decode_words("=?utf-8?B?W2NybS03ZjNx?=\n =?utf-8?Q?2mxab4]_caf=C3=A9?=") == "[crm-7f3q2mxab4] café");
  CHECK(decode_words("\"=?iso-8859-1?q?M=FCller?=\" x =?x?") == "\"Müller\" x =?x?");
  CHECK(decode_words("a =?utf-8?Q?b?= c =?utf-8*en?Q?d?=") == "a b c d");
  CHECK(decode_words("gr\xFC\xDF") == "grüß");
}

TEST_CASE("each id of References is found by itself") {
  CHECK(ids_of("<a@x.example>, <b@x.example>") == Words{"a@x.example", "b@x.example"});
  CHECK(ids_of("<a@x.example> <old..id@x.example> text <b@x .example>") ==
        Words{"a@x.example", "old..id@x.example", "b@x.example"});
  CHECK(ids_of("Your message of Friday <a <b@x.example> <") == Words{"b@x.example"});
  CHECK(id_of("<a@x.example>") == "a@x.example");
  CHECK(id_of("a@x.example") == "a@x.example");
  CHECK(id_of("none").empty());
}

TEST_CASE("dates are read as programs write them") {
  CHECK(date("Sat, 21 Nov 2026 09:12:00 +0100") == "2026-11-21T09:12:00+01:00");
  CHECK(date("21 Nov 2026 09:12 GMT") == "2026-11-21T09:12:00Z");
  CHECK(date("Sat, 21 Nov 26 9:12:00 CET (comment (nested))") == "2026-11-21T09:12:00+01:00");
  CHECK(date("Sat, 21 Nov 2026 09:12:00 GMT+0100") == "2026-11-21T09:12:00+01:00");
  CHECK(date("Sat, 21 Nov 2026 09:12:00 +01:00") == "2026-11-21T09:12:00+01:00");
  CHECK(date("Sat Nov 21 09:12:00 2026 -0500") == "2026-11-21T09:12:00-05:00");
  CHECK(date("Sat Nov 21 09:12:00 EST 2026") == "2026-11-21T09:12:00-05:00");
  CHECK(date("Sat, 31 Dec 2016 23:59:60 +0000") == "2016-12-31T23:59:59Z");
  CHECK(date("Sat, 21 Nov 2026 09:12:00") == "none");
  CHECK(date("Sat, 21 Nov 2026 09:12:00 IST") == "none");
  CHECK(date("Sat, 31 Nov 2026 09:12:00 +0100") == "none");
  CHECK(date("") == "none");
}

TEST_CASE("the newest Received counts where Date is in doubt") {
  const std::string received =
      "Received: from a by b; Sat, 21 Nov 2026 09:12:00 +0000\nReceived: x; Fri, 20 Nov 2026 "
      "09:12:00 +0000\n";
  CHECK(date_of(Headers(received + "Date: Sat, 21 Nov 2026 09:00:00 +0000\n")).doubt.empty());
  const MailDate unread = date_of(Headers(received + "Date: yesterday\n"));
  CHECK(unread.doubt == "its Date cannot be read");
  REQUIRE(unread.at);
  CHECK(crmtrack::util::format_rfc3339(*unread.at) == "2026-11-21T09:12:00Z");
  CHECK(date_of(Headers(received + "Date: Sat, 28 Nov 2026 09:00:00 +0000\n")).doubt ==
        "its Date is after its receipt");
  CHECK_FALSE(date_of(Headers("From: x\n")).at);
}

TEST_CASE("addresses are read with names, comments and groups") {
  CHECK(address_of("Ada Byron <Ada@Example.COM>").shown() == "Ada Byron <Ada@example.com>");
  CHECK(address_of("ada@example.com (Ada \\(B\\))").shown() == "Ada (B) <ada@example.com>");
  CHECK(address_of("\"Byron, Ada\" <ada@example.com>, b@x.example").shown() == "Byron, Ada <ada@example.com>");
  CHECK(address_of("=?utf-8?Q?M=C3=BCller=2C_Ben?= <b@x.example>").name == "Müller, Ben");
  CHECK(addresses_of("team: a@x.example, B <b@x.example>; c@x.example").size() == 3);
  CHECK(address_of("MAILER-DAEMON <>").mail.empty());
  CHECK(address_of("MAILER-DAEMON <>").name == "MAILER-DAEMON");
  CHECK(address_of("").mail.empty());
}

TEST_CASE("our token stands in a Subject or an address") {
  CHECK(tokens_of_subject("Re: [crm-0123456789abcdef] Invoice") == Words{"0123456789abcdef"});
  CHECK(tokens_of_subject("AW: [CRM-O123456789ABCDEF]") == Words{"0123456789abcdef"});
  CHECK(tokens_of_subject("[crm-0123456789abcde] [crm-0123456789abcdef0]").empty());
  CHECK(token_of_address("desk+crm-0123456789abcdef@example.com") == "0123456789abcdef");
  CHECK(token_of_address("desk@example.com").empty());
}
