#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// Which content of a path came first, by what the commits descend from: whatever dates they claim. Reads the whole
/// history of its heads, so only what differs is worth asking about.
class FirstContents {
 public:
  FirstContents(const git::Repository& repository, const std::vector<git::ObjectId>& heads,
                const std::set<std::string>& paths);

  /// The content that a commit added where none of its parents had the path, and that every commit that added another
  /// one has in its history. nullopt where there is none: nobody added it, or two did without each other.
  [[nodiscard]] std::optional<git::ObjectId> find(const std::string& path) const;

 private:
  struct Addition {
    git::ObjectId commit, blob;
  };
  [[nodiscard]] bool comes_before_others(const std::vector<Addition>& additions, const git::ObjectId& blob) const;

  const git::Repository& repository_;
  std::map<std::string, std::vector<Addition>> additions_;
};

}  // namespace crmtrack::ledger
