#include "story/followers.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "story/words.hpp"
#include "util/text/case.hpp"

namespace crmtrack::story {

namespace {

/// Whether a record can speak for one complaint record or the other.
bool follows(const Entry& entry) {
  return entry.record.kind != record::Kind::complaint && entry.moved_from.empty() && entry.counts() &&
         !entry.provenance.unfounded;
}

}  // namespace

Following find_following(const std::vector<Entry>& sorted, const Entry& complaint) {
  std::set<std::string_view> line{complaint.record.id};
  std::set<std::string> authors;
  for (const Entry& entry : sorted) {
    if (entry.record.id < complaint.record.id || !follows(entry)) continue;
    const auto is_of_line = [&](const std::string& id) { return line.contains(id); };
    if (std::ranges::none_of(entry.record.after, is_of_line)) continue;
    line.insert(entry.record.id);
    authors.insert(util::fold_case(entry.provenance.author));
  }
  const bool own = authors.erase(util::fold_case(complaint.provenance.author)) > 0;
  return {authors.size(), own};
}

bool is_followed_more(const std::vector<Entry>& sorted, const Entry& first, const Entry& second) {
  const auto is_machine = [](const Entry& entry) { return !word(entry.record.body, "key").empty(); };
  if (is_machine(first) != is_machine(second)) return false;
  return find_following(sorted, first) > find_following(sorted, second);
}

}  // namespace crmtrack::story
