#include <doctest/doctest.h>

#include <algorithm>

#include "fixture.hpp"
#include "index/as_of.hpp"
#include "index/read/lookup.hpp"
#include "index/read/search.hpp"
#include "index/read/select.hpp"
#include "index/read/sql.hpp"
#include "query/filter.hpp"
#include "query/search.hpp"

namespace crmtrack::index::test {

namespace {

/// All that lists, reports and searches can say, as text.
std::vector<std::string> everything(const Index& index, util::Instant now) {
  std::vector<std::string> lines;
  for (const char* view : {"complaint", "record", "activity", "escalation", "promise", "customer"}) {
    const Rows rows = sql(index, std::string("SELECT * FROM ") + view, now);
    for (const auto& row : rows.rows) {
      std::string line = view;
      for (std::size_t column = 0; column < row.size(); ++column)
        if (rows.columns[column] != "key") line += "|" + row[column].text + std::to_string(row[column].integer);
      lines.push_back(line);
    }
  }
  for (const Hit& hit : search(index, *query::parse_search("invoice or twice or late"), 1000).best)
    lines.push_back("hit " + hit.story.id + hit.record_id);
  for (const std::string& id : select_ids(index, {filter("invoice"), moment(now), {}, {}}))
    lines.push_back("filtered " + id);
  lines.push_back(index.policy_commit());
  std::ranges::sort(lines);
  return lines;
}

struct Moment {
  util::Instant time;
  std::string commit;
  std::vector<std::string> shown;
};

}  // namespace

TEST_CASE("as of a commit or a time everything is as it was shown then") {
  Repository repository;
  Storyteller teller(repository, 11);
  std::vector<Moment> moments;
  for (int step = 0; step < 40; ++step) {
    if (step == 20)
      repository.set_policy("projects.yaml", "projects:\n  - id: apollo\n    people:\n      1: [bo@example.com]\n");
    teller.step();
    teller.step();
    repository.commit(teller.now);
    const Index index = repository.open();
    moments.push_back({teller.now, index.ledger_commit(), everything(index, teller.now)});
  }
  for (const Moment& then : moments) {
    CAPTURE(then.commit);
    CHECK(everything(open_as_of(repository.location, repository.provider(), then.commit, repository.options()),
                     then.time) == then.shown);
    const Index by_time = open_as_of_time(repository.location, repository.provider(), then.time, repository.options());
    CHECK(everything(by_time, then.time) == then.shown);
    CHECK(by_time.ledger_commit() == then.commit);
  }
}

TEST_CASE("before the first record there is nothing") {
  Repository repository;
  repository.add(complaint("20260107-7f3q2mxab4"), "complaint", kStart, fields({{"summary", "late"}}));
  const Index index =
      open_as_of_time(repository.location, repository.provider(), kStart - std::chrono::hours(1), repository.options());
  CHECK(select(index, {{}, moment(kStart), {}, {}}).empty());
  CHECK(index.ledger_commit().empty());
  CHECK_FALSE(find_story(index, complaint("20260107-7f3q2mxab4")));
  CHECK(complaints_by_prefix(index, "7f3q").empty());
}

}  // namespace crmtrack::index::test
