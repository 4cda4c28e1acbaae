#include "mail/receive/receive.hpp"

#include <doctest/doctest.h>

#include <set>

#include "../exchange/sample_data.hpp"
#include "../session/data_repository.hpp"
#include "../session/drafts.hpp"
#include "mail/mbox.hpp"
#include "mail/receive/inbox.hpp"
#include "session/lookup.hpp"

using namespace crmtrack;

namespace {

using session::test::DataRepository;
using session::test::fields;
using session::test::kComplaint;

/// Hands over mails one after the other.
class Post {
 public:
  explicit Post(std::vector<std::string> mails) : mails_(std::move(mails)) {}
  mail::NextMail next() {
    return [this]() -> std::optional<mail::RawMail> {
      return at_ < mails_.size() ? std::optional(mail::make_raw_mail(mails_[at_++])) : std::nullopt;
    };
  }

 private:
  std::vector<std::string> mails_;
  std::size_t at_ = 0;
};

/// Takes the mails, and gives the fate of each, with blanks between them.
std::string receive(DataRepository& repository, std::vector<std::string> mails) {
  const auto session = repository.open("mail receive");
  std::string became;
  mail::receive(*session, Post(std::move(mails)).next(),
                [&](const mail::Received& one) { became += (became.empty() ? "" : " ") + one.as; });
  return became;
}

std::string mail_of(const std::string& from, const std::string& id, const std::string& rest) {
  return "From: " + from + "\nDate: Sat, 21 Nov 2026 09:00:00 +0000\nSubject: Re: Invoice\nMessage-ID: <" + id + ">\n" +
         rest + "\n";
}

/// A complaint of acme, whose contact is Ben, and a mail of ours that asks for information.
class Desk : public DataRepository {
 public:
  Desk() {
    set("CRMTRACK_NOW", "2026-11-21T08:00:00Z");
    const auto session = open("new");
    yaml::Node customer = fields({{"name", "Acme"}});
    customer.set("contacts", yaml::Node::list({fields({{"name", "Ben"}, {"mail", "ben@acme.example"}})}));
    session::write_records(*session, [&] {
      return std::vector{session::test::draft(*session, record::StoryKind::customer, "acme", "customer", customer)};
    });
    session::test::write_complaint(*session);
    yaml::Node asked = fields({{"type", "email"}, {"direction", "out"}, {"evidence", "sent"}, {"text", "Which?"}});
    asked.set("expects", fields({{"what", "information"}}));
    asked.set("message_id", yaml::Node::scalar("ours-1@desk.example"));
    session::test::write(*session, "activity", asked);
    set("CRMTRACK_NOW", "2026-11-21T09:12:00Z");
  }
  story::Complaint complaint() { return session::load_complaint(*open("show"), kComplaint); }
};

std::string state_of_information(Desk& desk) {
  const story::Complaint complaint = desk.complaint();
  for (const story::Promise& promise : complaint.promises)
    if (promise.kind == record::PromiseKind::information) return story::is_open(promise) ? "open" : "settled";
  return "none";
}

}  // namespace

TEST_CASE("the answer of a known contact keeps the promise, and is taken once") {
  Desk desk;
  const std::string answer =
      mail_of("Ben <Ben@acme.example>", "r1@acme.example", "In-Reply-To: <ours-1@desk.example>\n\n4711.\n\n> Which?");
  CHECK(receive(desk, {answer, answer}) == "answer known");
  CHECK(receive(desk, {"Received: by y\n" + answer}) == "known");
  CHECK(state_of_information(desk) == "settled");
  const story::Complaint complaint = desk.complaint();
  const record::Record& record = complaint.entries.back().record;
  CHECK(record.text_of("evidence") == "acknowledged");
  CHECK(record.text_of("text") == "4711.\n\n[1 line of earlier mails: see the attached mail]\n");
  CHECK(record.by == "crmtrack");
  CHECK_FALSE(complaint.contested());
}

TEST_CASE("strangers and programs settle nothing") {
  Desk desk;
  const std::string reply = "In-Reply-To: <ours-1@desk.example>\n";
  CHECK(receive(desk, {mail_of("eve@elsewhere.example", "e1@x", reply + "\n4712."),
                       mail_of("ben@acme.example", "v1@x", reply + "Auto-Submitted: auto-replied\n\nAway."),
                       mail_of("MAILER-DAEMON <>", "b1@x", "\nMessage-ID: <ours-1@desk.example>")}) ==
        "activity report report");
  CHECK(state_of_information(desk) == "open");
}

TEST_CASE("a further mail of a conversation in one file finds the mail before it") {
  Desk desk;
  CHECK(receive(desk, {mail_of("ben@acme.example", "r1@x", "In-Reply-To: <ours-1@desk.example>\n\n4711."),
                       mail_of("ben@acme.example", "r2@x", "References: <r1@x>\n\nAnd 4712."),
                       mail_of("ben@acme.example", "r3@x", "\nSomething else.")}) == "answer activity inbox");
}

TEST_CASE("a mail that is too large keeps its header, size and digest") {
  Desk desk;
  const auto session = desk.open("mail receive");
  bool done = false;
  std::string huge = mail_of("ben@acme.example", "h1@x", "\nx");
  huge.append(policy::kLargestAttachment, 'x');
  std::string became;
  mail::receive(
      *session,
      [&]() -> std::optional<mail::RawMail> {
        if (std::exchange(done, true)) return std::nullopt;
        return mail::make_raw_mail(huge);
      },
      [&](const mail::Received& one) { became = one.as; });
  CHECK(became == "inbox");
  const auto waiting = mail::waiting_mails(*desk.open("list")).mails;
  REQUIRE(waiting.size() == 1);
  CHECK(waiting.front().record.body.find("attachments")->items.front().text_of("name") == "mail-header.txt");
}

TEST_CASE("every mail of the sample data goes through, each once") {
  if (!test::has_sample_data()) return;
  std::vector<std::string> mails;
  std::set<std::string> identities;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::sample_data() / "mail")) {
    if (!entry.is_regular_file() || entry.path().string().find("reply-text") != std::string::npos) continue;
    const std::string bytes = test::read_bytes(entry.path());
    mail::MboxReader reader(bytes);
    while (auto message = reader.next()) {
      identities.insert(mail::read_message(*message).identity);
      mails.push_back(std::move(*message));
    }
  }
  Desk desk;
  (void)receive(desk, mails);
  CHECK(mail::waiting_mails(*desk.open("list"), 1).total == identities.size());
  const std::string again = receive(desk, mails);
  CHECK(again.find("inbox") == std::string::npos);
}
