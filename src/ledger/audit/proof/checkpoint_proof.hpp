#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "git/program/repository.hpp"
#include "ledger/audit/proof/checkpoint.hpp"

namespace crmtrack::ledger {

/// A tag that holds a checkpoint, and its maker.
struct CheckpointTag {
  Checkpoint checkpoint;
  git::Signature tagger;
  bool is_alone = false;  ///< nothing but the line, and a signature where there is one
};

/// The reference of a checkpoint: `refs/tags/checkpoint/2026-11-22T09-12-00Z`. A colon may not stand in a tag's name.
std::string checkpoint_reference(util::Instant time);

/// The names of the tags of checkpoints, `checkpoint/…`, that stand at one of these commits.
std::vector<std::string> find_checkpoints_at(const git::Repository& repository,
                                             const std::vector<git::ObjectId>& commits);

/// Reads the tag object `id` that the reference `name` names. A checkpoint is an annotated tag whose text is a
/// checkpoint's line, on the very commit that the line names, and whose name is the line's time (with `-2`, `-3` … for
/// further ones of one second). The error names what a tag lacks that `crmtrack checkpoint` never made.
tl::expected<CheckpointTag, std::string> read_checkpoint_tag(const git::ObjectStore& objects, std::string_view name,
                                                             const git::ObjectId& id);

/// The reason why a checkpoint does not hold for a ledger with one of these heads: its commit is in the history of none
/// of them, or has other records than the line says. nullopt where it holds. Reads all folders of the commit's tree.
std::optional<std::string> find_checkpoint_fault(const git::ObjectStore& objects, const Checkpoint& checkpoint,
                                                 const std::vector<git::ObjectId>& heads);

}  // namespace crmtrack::ledger
