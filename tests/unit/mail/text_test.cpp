#include <doctest/doctest.h>

#include "mail/text/charset.hpp"
#include "mail/text/html_text.hpp"
#include "mail/text/quoted_history.hpp"

using namespace crmtrack::mail;

TEST_CASE("bytes become text by the label, UTF-8 or Windows-1252, and none is lost") {
  CHECK(decode_text("gr\xC3\xBC\xC3\x9F", "utf-8") == "grüß");
  CHECK(decode_text("gr\xC3\xBC\xC3\x9F", "iso-8859-1") == "grüß");  // valid UTF-8, whatever the label says
  CHECK(decode_text("gr\xFC\xDF", "iso-8859-1") == "grüß");
  CHECK(decode_text("gr\xFC\xDF", "utf-8") == "grüß");
  CHECK(decode_text("gr\xFC\xDF \xC3\xBC", "utf-8") == "grüß ü");
  CHECK(decode_text("\x80 5, \x93so\x94", "us-ascii") == "€ 5, “so”");
  CHECK(decode_text("\xC1\xE4", "koi8-r") == "аД");
  CHECK(decode_text("\xFC", "no-such-charset") == "ü");
  CHECK(decode_text("\xFC", "utf-8//TRANSLIT/../x") == "ü");
  CHECK(decode_text("\x1B$BF|K\\\x1B(B", "iso-2022-jp") == "日本");
  CHECK(decode_text("~{VPND~}", "hz-gb-2312") != "");
  CHECK(decode_text(std::string_view("h\0i\0", 4), "utf-16le") == "hi");
  CHECK(decode_text("+AOQ-", "utf-7") == "ä");
  CHECK(decode_text("\x93\xFA\x96\x7B", "shift_jis") == "日本");
  CHECK(decode_text("a\r\nb\rc\x01\x7f", "") == "a\nb\nc��");
}

TEST_CASE("HTML becomes the text that a person reads") {
  CHECK(html_to_text("<html><head><title>x</title><style>p {}</style></head><body><p>One  two\n three</p><p>Four") ==
        "One two three\n\nFour\n");
  CHECK(html_to_text("a<br>b<br/>c<!-- no --><script>if (a<b) {}</script>") == "a\nb\nc\n");
  CHECK(html_to_text("<ul><li>one<li>two</ul>") == "- one\n- two\n");
  CHECK(html_to_text("<p>Yes.</p><blockquote><p>Is it?</p></blockquote>") == "Yes.\n\n> Is it?\n");
  CHECK(html_to_text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>") == "a b\nc\n");
  CHECK(html_to_text("<a href=\"https://x.example/?a=1&amp;b\">here</a> <a href='https://y.example/'>"
                     "https://y.example/</a>") == "here <https://x.example/?a=1&b> https://y.example/\n");
  CHECK(html_to_text("<img alt=\"a chart\" src=x> 5 &lt; 6 &amp;&uuml;&#8364;&#x20AC; &nosuch; 1 < 2") ==
        "a chart 5 < 6 &ü€€ &nosuch; 1 < 2\n");
  CHECK(html_to_text("<pre>a\n  b</pre>") == "a\n  b\n");
  CHECK(html_to_text("<p title=\"a > b\">c</p>") == "c\n");
  CHECK(html_to_text("text <unclosed") == "text\n");
}

TEST_CASE("HTML without end, or of ten thousand quotes, stays within bounds") {
  std::string quotes;
  for (int i = 0; i < 10'000; ++i) quotes += "<blockquote>";
  CHECK(html_to_text(quotes + "x") == std::string(20, '>') + " x\n");
}

TEST_CASE("earlier mails are folded away, and the writer's own words stay") {
  const auto said = [](std::string_view text) { return split_history(text).said; };
  CHECK(said("Yes, thank you.\n\nOn Fri, 20 Nov 2026, Asha <asha@example.com> wrote:\n> We refund it.\n> Asha\n") ==
        "Yes, thank you.");
  CHECK(said("Ja.\n\nAm 20.11.2026 um 10:00 schrieb\nAsha <asha@example.com>:\n> Wir erstatten es.\n") == "Ja.");
  CHECK(said("No.\n\n-----Original Message-----\nFrom: Asha\nSent: Friday\nTo: Ben\nSubject: x\n\nText\n") == "No.");
  CHECK(said("No.\n\n________________________________\nFrom: Asha\nSent: Friday\nTo: Ben\nSubject: x\n\nText\n") ==
        "No.");
  CHECK(said("> We refund it.\n\nWhen?\n") == "When?");
  CHECK(said("On Friday Asha wrote:\n> We refund it.\n\nWhen?\n") == "When?");
  CHECK(said("Third.\n\nOn Mon, 1 Feb 2027, Asha <asha@example.com> wrote:\n\nSecond.\n") == "Third.");
  CHECK(said("No.\n\n2027-02-01 9:12 GMT+01:00 Asha <asha@example.com>:\n\n> Second.\n") == "No.");
  // Programs that cut, spread or abbreviate the introduction.
  CHECK(said("No.\nOn Mon, 1 Feb 2027 9:12, \"Asha\"\n<asha@example.com>\nwrote:\n\n> Second.\n") == "No.");
  CHECK(said("No.\n\nAm 01.02.2027 9:12 schrieb \"Asha\" <asha@example.com\n>:\n\n> Second.\n") == "No.");
  CHECK(said("No.\n\nOn Mon, 1 Feb 2027 at 9:12 Asha\n\n<\nasha@example.com\n> wrote:\n\nSecond.\n") == "No.");
  CHECK(said("No.\n\nAsha <asha@example.com> wrote:\n\nSecond.\n") == "No.");
  CHECK(said("No.\n\n2027-02-01 9:12 GMT+01:00 Asha\n\nSecond.\n") == "No.");
  CHECK(said("No.\n\n*-------- Original Message --------*\n\nSecond.\n") == "No.");
  // The signature behind the quote, or behind the text.
  CHECK(said("No.\n\nOn Mon, 1 Feb 2027, Asha wrote:\n> Second.\n\n--\nBen\n+49 30 1\n") == "No.");
  CHECK(said("No.\n\nBen\n\n-- \nAcme Ltd\nwww.acme.example\n") == "No.\n\nBen");
  CHECK(said("No.\n\nSent from my iPhone\n\nOn Mon, 1 Feb 2027, Asha wrote:\n> Second.\n") == "No.");
  CHECK(said("A.\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n").find("11") != std::string::npos);
  CHECK(said("--\nBen\n") == "--\nBen");
  CHECK(said("They wrote:\nno refund.\nIs that so?\n") == "They wrote:\nno refund.\nIs that so?");
  // A quote between own words is answered by them.
  CHECK(said("Hello.\n\n> We refund it.\n\nWhen?\n\n> Asha\n\nBen\n") ==
        "Hello.\n\n> We refund it.\n\nWhen?\n\n> Asha\n\nBen");
  CHECK(said("> only a quote\n") == "> only a quote");
  CHECK(said("He wrote:\nnothing more\n") == "He wrote:\nnothing more");
  const SplitText split = split_history("Yes.\n\n> a\n>\n> b\n");
  CHECK(split.history == "> a\n>\n> b");
  CHECK(split.history_lines == 3);
  CHECK(split_history("Yes.\n\n--\nBen\n\nAcme\n\n> a\n").signature_lines == 3);
  CHECK(split_history("").said.empty());
}
