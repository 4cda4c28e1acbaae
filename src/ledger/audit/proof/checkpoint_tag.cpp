#include "ledger/audit/proof/checkpoint_tag.hpp"

#include <fmt/format.h>

#include "git/program/git_program.hpp"
#include "git/program/identity.hpp"
#include "git/program/repository_checks.hpp"
#include "git/program/signing.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/audit/proof/checkpoint_proof.hpp"
#include "util/digest.hpp"

namespace crmtrack::ledger {
namespace {

/// The newest checkpoint that a tag holds, by its time, then its line, of those whose commit `head` has: a server takes
/// no other, and none that names one.
std::optional<Checkpoint> find_newest_checkpoint(const git::Repository& repository, const git::ObjectId& head) {
  std::optional<Checkpoint> newest;
  for (const git::Reference& reference : git::list_references(repository, {kCheckpointTags})) {
    if (!is_ancestor(repository.objects, reference.commit, head)) continue;
    const auto id = git::find_branch(repository, reference.name);
    const auto tag = id ? read_checkpoint_tag(repository.objects, reference.name, *id) : tl::unexpected(std::string());
    if (!tag) continue;
    const Checkpoint& checkpoint = tag->checkpoint;
    const bool newer = !newest || std::pair(checkpoint.time, render_checkpoint(checkpoint)) >
                                      std::pair(newest->time, render_checkpoint(*newest));
    if (newer) newest = checkpoint;
  }
  return newest;
}

/// A name that no tag has, or one that holds this very checkpoint.
std::string free_tag_name(const git::Repository& repository, const Checkpoint& checkpoint, bool& is_there) {
  constexpr int kMost = 1000;
  const std::string name = checkpoint_reference(checkpoint.time).substr(std::string_view("refs/tags/").size());
  for (int i = 1; i <= kMost; ++i) {
    std::string candidate = i == 1 ? name : fmt::format("{}-{}", name, i);
    if (!git::read_reference(repository.location, "refs/tags/" + candidate)) return candidate;
    const auto held = find_checkpoint(git::read_tag(repository, "refs/tags/" + candidate));
    is_there = held && *held == checkpoint;
    if (is_there) return candidate;
  }
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot keep the checkpoint '{}': there are very many", name));
}

/// A tag of the name that is the folder of all checkpoints: whoever may push can have brought it.
void refuse_obstacle(const git::Repository& repository) {
  if (!git::read_reference(repository.location, "refs/tags/checkpoint")) return;
  const std::string folder = git::shown_folder(repository.location);
  throw util::Error(
      util::ErrorKind::refused, "cannot keep a checkpoint: the tag 'checkpoint' is in the way",
      {fmt::format("git -C '{}' tag -d checkpoint", folder),
       fmt::format("where a remote has it, it comes back: git -C '{}' push REMOTE :refs/tags/checkpoint", folder),
       "to print the line alone: crmtrack checkpoint --no-tag"});
}

}  // namespace

Checkpoint make_checkpoint(const Ledger& ledger, util::Instant now) {
  Checkpoint checkpoint;
  checkpoint.time = now;
  checkpoint.head = ledger.head();
  const git::CommitObject commit = ledger.repository().objects.read_commit(git::get_object_id(checkpoint.head));
  const TreeDigest digest = digest_tree(ledger.repository().objects, commit.tree);
  checkpoint.records = digest.records;
  checkpoint.sha256 = digest.sha256;
  const auto newest = find_newest_checkpoint(ledger.repository(), git::get_object_id(checkpoint.head));
  if (newest) checkpoint.previous = util::sha256_hex(render_checkpoint(*newest));
  return checkpoint;
}

std::optional<Checkpoint> find_checkpoint_tag(const Ledger& ledger, const std::string& name) {
  for (const std::string& whole : {name, "refs/tags/" + name, std::string(kCheckpointTags) + name}) {
    if (!whole.starts_with(kCheckpointTags) || !git::read_reference(ledger.repository().location, whole)) continue;
    const auto checkpoint = find_checkpoint(git::read_tag(ledger.repository(), whole));
    return checkpoint ? std::optional(*checkpoint) : std::nullopt;
  }
  return std::nullopt;
}

std::string tag_checkpoint(Ledger& ledger, const Checkpoint& checkpoint, util::Timestamp now) {
  git::require_clock_that_git_takes(now.utc);
  refuse_obstacle(ledger.repository());
  bool is_there = false;
  const std::string name = free_tag_name(ledger.repository(), checkpoint, is_there);
  if (is_there) return name;
  const bool sign =
      git::signs_commits(ledger.repository().settings) || ledger.repository().settings.find_flag("tag.gpgSign", false);
  std::vector<std::string> words{"--no-replace-objects"};
  for (const std::string& setting : git::verifying_programs(ledger.repository().settings))
    words.insert(words.end(), {"-c", setting});
  words.insert(words.end(), {"tag", sign ? "--sign" : "--annotate", "--cleanup=verbatim", "-m",
                             render_checkpoint(checkpoint) + "\n", name, checkpoint.head});
  if (!sign) words.insert(words.begin() + 1, {"-c", "tag.gpgSign=false"});
  const git::GitProgram git(ledger.repository().location, {.may_ask = true, .fixed_time = now});
  git.get(words, fmt::format("keep the checkpoint '{}'", name));
  return name;
}

}  // namespace crmtrack::ledger
