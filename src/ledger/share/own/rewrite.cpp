#include "ledger/share/own/rewrite.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "git/object/git_rules.hpp"
#include "git/object/tree_union.hpp"
#include "git/program/signing.hpp"
#include "git/reference/histories.hpp"
#include "ledger/audit/content/structure.hpp"
#include "ledger/rule/bounds.hpp"
#include "ledger/rule/format_right.hpp"
#include "ledger/rule/structure.hpp"
#include "ledger/rule/tree_sieve.hpp"
#include "ledger/share/merge_commit.hpp"
#include "util/text/case.hpp"

namespace crmtrack::ledger {

OwnRewrite::OwnRewrite(const git::Repository& repository, const std::optional<git::ObjectId>& theirs,
                       AuditedHistory history, util::Timestamp now, RefusedRecords refused)
    : repository_(repository),
      objects_(repository.objects),
      theirs_(theirs),
      theirs_tree_(theirs ? std::optional(objects_.read_commit(*theirs).tree) : std::nullopt),
      history_(std::move(history)),
      now_(now),
      author_(git::identify(repository.environment, repository.settings, git::Role::author, now)),
      refused_(std::move(refused)),
      sink_(repository.location.common_dir / "objects", repository.access) {}

std::size_t OwnRewrite::judge() {
  std::vector<Finding> findings;
  audit_structure(repository_, history_, findings);
  for (const Finding& finding : findings) {
    // Two who add the same bytes are both right.
    if (finding.kind != FindingKind::added_twice) at_fault_.insert(git::get_object_id(finding.commit));
  }
  const FormatRight right(repository_);
  for (const RangePart& part : history_.parts) {
    for (const Added& file : part.added)
      if (is_oversized(objects_, file.path, file.blob)) at_fault_.insert(commit_of(file).id);
    for (const Added& file : part.ledger_files)
      if (right.refusal(file.blob, history_.author_of(file.commit), commit_of(file).time))
        at_fault_.insert(commit_of(file).id);
  }
  return at_fault_.size();
}

std::size_t OwnRewrite::find_refused() {
  for (const RangePart& part : history_.parts) {
    for (const Added& file : part.added)
      if (refused_.has(file.path)) losing_.insert(commit_of(file).id);
  }
  return losing_.size();
}

git::ObjectId OwnRewrite::write() {
  collect_additions();
  for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) write_anew(i);
  const auto head = renewed(history_.newer);
  if (head) return *head;
  if (theirs_) return *theirs_;
  throw util::Error(util::ErrorKind::refused, "cannot mend the own ledger: nothing in it is sound");
}

std::vector<git::ObjectId> OwnRewrite::replaced() const {
  std::vector<git::ObjectId> replaced;
  for (const auto& [commit, now] : renewed_) replaced.push_back(commit);
  return replaced;
}

bool OwnRewrite::is_of_others(std::size_t number) const {
  const std::string& author = history_.author_of(number);
  if (author.empty()) return false;  // nobody else could send it
  return theirs_ && author != kMergeAuthor && util::to_lower_ascii(author) != util::to_lower_ascii(author_.email) &&
         former_.count(util::to_lower_ascii(author)) == 0;
}

bool OwnRewrite::theirs_has(const git::PathBlob& file) const {
  return theirs_tree_ && objects_.holds(*theirs_tree_, file.path, file.blob);
}

void OwnRewrite::collect_additions() {
  for (const RangePart& part : history_.parts) {
    for (const std::vector<Added>* const added : {&part.added, &part.ledger_files}) {
      for (const Added& file : *added)
        if (!refused_.has(file.path) && is_sound_file(objects_, std::string(file.path), git::kFileMode, file.blob))
          additions_[file.commit].push_back({file.path, file.blob});
    }
    for (const Added& file : part.ledger_files) first_ = std::min(first_.value_or(file.commit), file.commit);
  }
}

std::optional<git::ObjectId> OwnRewrite::renewed(const git::ObjectId& commit) const {
  const auto found = renewed_.find(commit);
  return found == renewed_.end() ? std::optional(commit) : found->second;
}

void OwnRewrite::write_anew(std::size_t number) {
  const git::ObjectId id = history_.walk.commits[number].id;
  const auto old_parents = history_.walk.parents_of(number);
  Parents parents;
  bool same = at_fault_.count(id) == 0 && losing_.count(id) == 0 && unwanted_.count(id) == 0;
  for (const git::ObjectId& parent : old_parents) {
    const auto now = renewed(parent);
    same = same && now == parent;
    if (now && std::find(parents.begin(), parents.end(), *now) == parents.end()) parents.push_back(*now);
  }
  if (same) return;
  if (parents.empty()) begin_on_ledger(number, parents);
  const bool is_left_out = is_of_others(number) || waiting_.count(id) != 0;
  if (is_left_out) left_out_.insert(number);
  if (is_left_out || losing_.count(id) != 0 ||
      std::ranges::any_of(additions_[number], [&](const git::PathBlob& file) { return theirs_has(file); }))
    add_theirs(parents);
  drop_older(parents);
  if (is_left_out || (parents.size() > 1 && parents.size() > old_parents.size())) parents = {join(parents)};
  if (is_left_out) {
    renewed_[id] = parents.front();
    return;
  }
  git::CommitObject commit = objects_.read_commit(id);
  const std::optional<git::ObjectId> before = unite_parents(parents);
  const auto tree = write_tree(before, number, commit.tree);
  sink_.finish();  // also where nothing names it: what waits to be written counts as lost
  if (!tree || (tree == before && parents.size() == 1)) {
    renewed_[id] = tree ? std::optional(parents.front()) : std::nullopt;
    return;
  }
  const bool is_ours = history_.by_nobody.count(id) != 0 && tree == before && parents.size() == 2;
  commit.tree = *tree;
  renewed_[id] = is_ours ? write_merge(parents.front(), parents.back())
                         : write_commit(compose(commit, parents, unwanted_.count(id) != 0));
}

