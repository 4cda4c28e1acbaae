#include <doctest/doctest.h>

#include "command/commands.hpp"
#include "ran.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command::test {

using session::test::DataRepository;

namespace {

/// Takes this many complaints of a customer, and gives their whole ids.
std::vector<std::string> take_complaints(const DataRepository& repository, std::size_t number) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < number; ++i)
    ids.emplace_back(util::trim(
        run(repository, kNew, words({}, {{"customer", "acme"}, {"message", fmt::format("Parcel {}", i)}})).out));
  return ids;
}

/// Lines of `list --all` with these fields, as a script reads them.
std::vector<std::string> listed(const DataRepository& repository, const std::vector<std::string>& filter,
                                std::vector<std::string> fields) {
  Display display = formatted("tsv");
  display.fields = std::move(fields);
  const Ran ran = run(repository, kList, words(filter, {{"sort", "summary"}, {"all", ""}}), display);
  return util::split(std::string(util::trim(ran.out)), '\n');
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("assign takes many complaints in one commit, by a filter or by their ids") {
  const DataRepository repository;
  const Lines ids = take_complaints(repository, 3);
  const Ran all = run(repository, kAssign, words({"ben@example.com"}, {{"filter", "owner.none:yes"}}));
  CHECK(all.exit_code == 0);
  CHECK(util::split(std::string(util::trim(all.out)), '\n').size() == 3);
  CHECK(all.err.ends_with("ben@example.com now owns 3 complaints\n"));
  CHECK(listed(repository, {}, {"summary", "owner"}) ==
        Lines{"Parcel 0\tben@example.com", "Parcel 1\tben@example.com", "Parcel 2\tben@example.com"});

  run(repository, kAssign, words({ids[1], "me"}));
  CHECK(listed(repository, {"owner:me"}, {"summary"}) == Lines{"Parcel 1"});
  CHECK_THROWS_WITH_AS(run(repository, kAssign, words({ids[1], "me"}, {{"filter", "status:open"}})),
                       "cannot run 'assign': give complaint ids or --filter, one of them", util::Error);
}

TEST_CASE("escalate goes up, and only then may the level be left by accepting") {
  const DataRepository repository;
  const Lines ids = take_complaints(repository, 1);
  const Ran up = run(repository, kEscalate, words({ids[0]}, {{"why", "No answer"}}));
  CHECK(up.exit_code == 0);
  CHECK(up.err.find("is at level 1") != std::string::npos);
  CHECK_THROWS_AS(run(repository, kEscalate, words({ids[0]}, {{"to", "0"}, {"why", "All well"}})), util::Error);
  CHECK(listed(repository, {"level:1"}, {"summary"}) == Lines{"Parcel 0"});
}

TEST_CASE("a complaint goes from the answer to its end, and refuses a step that does not fit") {
  const DataRepository repository;
  const Lines ids = take_complaints(repository, 1);
  CHECK_THROWS_AS(run(repository, kConfirm, words({ids[0]}, {{"message", "They are content"}})), util::Error);
  const Ran resolved =
      run(repository, kResolve, words({ids[0]}, {{"outcome", "upheld"}, {"code", "fixed"}, {"message", "Refunded"}}));
  CHECK(resolved.exit_code == 0);
  CHECK(listed(repository, {}, {"status"}) == Lines{"responded"});
  run(repository, kConfirm, words({ids[0]}, {{"message", "They are content"}}));
  CHECK(listed(repository, {}, {"status"}) == Lines{"resolved"});
  const Ran history = run(repository, kHistory, words({ids[0]}), formatted("json"));
  CHECK(history.exit_code == 0);
  CHECK(history.out.find("\"command\": \"history\"") != std::string::npos);
}

TEST_CASE("customer add registers, and refuses a second time") {
  const DataRepository repository;
  const Ran added = run(repository, kCustomerAdd, words({"acme"}, {{"name", "ACME Ltd"}}));
  CHECK(added.err == "customer acme is registered\n");
  CHECK_THROWS_WITH_AS(run(repository, kCustomerAdd, words({"acme"})),
                       "cannot add customer 'acme': it is registered already", util::Error);
  const Ran shown = run(repository, kCustomerShow, words({"acme"}));
  CHECK(shown.out.find("ACME Ltd") != std::string::npos);
}

TEST_CASE("reason add commits policy, and new takes the reason at once") {
  const DataRepository repository;
  const std::map<std::string, std::string> noise{
      {"label", "Noise"}, {"question", "Is it too loud?"}, {"why", "We hear of it"}};
  session::Settings settings = repository.settings("");
  settings.dry_run = true;
  const Ran dry = run(settings, kReasonAdd, words({"noise"}, noise));
  CHECK(dry.out.find("code: noise\n") != std::string::npos);
  CHECK(dry.err == "dry run: nothing was written\n");
  CHECK_THROWS_AS(run(repository, kNew, words({}, {{"customer", "acme"}, {"message", "Loud"}, {"reason", "noise"}})),
                  util::Error);

  const Ran added = run(repository, kReasonAdd, words({"noise"}, noise));
  CHECK(added.out == "noise\n");
  CHECK(added.err == "policy/reasons.yaml: add reason noise\n");
  run(repository, kNew, words({}, {{"customer", "acme"}, {"message", "Loud"}, {"reason", "noise"}}));
  CHECK(listed(repository, {"reason:noise"}, {"summary"}) == Lines{"Loud"});
}

TEST_CASE("agenda shows what is owed, and with --check tells a script of what is late") {
  DataRepository repository;
  const Lines ids = take_complaints(repository, 1);
  run(repository, kCall, words({ids[0]}, {{"message", "Explained it"}, {"promise", "refund@2026-11-25"}}));
  const Ran now = run(repository, kAgenda, words({}, {{"check", ""}}), formatted("json"));
  CHECK(now.exit_code == 0);
  CHECK(now.out.find("refund") != std::string::npos);
  repository.set("CRMTRACK_NOW", "2027-03-01T09:12:00Z");
  CHECK(run(repository, kAgenda, words({}, {{"check", ""}}), formatted("json")).exit_code == 1);
}

TEST_CASE("a command as of a time shows what was known then") {
  DataRepository repository;
  take_complaints(repository, 1);
  repository.set("CRMTRACK_NOW", "2026-11-25T09:12:00Z");
  take_complaints(repository, 1);
  session::Settings settings = repository.settings("");
  CHECK(util::split(std::string(util::trim(run(settings, kList, words({}), formatted("tsv")).out)), '\n').size() == 2);
  settings.as_of = "2026-11-22";
  CHECK(util::split(std::string(util::trim(run(settings, kList, words({}), formatted("tsv")).out)), '\n').size() == 1);
}

}  // namespace crmtrack::command::test
