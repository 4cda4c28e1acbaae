#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::git {

/// Whether Git takes this as the name of a file or folder: not empty, no longer than 255 bytes, without a slash, and
/// neither `.`, `..` nor `.git`, also as Windows and macOS spell that (`git~1`, `.git.`, with characters that are not
/// shown).
bool is_git_name(std::string_view name);

struct TreeEntry;

/// Whether Git would write such an entry: a name and mode of Git's, and an object.
bool is_sound_entry(const TreeEntry& entry);

/// What is wrong with a tree by the rules of `git fsck --strict`: a name twice (also of a file and a folder), entries
/// out of order, a name or mode that Git does not write, an id of zeros. As a sentence goes on after the folder's path:
/// `holds 'letter.pdf' twice`; nullopt where nothing is. Throws Error(repository) where the bytes are no tree at all.
std::optional<std::string> find_tree_fault(std::string_view tree);

/// The same of a commit's bytes: `has no author`, `has a date that overflows`, `has a NUL in it`. Text for people that
/// lives for ever.
std::optional<std::string_view> find_commit_fault(std::string_view commit);

}  // namespace crmtrack::git
