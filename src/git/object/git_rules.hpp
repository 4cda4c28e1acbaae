#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::git {

/// Whether Git takes this as the name of a file or folder: not empty, at most 255 bytes, without a slash, and neither
/// `.`, `..` nor `.git`, also as Windows and macOS spell these (`git~1`, `.git.`, with invisible characters).
bool is_git_name(std::string_view name);

struct TreeEntry;

/// Whether Git would write such an entry: it has a name and mode of Git's, and an object.
bool is_sound_entry(const TreeEntry& entry);

/// The first fault of a tree by the rules of `git fsck --strict`: a name twice (also of a file and a folder), entries
/// out of order, a name or mode that Git does not write, an id of zeros. Its words go on after the folder's path:
/// `holds 'letter.pdf' twice`. nullopt where there is none. Throws Error(repository) where the bytes are no tree at
/// all.
std::optional<std::string> find_tree_fault(std::string_view tree);

/// The largest commit with its message (1 MiB): everybody who reads a history reads each message, and keeps it for
/// ever.
inline constexpr std::size_t kLargestCommit = 1U << 20U;
/// The fault of one that is larger.
inline constexpr std::string_view kCommitTooLarge = "is larger than 1 MiB";

/// The first fault of a commit by the rules of `git fsck`: `has no author`, `has a date that overflows`,
/// `has a NUL in it`; else kCommitTooLarge. nullopt where there is none. The text, for people, lives for ever.
std::optional<std::string_view> find_commit_fault(std::string_view commit);

}  // namespace crmtrack::git
