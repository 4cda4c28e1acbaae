#include <doctest/doctest.h>

#include <fmt/format.h>

#include <fstream>

#include "fixture.hpp"
#include "git/reference/branch_names.hpp"
#include "index/read/lookup.hpp"
#include "index/read/search.hpp"
#include "index/read/select.hpp"
#include "index/read/sql.hpp"
#include "query/search.hpp"
#include "util/process.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::index::test {

namespace {

std::vector<std::string> dump_rebuilt(Repository& repository) {
  std::filesystem::remove_all(repository.location.own_dir());
  repository.open();
  return dump(repository.database());
}

std::string git(const Repository& repository, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {"git", "-C", repository.folder.string(), "-c", "user.name=Bo", "-c", "user.email=bo@example.com"});
  const auto result = util::run_process(arguments);
  REQUIRE_MESSAGE(result.status == 0, result.err);
  return std::string(util::trim(result.out));
}

/// Moves the ledger to the union of two of its commits, as plain git merges them.
void merge(const Repository& repository, const std::string& ours, const std::string& theirs) {
  const std::string tree = git(repository, {"merge-tree", "--write-tree", ours, theirs});
  const std::string merged = git(repository, {"commit-tree", "-p", ours, "-p", theirs, "-m", "merge", tree});
  git(repository, {"update-ref", git::kLedgerRef, merged});
}

}  // namespace

TEST_CASE("an index grown commit by commit equals one built from nothing") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    Repository repository;
    Storyteller teller(repository, seed);
    repository.open();
    for (int step = 0; step < 60; ++step) {
      for (unsigned records = 0; records <= (seed * 7U + static_cast<unsigned>(step)) % 3U; ++records) teller.step();
      repository.commit(teller.now);
      repository.open();
    }
    const auto grown = dump(repository.database());
    CHECK(grown.size() > 500);
    CHECK(grown == dump_rebuilt(repository));
    CHECK(repository.notices.empty());
  }
}

TEST_CASE("an index grown over merges equals one built from nothing") {
  const auto shared = complaint("20260107-7f3q2mxab4");
  for (const unsigned seed : {1U, 2U}) {
    CAPTURE(seed);
    Repository repository;
    Storyteller teller(repository, seed);
    repository.add(shared, "complaint", kStart, fields({{"summary", "late"}}));
    const auto write_some = [&](unsigned round, int later) {
      for (int i = 0; i < 3; ++i) {
        teller.step();
        repository.commit(teller.now);
      }
      // Both clones write it, one before the other: a machine's record, for one.
      repository.prepare_file(
          fmt::format("{}/01kebd8c8000000000000000{:02}-activity.yaml", record::folder_of(shared), round),
          "kind: activity\nat: 2026-01-07T11:00:00Z\nby: a@example.com\nafter: []\ntype: note\n");
      repository.commit(after_hours(static_cast<int>(10 * round) + later));
    };
    for (unsigned round = 0; round < 6; ++round) {
      const std::string base = repository.ledger().head();
      write_some(round, 3);
      const std::string ours = repository.ledger().head();
      repository.open();
      git(repository, {"update-ref", git::kLedgerRef, base});
      write_some(round, (seed + round) % 2 == 0 ? 1 : 5);
      merge(repository, ours, repository.ledger().head());
      repository.open();
    }
    const auto grown = dump(repository.database());
    CHECK(grown == dump_rebuilt(repository));
    CHECK(repository.notices.empty());
  }
}

TEST_CASE("a bulk of commits is caught up with at once") {
  Repository repository;
  Storyteller teller(repository, 7);
  teller.step();
  repository.commit(teller.now);
  repository.open();
  for (int step = 0; step < 200; ++step) teller.step();
  repository.commit_bulk(teller.now);
  repository.open();
  const auto grown = dump(repository.database());
  CHECK(grown == dump_rebuilt(repository));
}

