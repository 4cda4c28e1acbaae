#include "git/reference/histories.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "git/program/repository.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

/// A repository of commits with random parents and clocks that disagree by a day, or that all say one second.
struct Graph {
  explicit Graph(unsigned seed, bool one_second = false) : chance(seed) {
    box.init("data");
    std::string stream;
    for (unsigned i = 1; i <= kCommits; ++i) {
      const auto time = 1700000000 + (one_second ? 0 : i * 600 + chance() % 86400);
      stream +=
          fmt::format("commit refs/bench/c{}\nmark :{}\ncommitter x <x@example.com> {} +0000\ndata 0\n", i, i, time);
      // The first few begin histories of their own.
      std::set<unsigned> parents;
      for (unsigned n = 0; i > 3 && n < 1 + chance() % 3; ++n) parents.insert(1 + chance() % (i - 1));
      bool first = true;
      for (const unsigned parent : parents)
        stream += fmt::format("{} :{}\n", std::exchange(first, false) ? "from" : "merge", parent);
      stream += "\n";
    }
    testing::write_text(box.path("stream"), stream);
    box.git("data",
            {"-c", fmt::format("alias.import=!git fast-import --quiet < '{}'", box.path("stream").string()), "import"});
  }
  git::ObjectId id(unsigned number) const {
    return git::get_object_id(box.git("data", {"rev-parse", fmt::format("refs/bench/c{}", number)}).substr(0, 40));
  }
  std::set<std::string> by_git(const std::vector<std::string>& arguments) const {
    std::set<std::string> ids;
    std::string text = box.git("data", arguments);
    for (std::size_t end = 0; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1))
      ids.insert(text.substr(0, end));
    return ids;
  }

  static constexpr unsigned kCommits = 40;
  std::minstd_rand chance;
  Sandbox box;
};

TEST_CASE("two histories differ by what git says") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    Graph graph(seed);
    const git::Repository repository =
        git::open_repository(*git::find_location(graph.box.path("data")), graph.box.environment());
    for (int turn = 0; turn < 25; ++turn) {
      const unsigned one = 1 + graph.chance() % Graph::kCommits, other = 1 + graph.chance() % Graph::kCommits;
      const git::ObjectId older = graph.id(one), newer = graph.id(other);
      const git::Histories histories = git::compare_histories(repository.objects, older, newer);
      std::set<std::string> only;
      for (const git::ObjectId& id : histories.only_newer) {
        for (const git::ObjectId& parent : repository.objects.read_commit(id).parents) {
          const bool later = std::find(histories.only_newer.begin(), histories.only_newer.end(), parent) !=
                                 histories.only_newer.end() &&
                             !only.contains(parent.hex());
          CHECK_FALSE(later);
        }
        only.insert(id.hex());
      }
      CHECK(only == graph.by_git({"rev-list", newer.hex(), "^" + older.hex()}));
      CHECK(histories.older_is_ancestor ==
            (graph.box.git_status("data", {"merge-base", "--is-ancestor", older.hex(), newer.hex()}) == 0));
      const bool related = graph.box.git_status("data", {"merge-base", older.hex(), newer.hex()}) == 0;
      CHECK(histories.base.has_value() == related);
      if (related)
        CHECK(graph.by_git({"merge-base", "--all", older.hex(), newer.hex()}).contains(histories.base->hex()));
    }
    const git::ObjectId newest = graph.id(Graph::kCommits);
    CHECK(git::compare_histories(repository.objects, std::nullopt, newest).only_newer.size() ==
          graph.by_git({"rev-list", newest.hex()}).size());
  }
}

TEST_CASE("two commits have the merge bases that git says, whatever the clocks said") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    Graph graph(seed, seed % 2 == 0);
    const git::Repository repository =
        git::open_repository(*git::find_location(graph.box.path("data")), graph.box.environment());
    for (int turn = 0; turn < 25; ++turn) {
      const git::ObjectId one = graph.id(1 + graph.chance() % Graph::kCommits);
      const git::ObjectId other = graph.id(1 + graph.chance() % Graph::kCommits);
      std::set<std::string> bases;
      for (const git::ObjectId& base : git::find_merge_bases(repository.objects, one, other)) bases.insert(base.hex());
      const bool related = graph.box.git_status("data", {"merge-base", one.hex(), other.hex()}) == 0;
      CHECK(bases ==
            (related ? graph.by_git({"merge-base", "--all", one.hex(), other.hex()}) : std::set<std::string>{}));
    }
  }
}

}  // namespace
}  // namespace crmtrack::ledger
