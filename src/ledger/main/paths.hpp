#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/object_store.hpp"

namespace crmtrack::ledger {

/// Whether a glob means a path: `*` stands for any text, folders included, `?` for one character.
bool matches_glob(std::string_view glob, std::string_view path);

/// The reason why main may not hold a file.
struct MainPathFault {
  std::string path, message;
  bool is_grave = false;  ///< it can make policy unreadable, or a checkout fail; it is not merely out of place
};

/// The reason why a file may not stand on main; nullopt where it may. main takes `README.md`, the files below
/// `policy/`, and those that `main_allows` of settings.yaml lists. It takes a name of Git's own (`.gitattributes`,
/// `.gitmodules`) only where a glob names it in full.
std::optional<MainPathFault> main_path_fault(std::string_view path, std::string_view mode,
                                             const std::vector<std::string>& allows);

/// Names in the top folder of main, and in those of policy, that stand there twice or out of Git's order: not every Git
/// can check such a folder out. At most a thousand.
std::vector<MainPathFault> find_main_name_faults(const git::ObjectStore& objects, const git::ObjectId& tree);

/// The files in one tree of main that others (of a commit's parents) have not, and that main may not hold: at most a
/// thousand paths.
std::vector<MainPathFault> find_main_path_faults(const git::ObjectStore& objects,
                                                 const std::vector<git::ObjectId>& before, const git::ObjectId& tree,
                                                 const std::vector<std::string>& allows);

}  // namespace crmtrack::ledger
