#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "fixture.hpp"
#include "index/as_of.hpp"
#include "index/read/lookup.hpp"
#include "index/read/search.hpp"
#include "index/read/select.hpp"
#include "index/read/sql.hpp"
#include "query/filter.hpp"
#include "query/search.hpp"
#include "story/terms.hpp"

/// A record that people move, and move again, counts in one place, and every way of asking names that place.
namespace crmtrack::index::test {

namespace {

record::StoryRef story_number(int number) { return complaint(fmt::format("20260107-{}f3q2mxab4", number)); }

struct Correction {
  std::string id, folder, moves_to, minutes;
};

struct Call {
  std::string id, home, word;
  std::vector<Correction> corrections;

  /// The folders in which a correction of the call is heard.
  [[nodiscard]] std::set<std::string> folders() const {
    std::set<std::string> found{home};
    for (std::size_t before = 0; before != found.size();) {
      before = found.size();
      for (const Correction& correction : corrections)
        if (found.contains(correction.folder) && !correction.moves_to.empty()) found.insert(correction.moves_to);
    }
    return found;
  }
  /// The value by the last correction that is heard and states the field; `otherwise` where none does.
  [[nodiscard]] std::string last(std::string Correction::*field, std::string otherwise) const {
    const std::set<std::string> heard = folders();
    std::string newest;
    for (const Correction& correction : corrections) {
      if ((correction.*field).empty() || !heard.contains(correction.folder) || correction.id < newest) continue;
      newest = correction.id;
      otherwise = correction.*field;
    }
    return otherwise;
  }
  [[nodiscard]] std::string place() const { return last(&Correction::moves_to, home); }
  [[nodiscard]] std::string minutes() const { return last(&Correction::minutes, "1"); }
};

/// Complaints whose calls are moved about, by people who do not always know of each other.
class Mover {
 public:
  Mover(Repository& repository, unsigned seed) : repository_(repository), random_(seed) {
    for (int number = 1; number <= kStories; ++number)
      repository_.prepare(story_number(number), "complaint", kStart, fields({{"summary", "late"}}));
  }

  void step() {
    if (calls.size() < 2 || below(4) == 0) return note();
    correct(calls[static_cast<std::size_t>(below(static_cast<int>(calls.size())))]);
  }

  std::vector<Call> calls;
  static constexpr int kStories = 5;

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  record::StoryRef some_story() { return story_number(1 + below(kStories)); }

  void note() {
    const auto story = some_story();
    const std::string word = fmt::format("call{}x", calls.size());
    yaml::Node body = fields({{"type", "call"}, {"direction", "in"}, {"text", word}, {"sentiment", "positive"}});
    body.set("minutes", yaml::Node::integer(1));
    body.set("refs", yaml::Node::list_of({"desk:" + word}));
    std::string id = repository_.prepare(story, "activity", after_hours(1), std::move(body));
    calls.push_back({std::move(id), story.id, word, {}});
  }

  /// Corrects the call at any time, mostly in a folder that shows it. The writer may not have known of the other
  /// corrections.
  void correct(Call& call) {
    const std::set<std::string> heard = call.folders();
    auto folder = heard.begin();
    std::advance(folder, below(static_cast<int>(heard.size())));
    Correction correction{{}, below(10) == 0 ? some_story().id : *folder, {}, {}};
    yaml::Node set = yaml::Node::map();
    if (below(3) != 0) {
      correction.moves_to = some_story().id;
      set.set("complaint", yaml::Node::scalar(correction.moves_to));
    }
    if (set.entries.empty() || below(4) == 0) {
      correction.minutes = std::to_string(2 + below(90));
      set.set("minutes", yaml::Node::integer(std::stoi(correction.minutes)));
    }
    yaml::Node body = fields({{"corrects", call.id}, {"why", "mistaken"}});
    body.set("set", std::move(set));
    correction.id =
        repository_.prepare(complaint(correction.folder), "correction", after_hours(2 + below(400)), std::move(body));
    call.corrections.push_back(std::move(correction));
  }

