#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <tl/expected.hpp>

#include "yaml/node.hpp"

namespace crmtrack::policy {

/// A side of a merge.
enum class Side : std::uint8_t { ours, theirs };

/// The commit that last changed an entry on one side.
struct LastChange {
  std::int64_t time = 0;    ///< of the committer, in seconds since 1970
  std::string commit;       ///< its id
  bool is_of_both = false;  ///< the other side has that commit too, and has gone on from it
  friend auto operator<=>(const LastChange& a, const LastChange& b) {
    return std::tie(a.time, a.commit) <=> std::tie(b.time, b.commit);
  }
  friend bool operator==(const LastChange& a, const LastChange& b) { return (a <=> b) == 0; }
};
/// Looks up the commit that last changed (or removed) the entry with this key on a side.
using FindLastChange = std::function<LastChange(Side side, const std::string& key)>;

/// An entry that both sides changed, each in its own way. The side that committed first stands.
struct Clash {
  std::string key;                          ///< by key_of_entry
  std::optional<yaml::Node> stands, other;  ///< nullopt: that side removed the entry
  std::string stands_commit, other_commit;  ///< the commits that made them so
  Side standing = Side::ours;
};

/// A policy file merged entry by entry.
struct MergedSheet {
  std::string text;
  std::vector<Clash> clashes;  ///< in the order of their keys
};

/// Merges two versions of a policy file that both come from `base`, entry by entry. An entry is known by its key (see
/// key_of_entry).
/// - An entry that one side added, changed or removed is taken from that side.
/// - A change that both sides made is one change.
/// - Of an entry that both sides changed differently, the one committed first stands (time, then commit id); the other
///   one is a clash.
/// - Comments and order are those of `ours`; an entry comes with the comments above it. An added entry follows the
///   entry that it follows on its own side; of several at one place, the one committed first comes first.
///
/// Unexpected: why a version cannot be read by entries; then only a person can merge the file.
tl::expected<MergedSheet, std::string> merge_sheets(std::string_view file, std::string_view base, std::string_view ours,
                                                    std::string_view theirs, const FindLastChange& last_change);

/// The text with the value of one entry replaced, added where it is missing, or taken out (nullopt). Unexpected where
/// the text cannot be read by entries. The key of an entry to add is that of `value`.
tl::expected<std::string, std::string> put_entry(std::string_view file, std::string_view text, std::string_view key,
                                                 const std::optional<yaml::Node>& value);

}  // namespace crmtrack::policy
