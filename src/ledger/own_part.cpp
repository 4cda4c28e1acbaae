#include "ledger/own_part.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/commit_content.hpp"
#include "ledger/histories.hpp"
#include "ledger/mend.hpp"
#include "ledger/merge_commit.hpp"
#include "ledger/overlay_sink.hpp"
#include "ledger/repository.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

class OwnPartSearch {
 public:
  OwnPartSearch(const Repository& repository, const ObjectId& theirs, const ObjectId& ours)
      : repository_(repository), theirs_(theirs), history_(walk_history(repository, theirs, ours, {})) {}

  OwnPart run(const std::vector<std::string>& others, const std::string& author) {
    for (const std::string& commit : others) blocked_.insert(get_object_id(commit));
    OwnPart part;
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) {
      const bool is_own = util::to_lower_ascii(history_.author_of(i)) == util::to_lower_ascii(author);
      if (!look_at(i) && is_own) part.own_waits = true;
    }
    part.head = join_heads();
    return part;
  }

 private:
  /// False where a commit is blocked, or descends from one that is: it waits.
  bool look_at(std::size_t number) {
    const ObjectId id = history_.walk.commits[number].id;
    const auto parents = history_.walk.parents_of(number);
    const auto is_blocked = [&](const ObjectId& commit) { return blocked_.count(commit) != 0; };
    if (is_blocked(id) || std::ranges::any_of(parents, is_blocked)) {
      blocked_.insert(id);
      return false;
    }
    for (const ObjectId& parent : parents) std::erase(heads_, parent);
    heads_.push_back(id);
    return true;
  }

  /// Of several heads, the merges that every clone makes of them.
  std::string join_heads() {
    if (heads_.empty()) return {};
    ObjectId head = theirs_;
    for (const ObjectId& each : heads_) head = is_ancestor(repository_.objects, head, each) ? each : merge(head, each);
    return head.hex();
  }

  ObjectId merge(const ObjectId& one, const ObjectId& other) {
    const auto sink = make_small_sink(repository_, false);
    OverlaySink overlay(*sink, repository_.objects.trees());
    const auto tree_of = [&](const ObjectId& commit) { return repository_.objects.read_commit(commit).tree; };
    const UnitedTree united = unite_by_history(repository_, overlay, tree_of(one), tree_of(other), {one, other});
    const CommitObject commit = compose_merge(repository_.objects, one, other, united.tree,
                                              !united.settled.empty() || !united.undecided.empty());
    const ObjectId id = sink->write(ObjectKind::commit, render_commit(commit));
    sink->finish();
    return id;
  }

  const Repository& repository_;
  ObjectId theirs_;
  AuditedHistory history_;
  std::unordered_set<ObjectId> blocked_;
  std::vector<ObjectId> heads_;
};

}  // namespace

OwnPart Ledger::find_own_part(const std::string& theirs, const std::vector<std::string>& others,
                              const std::string& author) const {
  const auto ours = find_branch(*impl_, kLedgerRef);
  const auto upstream = parse_object_id(theirs);
  if (!ours || !upstream) return {.own_waits = true};
  return OwnPartSearch(*impl_, *upstream, *ours).run(others, author);
}

}  // namespace crmtrack::ledger
