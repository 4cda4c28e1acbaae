#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "git/object/object_store.hpp"
#include "git/object/overlay_sink.hpp"

namespace crmtrack::ledger {

/// Whether a file may stand in a ledger: a path and mode of ours, an object that is there, within the bounds of
/// crmtrack-format(5), and in `ledgers/` of a format that this version knows.
bool is_sound_file(const git::ObjectStore& objects, const std::string& path, std::string_view mode,
                   const git::ObjectId& blob);

/// Writes a tree without what may not stand in a ledger, in Git's order and each name once: folders of one name become
/// one, and of files the one with the smallest id stays. nullopt where nothing is left.
std::optional<git::ObjectId> sift_tree(const git::ObjectStore& objects, git::OverlaySink& sink,
                                       const git::ObjectId& tree);

}  // namespace crmtrack::ledger
