#include "session/write.hpp"

#include <doctest/doctest.h>

#include "data_repository.hpp"
#include "drafts.hpp"
#include "ledger/main/commit.hpp"
#include "session/lookup.hpp"
#include "session/register.hpp"
#include "util/error.hpp"

namespace crmtrack::session::test {

namespace {

yaml::Node set_of(std::initializer_list<std::pair<std::string, std::string>> entries) {
  return yaml::Node::map({{"set", fields(entries)}});
}

/// Registers the customer, takes a complaint and handles it up to the answer: a record of each kind, in that order.
std::vector<std::string> write_every_kind(Session& session) {
  std::vector<std::string> ids;
  const Written registered = write_records(session, [&] {
    return std::vector{draft(session, record::StoryKind::customer, "acme", "customer", fields({{"name", "ACME Ltd"}}))};
  });
  ids.push_back(registered.drafts.at(0).id);
  ids.push_back(write_complaint(session));
  ids.push_back(
      write(session, "activity",
            fields({{"type", "call"}, {"direction", "out"}, {"purpose", "acknowledge"}, {"text", "Called"}})));
  ids.push_back(write(session, "assignment", fields({{"to", "asha@example.com"}})));
  yaml::Node escalation = fields({{"trigger", "manual"}});
  escalation.set("from_level", yaml::Node::integer(0));
  escalation.set("to_level", yaml::Node::integer(1));
  ids.push_back(write(session, "escalation", escalation));
  ids.push_back(write(session, "change", set_of({{"severity", "high"}})));
  ids.push_back(write(session, "resolution",
                      fields({{"outcome", "upheld"}, {"code", "fixed"}, {"evidence", "sent"}, {"text", "Refunded"}})));
  ids.push_back(write(session, "review", fields({{"lesson", "Check for double runs"}})));
  ids.push_back(write(session, "step",
                      fields({{"state", "agreed"},
                              {"text", "Alert on double runs"},
                              {"owner", "asha@example.com"},
                              {"due", "2026-12-04T23:59:59Z"}})));
  ids.push_back(write(session, "waiver", fields({{"promise", "confirm"}, {"why", "They moved away"}})));
  yaml::Node correction = set_of({{"text", "Called twice"}});
  correction.set("corrects", yaml::Node::scalar(ids[2]));
  ids.push_back(write(session, "correction", correction));
  return ids;
}

std::vector<std::string> kinds_of(const std::vector<story::Entry>& entries) {
  std::vector<std::string> kinds;
  for (const story::Entry& entry : entries) kinds.emplace_back(entry.record.kind.name());
  return kinds;
}

void check_story(Session& session, const std::vector<std::string>& ids) {
  const story::Complaint complaint = load_complaint(session, get_complaint_id(session, "7f3q"));
  CHECK(kinds_of(complaint.entries) == std::vector<std::string>{"complaint", "activity", "assignment", "escalation",
                                                                "change", "resolution", "review", "step", "waiver",
                                                                "correction"});
  for (std::size_t i = 0; i < complaint.entries.size(); ++i) {
    const story::Entry& entry = complaint.entries[i];
    CHECK(entry.record.id == ids[i + 1]);
    CHECK(entry.counts());
    CHECK(entry.provenance.author == "asha@example.com");
    if (i > 0) CHECK(entry.record.after == std::vector{ids[i]});
  }
  CHECK(complaint.text_of("summary") == "Invoice 4711 charged twice");
  CHECK(complaint.text_of("severity") == "high");
  CHECK(complaint.owner == "asha@example.com");
  CHECK(complaint.level == 1);
  CHECK(complaint.outcome == "upheld");
  CHECK(complaint.reviewed);
  CHECK(complaint.acknowledged_at.has_value());
  CHECK(complaint.notes.at(ids[2]).corrected.at("text") == "Called twice");
  CHECK(complaint.conflicts.empty());

  const auto customer = find_customer(session, "acme");
  REQUIRE(customer);
  CHECK(customer->name == "ACME Ltd");
  CHECK(customer->entries.at(0).record.id == ids[0]);
}

std::string refusal_of_writing(Session& session) {
  try {
    write_complaint(session);
  } catch (const util::Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a session writes a record of each kind and reads it back") {
  DataRepository repository;
  const auto session = repository.open("test");
  const std::vector<std::string> ids = write_every_kind(*session);
  CHECK(ids.size() == 11);
  check_story(*session, ids);
  CHECK(session->index().ledger_commit() == session->ledger().head());

  const auto later = repository.open("test", Access::reads);
  check_story(*later, ids);
}

TEST_CASE("with dry run nothing is written, and what would be comes back") {
  DataRepository repository;
  Settings settings = repository.settings("test");
  settings.dry_run = true;
  const auto session = repository.open(settings);
  const std::string head = session->ledger().head();
  const Written written = write_records(*session, [&] {
    return std::vector{draft(*session, record::StoryKind::complaint, kComplaint, "complaint",
                             fields({{"customer", "acme"}, {"summary", "Late"}}))};
  });
  REQUIRE(written.drafts.size() == 1);
  REQUIRE(written.files.size() == 1);
  CHECK(written.files[0].path ==
        record::path_of({record::StoryKind::complaint, kComplaint}, written.drafts[0].id, record::Kind::complaint));
  CHECK(written.files[0].bytes.find("summary: Late\n") != std::string::npos);
  CHECK(session->ledger().head() == head);
  CHECK_THROWS_AS(get_complaint_id(*session, "7f3q"), util::Error);
}

TEST_CASE("a record that is not allowed is refused before anything is written") {
  DataRepository repository;
  const auto session = repository.open("test");
  const std::string head = session->ledger().head();
  CHECK_THROWS_WITH_AS(write(*session, "activity", fields({{"text", "No type"}})),
                       "cannot record this activity: type is missing", util::Error);
  CHECK(session->ledger().head() == head);
}

TEST_CASE("whom the directory does not list may not write") {
  DataRepository repository;
  const auto session = repository.open("test");
  ledger::commit_main(session->ledger(),
                      {{"policy/people.yaml", "people:\n  - email: ben@example.com\n    name: Ben\n"}}, "people",
                      session->timestamp());
  session->refresh();
  CHECK(refusal_of_writing(*session).starts_with("cannot run 'test': "));
}

TEST_CASE("a session of the past writes nothing") {
  DataRepository repository;
  Settings settings = repository.settings("test");
  settings.as_of = "2026-11-20";
  const auto session = repository.open(settings, Access::reads);
  CHECK(refusal_of_writing(*session) == "cannot run 'test' with --as-of: it looks at the past, it does not change it");
}

}  // namespace crmtrack::session::test