  Repository& repository_;
  std::mt19937 random_;
};

/// The complaints whose fold has the call's reference.
std::vector<std::string> counted_in(const Index& index, const Call& call) {
  std::vector<std::string> found;
  for (int number = 1; number <= Mover::kStories; ++number) {
    const auto folded = *find_complaint(index, story_number(number).id, story::terms_of(index.policy()));
    if (folded.refs.contains("desk:" + call.word)) found.push_back(folded.id);
  }
  return found;
}

std::vector<std::string> searched(const Index& index, const std::string& word) {
  std::vector<std::string> found;
  for (const Hit& hit : search(index, *query::parse_search(word), 100).best) found.push_back(hit.story.id);
  return found;
}

std::vector<std::string> told_by_sql(const Index& index, const Call& call) {
  const Rows rows = sql(index, fmt::format("SELECT complaint || ' ' || minutes FROM activity WHERE id = '{}'", call.id),
                        after_hours(500));
  std::vector<std::string> found;
  for (const auto& row : rows.rows) found.push_back(row[0].text);
  return found;
}

void check_places(const Index& index, const std::vector<Call>& calls) {
  const auto selected = [&](const std::string& text) {
    return select_ids(index, {filter(text), moment(after_hours(500)), {}, {}});
  };
  for (const Call& call : calls) {
    const std::vector<std::string> one{call.place()};
    CAPTURE(call.id);
    CHECK(counted_in(index, call) == one);
    CHECK(selected(call.word) == one);
    CHECK(selected("ref:desk:" + call.word) == one);
    CHECK(searched(index, call.word) == one);
    CHECK(told_by_sql(index, call) == std::vector{call.place() + " " + call.minutes()});
  }
}

std::vector<std::string> told(const Index& index) {
  std::vector<std::string> lines;
  for (const auto& row : sql(index, "SELECT complaint, id, minutes FROM activity ORDER BY id", kStart).rows)
    lines.push_back(row[0].text + row[1].text + std::to_string(row[2].integer));
  return lines;
}

std::string correct(Repository& repository, const record::StoryRef& story, const std::string& record, int hour,
                    std::initializer_list<std::pair<std::string, std::string>> set) {
  yaml::Node body = fields({{"corrects", record}, {"why", "mistaken"}});
  yaml::Node corrected = fields(set);
  for (auto& [field, value] : corrected.entries) value.quoted = value.quoted && field != "minutes";
  body.set("set", std::move(corrected));
  return repository.add(story, "correction", after_hours(hour), std::move(body));
}

/// Three complaints, and a call noted on the first.
struct Three {
  Three() {
    for (const auto& story : {a, b, c}) repository.add(story, "complaint", kStart, fields({{"summary", "late"}}));
    yaml::Node body = fields({{"type", "call"}, {"direction", "out"}, {"text", "zebra"}});
    body.set("minutes", yaml::Node::integer(1));
    call = repository.add(a, "activity", after_hours(1), std::move(body));
    repository.open();
  }
  /// The only complaint that all ways of asking name.
  std::string place() {
    const Index index = repository.open();
    const auto ids = select_ids(index, {filter("type:call"), moment(after_hours(9)), {}, {}});
    REQUIRE(ids.size() == 1);
    CHECK(select_ids(index, {filter("zebra"), moment(after_hours(9)), {}, {}}) == ids);
    CHECK(searched(index, "zebra") == ids);
    const Rows rows = sql(index, "SELECT complaint FROM activity", kStart);
    CHECK(rows.rows.at(0).at(0).text == ids.front());
    const auto grown = dump(repository.database());
    std::filesystem::remove_all(repository.location.own_dir());
    repository.open();
    CHECK(grown == dump(repository.database()));
    return ids.front();
  }
  std::string minutes() {
    return std::to_string(sql(repository.open(), "SELECT minutes FROM activity", kStart).rows.at(0).at(0).integer);
  }