TEST_CASE("files that a killed build left behind are cleared away") {
  Repository repository;
  repository.add(complaint("20260107-7f3q2mxab4"), "complaint", kStart, fields({{"summary", "late"}}));
  repository.open();
  const std::filesystem::path index = repository.database();
  for (const char* suffix : {".building", ".building-words", ".building-journal"})
    std::ofstream(std::filesystem::path(index) += suffix) << "half of it";
  std::filesystem::remove(index);
  CHECK(search(repository.open(), *query::parse_search("late"), 10).best.size() == 1);
  for (const auto& file : std::filesystem::directory_iterator(index.parent_path()))
    CHECK(file.path().filename().string().find("building") == std::string::npos);
  CHECK(repository.notices.empty());
}

TEST_CASE("an open index lets go of the reporter of its opening") {
  Repository repository;
  repository.prepare(complaint("20260107-7f3q2mxab4"), "complaint", kStart, fields({{"summary", "late"}}));
  repository.commit(kStart);
  const auto reports = std::make_shared<int>(0);
  Index::Options options = repository.options();
  options.progress.report = [reports](std::uint64_t, std::uint64_t) { ++*reports; };
  const Index index = Index::open(repository.location, repository.provider(), std::move(options));
  CHECK(*reports > 0);
  CHECK(reports.use_count() == 1);
}

TEST_CASE("a current index asks for no ledger") {
  Repository repository;
  repository.add(complaint("20260107-7f3q2mxab4"), "complaint", kStart, fields({{"summary", "late"}}));
  repository.open();
  repository.asked = 0;
  const Index index = repository.open();
  CHECK(select(index, {{}, moment(kStart), {}, {}}).size() == 1);
  CHECK(index.policy().findings.empty());
  CHECK(repository.asked == 0);
  CHECK(index.ledger_commit() == repository.ledger().head());
  CHECK(index.policy_commit() == repository.ledger().main_head());
}

TEST_CASE("policy alone moving folds again what hangs on it, and nothing else") {
  Repository repository;
  const auto plain = complaint("20260107-7f3q2mxab4");
  const auto escalated = complaint("20260107-8f3q2mxab4");
  repository.add(plain, "complaint", kStart, fields({{"summary", "late"}, {"project", "apollo"}}));
  repository.add(escalated, "complaint", kStart, fields({{"summary", "later"}, {"project", "apollo"}}));
  yaml::Node rung = fields({{"trigger", "manual"}, {"why", "stuck"}});
  rung.set("from_level", yaml::Node::integer(0));
  rung.set("to_level", yaml::Node::integer(1));
  repository.add(escalated, "escalation", after_hours(1), std::move(rung));
  const auto addressee = [&] {
    const Rows rows = sql(repository.open(), "SELECT \"to\" FROM escalation", after_hours(2));
    REQUIRE(rows.rows.size() == 1);
    return rows.rows[0][0].text;
  };
  CHECK(addressee().empty());
  repository.set_policy("projects.yaml", "projects:\n  - id: apollo\n    people:\n      1: [bo@example.com]\n");
  CHECK(addressee() == "bo@example.com");
  CHECK(repository.open().policy().find_project("apollo") != nullptr);
  repository.set_policy("levels.yaml", "levels:\n  - {level: 1, name: manager, role: project_manager}\n");
  repository.set_policy("projects.yaml", "projects:\n  - {id: apollo, manager: asha@example.com}\n");
  CHECK(addressee() == "asha@example.com");
  repository.set_policy("projects.yaml", "projects:\n  - {id: apollo, manager: cy@example.com}\n");
  CHECK(addressee() == "cy@example.com");
  const auto grown = dump(repository.database());
  CHECK(grown == dump_rebuilt(repository));
}

