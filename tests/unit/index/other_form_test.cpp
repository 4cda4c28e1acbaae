#include <doctest/doctest.h>

#include "fixture.hpp"
#include "index/read/lookup.hpp"
#include "record/path.hpp"

/// A record whose YAML is not as our writer writes it: shown byte for byte, and read as fast as the others.
namespace crmtrack::index::test {

TEST_CASE("a record written in another form is kept in ours too") {
  Repository repository;
  const record::StoryRef story = complaint("20260107-7f3q2mxab4");
  repository.prepare(story, "complaint", kStart, fields({{"summary", "late"}}));
  const std::string bytes =
      "# by hand\nkind: 'activity'\nat: 2026-01-07T10:00:00Z\nby: a@example.com\nafter: [ ]\ntype: note\n"
      "promises: [{what: \"0123\"}, {what: call back, due: 2026-01-09T10:00:00Z}]\n";
  const std::string id = "01kec7cph0aaaaaaaaaaaaaaaa";
  repository.prepare_file(record::path_of(story, id, record::Kind::activity), bytes);
  repository.commit(after_hours(1));

  const auto first = find_story(repository.open(), story);
  const auto again = find_story(repository.open(), story);
  REQUIRE(first);
  REQUIRE(again);
  for (const auto& read : {*first, *again}) {
    REQUIRE(read.entries.size() == 2);
    CHECK(read.entries.front().canonical.empty());
    const story::Entry& entry = read.entries.back();
    CHECK(entry.fault.empty());
    CHECK(entry.source == bytes);
    CHECK(entry.canonical == record::render(entry.record));
    CHECK(entry.record.body == record::parse(id, record::Kind::activity, bytes)->body);
  }
}

}  // namespace crmtrack::index::test
