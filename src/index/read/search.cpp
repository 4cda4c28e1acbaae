#include "index/read/search.hpp"

#include <algorithm>

#include "index/impl.hpp"
#include "index/schema/record_tables.hpp"
#include "query/search.hpp"

namespace crmtrack::index {

namespace {

struct Match {
  std::int64_t record = 0;  ///< records.key
  double rank = 0;
};

std::vector<Match> all_matches(const Database& database, const std::string& words) {
  std::vector<Match> matches;
  Statement statement = database.prepare("SELECT rowid, rank FROM fulltext WHERE fulltext MATCH ?");
  statement.bind_all(Raw{words});
  while (statement.step()) matches.push_back({statement.integer(0), statement.real(1)});
  return matches;
}

/// The best `limit`, and all that rank like the last of them: which of those is shown must not depend on the order in
/// which this index came to know them.
void keep_best(std::vector<Match>& matches, std::size_t limit) {
  if (matches.size() <= limit) return;
  if (limit == 0) {
    matches.clear();
    return;
  }
  const auto last = matches.begin() + static_cast<std::ptrdiff_t>(limit - 1);
  std::nth_element(matches.begin(), last, matches.end(),
                   [](const Match& a, const Match& b) { return a.rank < b.rank; });
  const double worst = last->rank;
  std::erase_if(matches, [worst](const Match& match) { return match.rank > worst; });
}

}  // namespace

Hits search(const Index& index, const query::Search& search, std::size_t limit) {
  return index.impl().run([&] {
    // Looking up the records of all matches before choosing costs as much again as finding them.
    std::vector<Match> matches = all_matches(index.impl().database, search.fts);
    const std::size_t total = matches.size();
    keep_best(matches, limit);
    std::vector<Hit> hits;
    hits.reserve(matches.size());
    Statement statement =
        index.impl().database.prepare("SELECT " + kStoryRef.columns() +
                                      ", r.id FROM records r LEFT JOIN retold t ON t.key = r.key "
                                      "JOIN stories s ON s.key = coalesce(t.place, r.story) WHERE r.key = ?");
    for (const Match& match : matches) {
      statement.bind_all(match.record);
      if (statement.step()) {
        Hit& hit = hits.emplace_back();
        kStoryRef.read(statement, hit.story);
        hit.record_id = statement.text(kStoryRef.size());
        hit.rank = match.rank;
      }
      statement.reset();
    }
    std::sort(
        hits.begin(), hits.end(),
        [](const Hit& a, const Hit& b) { return a.rank != b.rank ? a.rank < b.rank : a.record_id > b.record_id; });
    hits.resize(std::min(hits.size(), limit));
    return Hits{std::move(hits), total};
  });
}

}  // namespace crmtrack::index