TEST_CASE("a customer's change folds its complaints again") {
  Repository repository;
  const auto here = complaint("20260107-7f3q2mxab4");
  const auto elsewhere = complaint("20260107-8f3q2mxab4");
  const auto own = complaint("20260107-9f3q2mxab4");
  repository.add(here, "complaint", kStart, fields({{"summary", "late"}, {"customer", "acme"}}));
  repository.add(elsewhere, "complaint", kStart, fields({{"summary", "later"}, {"customer", "globex"}}));
  repository.add(own, "complaint", kStart, fields({{"summary", "lost"}, {"customer", "acme"}, {"region", "west"}}));
  const auto found = [&](const std::string& text) {
    return select_ids(repository.open(), {filter(text), moment(after_hours(9)), {"id"}, {}});
  };
  using Ids = std::vector<std::string>;
  CHECK(found("segment:retail").empty());
  repository.add(customer("acme"), "customer", after_hours(1), fields({{"segment", "retail"}, {"region", "north"}}));
  CHECK(found("segment:retail") == Ids{here.id, own.id});
  CHECK(found("region:north") == Ids{here.id});
  CHECK(found("region:west") == Ids{own.id});
  repository.add(customer("acme"), "change", after_hours(2),
                 yaml::Node::map({{"set", fields({{"segment", "key"}, {"region", "east"}})}}));
  CHECK(found("segment:retail").empty());
  CHECK(found("segment:key region:east") == Ids{here.id});
  repository.add(here, "change", after_hours(3), yaml::Node::map({{"set", fields({{"customer", "globex"}})}}));
  CHECK(found("segment:key") == Ids{own.id});
  repository.add(customer("globex"), "customer", after_hours(4), fields({{"segment", "small"}}));
  CHECK(found("segment:small") == Ids{here.id, elsewhere.id});
  CHECK(find_complaint(repository.open(), here.id, {})->segment == "small");
  const auto grown = dump(repository.database());
  CHECK(grown == dump_rebuilt(repository));
}

TEST_CASE("a record moved by a correction is shown in both complaints, and counts in one") {
  Repository repository;
  const auto first = complaint("20260107-7f3q2mxab4");
  const auto second = complaint("20260107-8f3q2mxab4");
  repository.add(first, "complaint", kStart, fields({{"summary", "late"}}));
  repository.add(second, "complaint", kStart, fields({{"summary", "later"}}));
  const std::string call =
      repository.add(first, "activity", after_hours(1), fields({{"type", "call"}, {"direction", "out"}}));
  repository.open();
  yaml::Node correction = fields({{"corrects", call}, {"why", "wrong complaint"}});
  correction.set("set", fields({{"complaint", second.id}}));
  repository.add(first, "correction", after_hours(2), std::move(correction));
  const Index index = repository.open();
  CHECK(find_story(index, first)->entries.size() == 3);
  CHECK(find_story(index, second)->entries.size() == 3);  // the correction that moved it too
  CHECK(select_ids(index, {filter("type:call"), moment(after_hours(3)), {}, {}}) == std::vector{second.id});
  const auto grown = dump(repository.database());
  CHECK(grown == dump_rebuilt(repository));
}

TEST_CASE("one bad record never hides the good ones") {
  Repository repository;
  const auto story = complaint("20260107-7f3q2mxab4");
  repository.add(story, "complaint", kStart, fields({{"summary", "late"}}));
  repository.open();
  const std::string bad = record::folder_of(story) + "/01kebd8c80000000000000000a-activity.yaml";
  repository.prepare_file(bad, "kind: [unclosed");
  repository.commit(after_hours(1));
  const std::string unknown = record::folder_of(story) + "/01kebd8c80000000000000000b-omen.yaml";
  repository.prepare_file(unknown, "kind: omen\nat: 2026-01-07T11:00:00Z\nby: a@example.com\nafter: []\nomen: raven\n");
  repository.commit(after_hours(2));
  const Index index = repository.open();
  const auto faults = bad_records(index);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == bad);
  CHECK(faults[0].commit.size() == 40);
  CHECK_FALSE(faults[0].fault.empty());
  CHECK(find_story(index, story)->entries.size() == 3);
  CHECK(search(index, *query::parse_search("raven"), 10).best.size() == 1);
  CHECK(search(index, *query::parse_search("unclosed"), 10).best.size() == 1);
  const auto grown = dump(repository.database());
  CHECK(grown == dump_rebuilt(repository));
}

}  // namespace crmtrack::index::test
