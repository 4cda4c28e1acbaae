#include "policy/conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "policy/entry_reader.hpp"
#include "policy/sheet.hpp"
#include "policy/text/entry_key.hpp"
#include "yaml/write.hpp"

namespace crmtrack::policy {
namespace {

using tl::unexpected;
using yaml::Node;

constexpr std::string_view kHead =
    "# Entries of policy that two people changed differently. The change that was committed first stands.\n"
    "# The other waits here. Settle each with: crmtrack policy settle FILE KEY --keep|--take --why W\n"
    "\n";

auto identity_of(const Conflict& it) { return std::make_tuple(it.file, compared_key(it.key), it.other_commit); }

Node node_of(const std::optional<Node>& value) { return value ? *value : Node::null(); }

std::optional<Node> find_value(const Node& entry, std::string_view key) {
  const Node* const value = entry.find(key);
  return value == nullptr || value->is_null() ? std::nullopt : std::optional(*value);
}

bool is_commit_id(std::string_view text) {
  constexpr std::size_t kSize = 40;
  return text.size() == kSize && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A name in `policy/` that may be opened.
bool is_file_name(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  return name.ends_with(".yaml") && name.size() < kLongest && name != kConflictsFile && name[0] != '.' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-") == std::string_view::npos;
}

std::optional<Conflict> read_conflict(const Node& item, std::vector<Finding>& findings) {
  const std::string file(kConflictsFile);
  EntryReader reader(file, item, findings);
  if (!reader.good()) return std::nullopt;
  Conflict conflict;
  conflict.file = reader.required("file");
  conflict.key = reader.required("key");
  reader.known("stands");
  reader.known("other");
  conflict.stands = find_value(item, "stands");
  conflict.other = find_value(item, "other");
  const std::vector<std::string> commits = reader.texts("commits");
  if (!conflict.file.empty() && !is_file_name(conflict.file))
    reader.refuse(item.find("file")->mark, "'file' must be the name of a policy file, such as people.yaml");
  if (commits.size() != 2 || !std::ranges::all_of(commits, is_commit_id))
    reader.refuse(item.mark, "'commits' must be the ids of two commits: of what stands, and of the other");
  reader.finish();
  if (!reader.good()) return std::nullopt;
  conflict.stands_commit = commits[0];
  conflict.other_commit = commits[1];
  return conflict;
}

std::vector<Conflict> read_all(const Files& files, std::vector<Finding>& findings) {
  std::vector<Conflict> conflicts;
  const Sheet sheet = read_sheet(files, "conflicts", findings);
  for (const Node& item : sheet.content.items)
    if (auto conflict = read_conflict(item, findings)) conflicts.push_back(std::move(*conflict));
  return conflicts;
}

const Conflict* find_same(const std::vector<Conflict>& conflicts, const Conflict& wanted) {
  const auto found = std::ranges::find_if(conflicts, [&](const Conflict& it) { return is_same_conflict(it, wanted); });
  return found == conflicts.end() ? nullptr : &*found;
}

bool is_of_entry(const Conflict& a, const Conflict& b) {
  return a.file == b.file && compared_key(a.key) == compared_key(b.key);
}

}  // namespace

tl::expected<std::vector<Conflict>, std::string> read_conflicts(std::string_view text) {
  if (says_nothing(text)) return std::vector<Conflict>{};  // without reading the templates, which costs a millisecond
  std::vector<Finding> findings;
  std::vector<Conflict> conflicts = read_all({{std::string(kConflictsFile), std::string(text)}}, findings);
  for (const Finding& finding : findings)
    if (!finding.warning)
      return unexpected(fmt::format("line {}, column {}: {}", finding.mark.line, finding.mark.column, finding.message));
  return conflicts;
}

void check_conflicts(const Files& files, std::vector<Finding>& findings) {
  const Sheet sheet = read_sheet(files, "conflicts", findings);
  for (const Node& item : sheet.content.items) {
    const auto conflict = read_conflict(item, findings);
    if (!conflict) continue;
    findings.push_back(
        {std::string(kConflictsFile), place_of(item.mark),
         fmt::format("'{}' of {} waits to be settled: crmtrack policy settle", conflict->key, conflict->file), true});
  }
}

std::string render_conflicts(std::vector<Conflict> conflicts) {
  std::ranges::sort(conflicts, {}, identity_of);
  Node list = Node::list();
  for (const Conflict& it : conflicts) {
    Node entry = Node::map();
    entry.set("file", Node::scalar(it.file));
    entry.set("key", Node::scalar(it.key));
    entry.set("stands", node_of(it.stands));
    entry.set("other", node_of(it.other));
    entry.set("commits", Node::list_of({it.stands_commit, it.other_commit}));
    list.items.push_back(std::move(entry));
  }
  return std::string(kHead) + yaml::write(Node::map({{"conflicts", std::move(list)}}));
}

std::vector<Conflict> conflicts_of(std::string_view file, const std::vector<Clash>& clashes) {
  std::vector<Conflict> conflicts;
  for (const Clash& it : clashes)
    conflicts.push_back({std::string(file), it.key, it.stands, it.other, it.stands_commit, it.other_commit});
  return conflicts;
}

std::vector<Conflict> add_conflicts(const std::vector<Conflict>& known, const std::vector<Conflict>& added) {
  std::vector<Conflict> result = known;
  for (const Conflict& fresh : added) {
    for (Conflict& it : result) {
      if (!is_of_entry(it, fresh)) continue;
      it.stands = fresh.stands;
      it.stands_commit = fresh.stands_commit;
    }
    if (find_same(result, fresh) == nullptr) result.push_back(fresh);
  }
  // A version that came to stand waits for nobody.
  std::erase_if(result, [](const Conflict& it) {
    return it.stands && it.other ? says_same(*it.stands, *it.other) : it.stands == it.other;
  });
  return result;
}

std::vector<Conflict> merge_conflicts(const std::vector<Conflict>& base, const std::vector<Conflict>& ours,
                                      const std::vector<Conflict>& theirs, const std::vector<Conflict>& added) {
  std::vector<Conflict> result;
  const auto is_settled = [&](const Conflict& it, const std::vector<Conflict>& elsewhere) {
    return find_same(base, it) != nullptr && find_same(elsewhere, it) == nullptr;
  };
  for (const Conflict& it : ours) {
    if (is_settled(it, theirs)) continue;
    const Conflict* const before = find_same(base, it);
    const Conflict* const there = find_same(theirs, it);
    // The entry that stands may have changed on one side alone.
    const bool is_ours = there == nullptr || before == nullptr || it.stands_commit != before->stands_commit;
    result.push_back(is_ours ? it : *there);
  }
  for (const Conflict& it : theirs)
    if (find_same(ours, it) == nullptr && !is_settled(it, ours)) result.push_back(it);
  return add_conflicts(result, added);
}

bool is_same_conflict(const Conflict& a, const Conflict& b) { return identity_of(a) == identity_of(b); }

}  // namespace crmtrack::policy