  Repository repository;
  record::StoryRef a = story_number(1), b = story_number(2), c = story_number(3);
  std::string call;
};

}  // namespace

TEST_CASE("each record counts in one complaint, however often it was moved, and all who are asked agree") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    CAPTURE(seed);
    Repository repository;
    Mover mover(repository, seed);
    repository.commit(kStart);
    std::vector<std::pair<std::string, std::vector<std::string>>> moments;
    for (int step = 0; step < 40; ++step) {
      for (unsigned i = 0; i <= (seed + static_cast<unsigned>(step)) % 4; ++i) mover.step();
      repository.commit(after_hours(step + 500));
      if (step % 3 != 0) continue;
      const Index index = repository.open();
      check_places(index, mover.calls);
      moments.emplace_back(index.ledger_commit(), told(index));
    }
    const Index index = repository.open();
    check_places(index, mover.calls);
    const auto grown = dump(repository.database());
    for (const auto& [commit, shown] : moments)
      CHECK(told(open_as_of(repository.location, repository.provider(), commit, repository.options())) == shown);
    std::filesystem::remove_all(repository.location.own_dir());
    check_places(repository.open(), mover.calls);
    CHECK(grown == dump(repository.database()));
    CHECK(repository.notices.empty());
  }
}

TEST_CASE("a record is moved on from the complaint to which it was moved, and back") {
  Three three;
  correct(three.repository, three.a, three.call, 2, {{"complaint", three.b.id}});
  CHECK(three.place() == three.b.id);
  correct(three.repository, three.b, three.call, 3, {{"complaint", three.c.id}});
  CHECK(three.place() == three.c.id);
  correct(three.repository, three.c, three.call, 4, {{"complaint", three.a.id}});
  CHECK(three.place() == three.a.id);
  correct(three.repository, three.a, three.call, 5, {{"complaint", three.c.id}});
  CHECK(three.place() == three.c.id);
}

TEST_CASE("corrections before a move, and after it in either folder, hold at the new place") {
  Three three;
  correct(three.repository, three.a, three.call, 2, {{"minutes", "12"}, {"text", "yak"}});
  CHECK(three.minutes() == "12");
  correct(three.repository, three.a, three.call, 3, {{"complaint", three.b.id}});
  CHECK(three.minutes() == "12");
  CHECK(three.place() == three.b.id);
  CHECK(searched(three.repository.open(), "yak") == std::vector{three.b.id});
  correct(three.repository, three.b, three.call, 4, {{"minutes", "13"}});
  CHECK(three.minutes() == "13");
  correct(three.repository, three.a, three.call, 5, {{"minutes", "14"}});
  CHECK(three.minutes() == "14");
  const auto story = *find_complaint(three.repository.open(), three.b.id, {});
  CHECK(story.notes.at(three.call).corrected.at("minutes") == "14");
}

TEST_CASE("a correction that moved something is corrected itself, wherever") {
  Three three;
  const std::string move = correct(three.repository, three.a, three.call, 2, {{"complaint", three.b.id}});
  correct(three.repository, three.a, move, 3, {{"set.complaint", three.c.id}});
  CHECK(three.place() == three.c.id);
  correct(three.repository, three.b, move, 4, {{"set.complaint", three.b.id}});
  CHECK(three.place() == three.b.id);
}

TEST_CASE("nobody moves a record to a complaint that is not there, and it moves once that is") {
  Three three;
  const auto late = story_number(4);
  correct(three.repository, three.a, three.call, 2, {{"complaint", late.id}});
  CHECK(three.place() == three.a.id);
  three.repository.add(late, "complaint", after_hours(3), fields({{"summary", "late"}}));
  CHECK(three.place() == late.id);
}

TEST_CASE("a correction in the folder of a complaint that never had the record changes nothing") {
  Three three;
  correct(three.repository, three.c, three.call, 2, {{"complaint", three.b.id}});
  CHECK(three.place() == three.a.id);
  correct(three.repository, three.c, three.call, 3, {{"minutes", "9"}});
  CHECK(three.minutes() == "1");
  CHECK(find_story(three.repository.open(), three.a)->entries.size() == 2);
}

}  // namespace crmtrack::index::test
