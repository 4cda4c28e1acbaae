#include "index/build/circles.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "index/schema/folded_tables.hpp"

namespace crmtrack::index {

namespace {

/// `first` says that it is a duplicate of `second`.
using Pair = std::pair<std::int64_t, std::int64_t>;

std::set<Pair> read_pairs(const Database& database, const char* query) {
  std::set<Pair> pairs;
  Statement rows = database.prepare(query);
  while (rows.step()) pairs.emplace(rows.integer(0), rows.integer(1));
  return pairs;
}

std::set<Pair> read_duplicates(const Database& database) {
  return read_pairs(database,
                    "SELECT v.complaint, s.key FROM complaint_values v JOIN stories s ON s.kind = 0 AND s.id = "
                    "substr(v.value, 14) WHERE v.name = 'link' AND v.folded > 'duplicate_of:' "
                    "AND v.folded < 'duplicate_of;'");
}

/// Drops the pairs whose first has no duplicate, then those that had only these, and so on: with `turn` those whose
/// second is none. Each pair is looked at once.
std::set<Pair> without_ends(const std::set<Pair>& pairs, bool turn) {
  std::map<std::int64_t, int> duplicates;  // how many say that they are one of it
  std::map<std::int64_t, std::vector<std::int64_t>> originals;
  for (auto [first, second] : pairs) {
    if (turn) std::swap(first, second);
    ++duplicates[second];
    duplicates.try_emplace(first, 0);
    originals[first].push_back(second);
  }
  std::vector<std::int64_t> ends;
  for (const auto& [story, many] : duplicates)
    if (many == 0) ends.push_back(story);
  std::set<std::int64_t> dropped;
  while (!ends.empty()) {
    const std::int64_t end = ends.back();
    ends.pop_back();
    dropped.insert(end);
    for (const std::int64_t original : originals[end])
      if (--duplicates[original] == 0) ends.push_back(original);
  }
  std::set<Pair> left;
  std::ranges::copy_if(pairs, std::inserter(left, left.end()),
                       [&](const Pair& pair) { return !dropped.contains(turn ? pair.second : pair.first); });
  return left;
}

}  // namespace

CircleCheck::CircleCheck(const Database& database)
    : find_(database,
            "SELECT 1 FROM complaint_values WHERE complaint = ?1 AND name = 'link' AND value > 'duplicate_of:' "
            "AND value < 'duplicate_of;' UNION ALL SELECT 1 FROM circles WHERE story = ?1 OR original = ?1") {}

bool CircleCheck::concerns(std::int64_t story) {
  Statement& find = *find_;
  find.bind_all(story);
  const bool concerns = find.step();
  find.reset();
  return concerns;
}

std::set<std::int64_t> update_circles(const Database& database) {
  const std::set<Pair> now = without_ends(without_ends(read_duplicates(database), false), true);
  const std::set<Pair> before = read_pairs(database, "SELECT story, original FROM circles");
  std::set<std::int64_t> changed;
  if (now == before) return changed;
  std::vector<Pair> differing;
  std::ranges::set_symmetric_difference(now, before, std::back_inserter(differing));
  for (const Pair& pair : differing) changed.insert(pair.first);
  database.execute("DELETE FROM circles");
  Statement insertion = database.prepare("INSERT INTO circles(story, original) VALUES(?, ?)");
  for (const auto& [story, original] : now) insertion.run(story, original);
  return changed;
}

}  // namespace crmtrack::index
