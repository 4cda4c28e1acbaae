#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// Which content of a path came first, by what the commits descend from: whatever dates they claim. Reads the whole
/// history of its heads, so only what differs is worth asking about.
class FirstContents {
 public:
  FirstContents(const Repository& repository, const std::vector<ObjectId>& heads, const std::set<std::string>& paths);

  /// The content that a commit added where none of its parents had the path, and that every commit that added another
  /// one has in its history. nullopt where there is none: nobody added it, or two did without each other.
  [[nodiscard]] std::optional<ObjectId> find(const std::string& path) const;

 private:
  struct Addition {
    ObjectId commit, blob;
  };
  [[nodiscard]] bool comes_before_others(const std::vector<Addition>& additions, const ObjectId& blob) const;

  const Repository& repository_;
  std::map<std::string, std::vector<Addition>> additions_;
};

}  // namespace crmtrack::ledger
