#pragma once

#include <optional>
#include <string_view>

#include "git/object/tree.hpp"

namespace crmtrack::git {

/// The part in which two trees differ; most pairs differ in one entry. Views into the bytes of both trees.
struct TreeMiddle {
  std::string_view older, newer;           ///< the entries between the common beginning and the common end
  std::optional<TreeEntry> before, after;  ///< the entries around them, equal in both
};

TreeMiddle find_middle(std::string_view older, std::string_view newer);

/// Whether `git fsck` accepts the newer tree, given that it accepts the older one. False where the difference alone
/// cannot tell.
bool is_sound_middle(const TreeMiddle& middle);

}  // namespace crmtrack::git
