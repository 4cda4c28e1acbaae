#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/object_store.hpp"

namespace crmtrack::ledger {

/// Whether a glob means a path: `*` stands for any text, folders included, `?` for one character.
bool matches_glob(std::string_view glob, std::string_view path);

/// What main may not hold.
struct MainPathFault {
  std::string path, message;
  bool is_grave = false;  ///< it can make policy unreadable, or a checkout fail: not only out of place
};

/// Why a file may not stand on main (DESIGN §2, Trees): main takes `README.md`, the files below `policy/`, and what
/// `main_allows` of settings.yaml lists; a name of Git's own (`.gitattributes`, `.gitmodules`) only where a glob says
/// so in full. nullopt where it may.
std::optional<MainPathFault> main_path_fault(std::string_view path, std::string_view mode,
                                             const std::vector<std::string>& allows);

/// What one tree of main brings that others (of a commit's parents) have not, and main may not hold: at most a thousand
/// paths.
std::vector<MainPathFault> find_main_path_faults(const git::ObjectStore& objects,
                                                 const std::vector<git::ObjectId>& before, const git::ObjectId& tree,
                                                 const std::vector<std::string>& allows);

}  // namespace crmtrack::ledger
