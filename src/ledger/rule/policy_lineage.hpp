#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/read/range_walk.hpp"

namespace crmtrack::ledger {

/// The policies that the commits of a ledger and their ancestors name. Roles never go back along a line of history:
/// whatever a commit names itself, the newest policy that its ancestors name judges it as well (docs/domain.md, Who may
/// do what).
///
/// Commits whose ancestors name one set of policies share a number. Of a million commits a few hundred numbers are
/// left: one for each time that policy changed, and some for the merges between. The Judge knows which of the policies
/// main has and which is newer, since main moves on.
class PolicyLineage {
 public:
  using Number = std::uint32_t;
  static constexpr Number kNone = 0;  ///< neither the commit nor any ancestor names a policy

  struct Stage {
    std::string policy;                   ///< that the commits of this stage name; may be empty
    std::vector<Number> before;           ///< of the parents of its first commit
    std::optional<git::ObjectId> unread;  ///< the stage of a commit that nobody has looked at yet
  };

  PolicyLineage() : stages_(1) {}
  /// Continues with stages that were kept elsewhere; the first is that of kNone.
  explicit PolicyLineage(std::vector<Stage> stages);

  /// The number of a commit that names `policy` (empty: none) and whose parents have these numbers.
  Number next(std::span<const Number> parents, std::string_view policy);
  /// A number for a commit whose ancestors are read only if somebody asks; see `read_with`.
  Number of_unread(const git::ObjectId& commit);
  /// Sets the reader of unread commits.
  void read_with(std::function<Number(const git::ObjectId&)> reader) { reader_ = std::move(reader); }

  /// The stage of a number; reads one that is unread.
  const Stage& stage(Number number);
  /// The stage of a number, without reading one that is unread.
  [[nodiscard]] const Stage& peek(Number number) const { return stages_[number]; }
  [[nodiscard]] std::size_t size() const { return stages_.size(); }

 private:
  [[nodiscard]] bool names_nearby(Number from, Number wanted, std::string_view policy) const;
  std::vector<Number> reduce(std::span<const Number> parents) const;
  static std::string key_of(std::span<const Number> parents, std::string_view policy);

  std::vector<Stage> stages_;
  std::unordered_map<std::string, Number> known_;
  std::unordered_map<git::ObjectId, Number> unread_;
  std::function<Number(const git::ObjectId&)> reader_;
};

/// Finds the number of a commit when the numbers of only some of its ancestors are known: walks back to those.
class LineageFinder {
 public:
  using Known = std::function<std::optional<PolicyLineage::Number>(const git::ObjectId&)>;
  LineageFinder(const git::ObjectStore& objects, PolicyLineage& lineage, Known known)
      : objects_(objects), lineage_(lineage), known_(std::move(known)) {}

  PolicyLineage::Number find(const git::ObjectId& commit);

 private:
  const git::ObjectStore& objects_;
  PolicyLineage& lineage_;
  Known known_;
  std::unordered_map<git::ObjectId, PolicyLineage::Number> found_;
};

/// Numbers the commits of a walk; `outside` gives the number of a parent that is not part of it.
void number_lineages(Walk& walk, PolicyLineage& lineage,
                     const std::function<PolicyLineage::Number(const git::ObjectId&)>& outside);

}  // namespace crmtrack::ledger