/// Puts a commit that begins a history of its own on the ledger that it was joined to.
void OwnRewrite::begin_on_ledger(std::size_t number, Parents& parents) const {
  if (history_.older) {
    parents.push_back(*history_.older);
  } else if (first_ && *first_ != number) {
    if (const auto first = renewed(history_.walk.commits[*first_].id)) parents.push_back(*first);
  }
}

void OwnRewrite::add_theirs(Parents& parents) const {
  if (theirs_ && std::find(parents.begin(), parents.end(), *theirs_) == parents.end()) parents.push_back(*theirs_);
}

/// A merge of what is left of a side with what that stands on merges nothing.
void OwnRewrite::drop_older(Parents& parents) const {
  if (parents.size() < 2) return;
  const Parents all = parents;
  std::erase_if(parents, [&](const git::ObjectId& one) {
    return std::ranges::any_of(
        all, [&](const git::ObjectId& other) { return other != one && is_ancestor(objects_, one, other); });
  });
}

git::ObjectId OwnRewrite::join(const Parents& parents) {
  git::ObjectId head = parents.front();
  for (std::size_t i = 1; i < parents.size(); ++i) head = write_merge(head, parents[i]);
  return head;
}

/// The merge that every clone makes of the two.
git::ObjectId OwnRewrite::write_merge(const git::ObjectId& one, const git::ObjectId& other) {
  const git::ObjectId tree = *unite_parents({one, other});
  const git::ObjectId plain = write_commit(compose_merge(objects_, one, other, tree, false));
  if (is_our_merge(objects_, objects_.read_commit(plain))) return plain;
  return write_commit(compose_merge(objects_, one, other, tree, true));
}

git::ObjectId OwnRewrite::write_commit(const git::CommitObject& commit) {
  const git::ObjectId id = sink_.write(git::ObjectKind::commit, git::render_commit(commit));
  sink_.finish();  // the next one reads it
  return id;
}

/// The tree of all that the parents soundly have; nullopt where that is nothing.
std::optional<git::ObjectId> OwnRewrite::unite_parents(const Parents& parents) {
  git::OverlaySink overlay(sink_, objects_.trees());
  std::optional<git::ObjectId> tree;
  for (const git::ObjectId& parent : parents) {
    const auto sound = sift_tree(objects_, overlay, objects_.read_commit(parent).tree);
    if (sound && tree)
      tree = git::unite_trees(overlay.trees(), overlay, *tree, *sound, [](const std::string&) {});
    else if (sound)
      tree = sound;
  }
  sink_.finish();
  return tree;
}

/// Writes a commit's tree: the files of its parents, those that it adds, and other sound ones of its tree at free
/// paths.
std::optional<git::ObjectId> OwnRewrite::write_tree(const std::optional<git::ObjectId>& before, std::size_t number,
                                                    const git::ObjectId& whole) {
  git::OverlaySink overlay(sink_, objects_.trees());
  std::vector<git::PathBlob> files = missing_files(before, number);
  std::optional<git::ObjectId> tree = before;
  if (!files.empty()) tree = git::put_paths(overlay.trees(), overlay, before, files, git::Existing::refuse);
  const bool is_at_fault = at_fault_.count(history_.walk.commits[number].id) != 0;
  const auto sound = is_at_fault ? sift_tree(objects_, overlay, whole) : std::nullopt;
  if (!sound || !tree) return sound ? sound : tree;
  return git::unite_trees(overlay.trees(), overlay, *tree, *sound, [](const std::string&) {});
}

std::vector<git::PathBlob> OwnRewrite::missing_files(const std::optional<git::ObjectId>& before,
                                                     std::size_t number) const {
  std::vector<git::PathBlob> missing;
  std::set<std::string_view> paths;
  const auto added = additions_.find(number);
  if (added == additions_.end()) return missing;
  for (const git::PathBlob& file : added->second) {
    const bool is_there = before && objects_.find_path(*before, file.path);
    if (!is_there && paths.insert(file.path).second) missing.push_back(file);
  }
  return missing;
}

/// The commit by its author, or the user where they take it over, and of its time; where these cannot be written, the
/// user's and now.
git::CommitObject OwnRewrite::compose(git::CommitObject commit, const Parents& parents, bool takes_over) const {
  commit.parents = parents;
  commit.signature.clear();
  std::replace(commit.message.begin(), commit.message.end(), '\0', ' ');
  if (takes_over) {
    commit.author = {author_.name, author_.email, commit.author.time, commit.author.offset};
    commit.committer = {author_.name, author_.email, commit.committer.time, commit.committer.offset};
  }
  if (!commit.fault.empty() || git::find_commit_fault(git::render_commit(commit))) {
    commit.author = author_;
    commit.committer = git::identify(repository_.environment, repository_.settings, git::Role::committer, now_);
  }
  if (git::signs_commits(repository_.settings) && commit.author.email == author_.email)
    git::sign_commit(repository_.settings, repository_.environment, commit);
  return commit;
}

}  // namespace crmtrack::ledger
