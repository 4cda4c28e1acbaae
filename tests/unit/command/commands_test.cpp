#include "command/commands.hpp"

#include <doctest/doctest.h>

#include "ran.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command::test {

using session::test::DataRepository;

namespace {

/// The short id of a complaint that `new` takes.
std::string take_complaint(const DataRepository& repository, const std::string& summary) {
  const Ran ran = run(repository, kNew, words({}, {{"customer", "acme"}, {"channel", "phone"}, {"message", summary}}));
  CHECK(ran.exit_code == 0);
  const std::string id(util::trim(ran.out));
  REQUIRE(id.size() == 19);
  return id.substr(9, 4);
}

}  // namespace

TEST_CASE("new prints the id and says what comes next") {
  const DataRepository repository;
  const Ran ran = run(repository, kNew, words({}, {{"customer", "acme"}, {"message", "Invoice 4711 charged twice"}}));
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.starts_with("20261121-"));
  CHECK(ran.err.find("complaint " + ran.out.substr(9, 4) + " from acme is received") != std::string::npos);
}

TEST_CASE("note adds a record that show tells") {
  const DataRepository repository;
  const std::string id = take_complaint(repository, "Invoice 4711 charged twice");
  const Ran noted = run(repository, kNote, words({id}, {{"message", "Finance confirms it"}}));
  CHECK(noted.exit_code == 0);
  CHECK(noted.out.size() == 27);
  CHECK(noted.err == fmt::format("note on {} is recorded\n", id));

  const Ran shown = run(repository, kShow, words({id}));
  CHECK(shown.exit_code == 0);
  CHECK(shown.err.empty());
  CHECK(shown.out.find("Invoice 4711 charged twice") != std::string::npos);
  CHECK(shown.out.find("Finance confirms it") != std::string::npos);
}

TEST_CASE("note with -q says nothing, and with dry run writes nothing") {
  const DataRepository repository;
  const std::string id = take_complaint(repository, "Late");
  Display quiet;
  quiet.quiet = true;
  CHECK(run(repository, kNote, words({id}, {{"message", "Called"}}), quiet).err.empty());
  session::Settings settings = repository.settings("");
  settings.dry_run = true;
  const Ran dry = run(settings, kNote, words({id}, {{"message", "Called again"}}));
  CHECK(dry.out.starts_with("# complaints/2026/11/21/"));
  CHECK(dry.out.find("text: Called again\n") != std::string::npos);
  CHECK(dry.err == "dry run: nothing was written (1 file would be)\n");
  CHECK(run(repository, kShow, words({id})).out.find("Called again") == std::string::npos);
}

TEST_CASE("note refuses what it cannot record") {
  const DataRepository repository;
  const std::string id = take_complaint(repository, "Late");
  CHECK_THROWS_WITH_AS(run(repository, kNote, words({id})), "cannot record this note: no text", util::Error);
  CHECK_THROWS_WITH_AS(run(repository, kNote, words({"zzzz"}, {{"message", "Called"}})), "cannot find complaint 'zzzz'",
                       util::Error);
}

TEST_CASE("list prints a line for each open complaint, and JSON for scripts") {
  const DataRepository repository;
  const std::string first = take_complaint(repository, "Late");
  const std::string second = take_complaint(repository, "Late again");
  const Ran lines = run(repository, kList, words({}), formatted("tsv"));
  CHECK(lines.exit_code == 0);
  CHECK(util::split(std::string(util::trim(lines.out)), '\n').size() == 2);
  CHECK(lines.out.find(first) != std::string::npos);
  CHECK(lines.out.find(second) != std::string::npos);

  const Ran data = run(repository, kList, words({"customer:acme"}), formatted("json"));
  CHECK(data.out.find("\"command\": \"list\"") != std::string::npos);
  CHECK(data.out.find("\"summary\": \"Late again\"") != std::string::npos);
  CHECK_THROWS_AS(run(repository, kList, words({"customer:globex"}), formatted("tsv")), util::Error);
  CHECK_THROWS_AS(run(repository, kList, words({}), formatted("runes")), util::Error);
}

TEST_CASE("report summary counts what came in") {
  const DataRepository repository;
  take_complaint(repository, "Late");
  take_complaint(repository, "Late again");
  const Ran ran = run(repository, kReport, words({"summary"}), formatted("json"));
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.find("\"command\": \"report\"") != std::string::npos);
  CHECK(ran.out.find("{\"measure\": \"volume\", \"group\": null, \"value\": 2,") != std::string::npos);
  CHECK(ran.out.find("{\"measure\": \"backlog\", \"group\": null, \"value\": 2,") != std::string::npos);

  const Ran records = run(repository, kReport, words({"summary"}, {{"records", "backlog"}}));
  CHECK(util::split(std::string(util::trim(records.out)), '\n').size() == 2);
  CHECK_THROWS_WITH_AS(run(repository, kReport, words({"sumary"})), "cannot report 'sumary': no such report",
                       util::Error);
}

TEST_CASE("acknowledge moves a complaint once, and tells scripts what became of it") {
  const DataRepository repository;
  const std::string id = take_complaint(repository, "Late");
  const Ran ran = run(repository, kAcknowledge, words({id}, {{"message", "We look into it"}}), formatted("json"));
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.find("\"command\": \"acknowledge\"") != std::string::npos);
  CHECK(ran.out.find("\"status\": \"acknowledged\"") != std::string::npos);
  CHECK(run(repository, kList, words({"status:acknowledged"}), formatted("tsv")).out.find(id) != std::string::npos);
}

}  // namespace crmtrack::command::test
