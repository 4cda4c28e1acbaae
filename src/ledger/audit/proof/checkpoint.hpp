#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "git/object/object_store.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// The beginning of the names of checkpoints' tags.
inline constexpr std::string_view kCheckpointTags = "refs/tags/checkpoint/";

/// The state of the ledger at some time, in a line that can be mailed or printed (crmtrack-checkpoint(1)):
///
///     crmtrack-checkpoint 1 time=… head=… records=… sha256=… previous=…
///
/// `sha256` is that of `git ls-tree -r -z HEAD`: modes, names and object ids of all files in Git's order, each ended by
/// a NUL. `previous` is the SHA-256 of the line of the checkpoint before, `none` where there is none.
struct Checkpoint {
  util::Instant time{};
  std::string head;
  std::uint64_t records = 0;
  std::string sha256;
  std::string previous = "none";
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The line of a checkpoint, without line feed.
std::string render_checkpoint(const Checkpoint& checkpoint);
/// Reads the line of a checkpoint, with blanks around it or without. The error names the fault.
tl::expected<Checkpoint, std::string> parse_checkpoint(std::string_view text);
/// Finds the first line of a text that is a checkpoint, as in a mail or a tag. Refuses two different ones.
tl::expected<Checkpoint, std::string> find_checkpoint(std::string_view text);
bool looks_like_checkpoint(std::string_view text);

/// The number of records in a tree and the digest over all its files.
struct TreeDigest {
  std::uint64_t records = 0;
  std::string sha256;
};
TreeDigest digest_tree(const git::ObjectStore& objects, const git::ObjectId& tree);

}  // namespace crmtrack::ledger
