#pragma once

#include <optional>
#include <string_view>

#include "git/object/tree.hpp"

namespace crmtrack::git {

/// What two trees differ in: most are the other one with an entry more. Views into both trees' bytes.
struct TreeMiddle {
  std::string_view older, newer;           ///< the entries between what both begin with and what both end with
  std::optional<TreeEntry> before, after;  ///< the entries around them, the same in both
};

TreeMiddle find_middle(std::string_view older, std::string_view newer);

/// Whether the newer tree is as `git fsck` wants it, given that the older one is; false where that takes a look at all
/// of it.
bool is_sound_middle(const TreeMiddle& middle);

}  // namespace crmtrack::git
