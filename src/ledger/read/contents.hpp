#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "git/object/signature.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// A commit, with its ids as text.
struct Commit {
  std::string id;
  std::vector<std::string> parents;
  git::Signature author, committer;
  std::string message;
  std::string signature;  ///< the raw signature header; empty: unsigned
};

/// A file in the ledger.
struct File {
  std::string path;
  std::string blob;  ///< object id
};

/// Whether an id is that of a commit that can be read: of those that Git's fsck refuses libgit2 does not read all.
bool is_commit(const git::Repository& repository, const std::string& id);
/// Throws Error(repository) where it cannot be read.
Commit read_commit(const git::Repository& repository, const std::string& id);
/// The tree of all that a commit holds. Throws Error(repository) where it cannot be read.
git::ObjectId root_of(const git::Repository& repository, const std::string& commit);
/// The text of a file at a commit; nullopt where it has none there. Throws Error(refused) where it is over the limit.
std::optional<std::string> find_file(const git::Repository& repository, const std::string& commit,
                                     const std::string& path, std::size_t limit);
/// The files under a folder at a commit, in path order; empty where there is no such folder.
std::vector<File> list_files(const git::Repository& repository, const std::string& commit, const std::string& folder);

}  // namespace crmtrack::ledger
