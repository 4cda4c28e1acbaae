#include "ledger/audit/content/older_records.hpp"

#include <algorithm>
#include <set>

#include "git/object/commit_object.hpp"
#include "ledger/read/remainder.hpp"
#include "ledger/write/trailer.hpp"

namespace crmtrack::ledger {

std::optional<git::ObjectId> OlderRecords::find_folder(const git::ObjectId& commit, const std::string& folder) {
  return objects_.find_folder(objects_.read_commit(commit).tree, folder);
}

bool OlderRecords::may_have_again(const std::string& path, const std::vector<AuditedFile>& files) {
  const auto same = std::ranges::equal_range(files, std::string_view(path), {}, &AuditedFile::path);
  if (same.size() != 1) return same.size() > 1;
  return head_ && objects_.find_path(objects_.read_commit(*head_).tree, path).has_value();
}

std::vector<AuditedFile> OlderRecords::of_story(const record::StoryRef& story) {
  std::vector<AuditedFile> added;
  const std::string folder = record::folder_of(story);
  if (!head_ || !find_folder(*head_, folder)) return added;
  std::set<git::ObjectId> seen{*head_};
  std::vector<git::ObjectId> waiting{*head_};
  while (!waiting.empty()) {
    const git::ObjectId commit = waiting.back();
    waiting.pop_back();
    add_new(commit, story, added);
    for (const git::ObjectId& parent : objects_.read_commit(commit).parents)
      if (seen.insert(parent).second && find_folder(parent, folder)) waiting.push_back(parent);
  }
  return added;
}

/// Adds the records of a story that a commit has and none of its parents has.
void OlderRecords::add_new(const git::ObjectId& id, const record::StoryRef& story, std::vector<AuditedFile>& added) {
  const std::string folder = record::folder_of(story);
  const git::CommitObject commit = objects_.read_commit(id);
  const auto own = find_folder(id, folder);
  std::set<std::string> known;
  for (const git::ObjectId& parent : commit.parents) {
    const auto before = find_folder(parent, folder);
    if (before == own) return;
    if (!before) continue;
    const git::TreeBytes tree = objects_.read_tree(*before);
    for (git::TreeCursor cursor(*tree); !cursor.done(); cursor.next()) known.emplace(cursor.entry().name);
  }
  const bool alone = is_alone(story, *own);
  const git::TreeBytes tree = objects_.read_tree(*own);
  for (git::TreeCursor cursor(*tree); !cursor.done(); cursor.next()) {
    const git::TreeEntry& entry = cursor.entry();
    if (entry.is_tree() || known.contains(std::string(entry.name))) continue;
    const std::string& path = texts_.emplace_back(folder + "/" + std::string(entry.name));
    const std::string& author = texts_.emplace_back(commit.author.email);
    const std::string& policy = texts_.emplace_back(policy_trailer(commit.message));
    added.push_back({path, entry.id(), id, commit.committer.time, author, policy,
                     lineage_ ? lineage_->of_unread(id) : PolicyLineage::kNone, alone});
  }
}

/// Whether a story's folder lacks the complaint's own record, and is no part of an export.
bool OlderRecords::is_alone(const record::StoryRef& story, const git::ObjectId& folder) const {
  const std::vector<FolderRecord> records = list_records(objects_, story, folder);
  const bool has_own =
      std::ranges::any_of(records, [](const FolderRecord& one) { return one.path.kind == record::Kind::complaint; });
  return !has_own && !Remainders(objects_).is_remainder(records);
}

}  // namespace crmtrack::ledger
