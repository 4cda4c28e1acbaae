#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/program/repository.hpp"
#include "ledger/share/push/check.hpp"

namespace crmtrack::ledger {

/// By what the tags of checkpoints in one push are judged.
struct PushedTagRules {
  std::vector<git::ObjectId> ledger_heads;  ///< the ledger that is here, and the one that is pushed
  std::vector<PushedReference> pushed;      ///< the whole push
  std::function<bool()> may_relay;          ///< whether the pusher may bring what others made
  std::function<bool()> may_delete;         ///< whether the pusher has the right `policy`
  std::function<bool(const std::string& email)> is_one_of_ours;  ///< whether the directory has them
};

/// Judges the checkpoint tags of one push. A tag is taken where it is a checkpoint that its pusher made, who is in the
/// directory where that lists anybody, says nothing besides, has a time that can be, follows a checkpoint that is here
/// (or none), and holds for the ledger: then it proves something, and nobody may move or delete it. One that does not
/// hold may be deleted by whoever has the right `policy`.
class PushedTags {
 public:
  PushedTags(const git::Repository& repository, const Pusher& pusher, PushedTagRules rules);
  /// Why a change of one tag is refused; nullopt where it is taken.
  std::optional<std::string> find_fault(const PushedReference& reference);

 private:
  [[nodiscard]] std::optional<std::string> find_deletion_fault(const PushedReference& reference);
  [[nodiscard]] std::optional<std::string> find_maker_fault(const PushedReference& reference);
  [[nodiscard]] bool has_line(const std::string& digest);

  const git::Repository& repository_;
  const Pusher& pusher_;
  PushedTagRules rules_;
  std::optional<std::set<std::string>> lines_;  ///< digests of all that are here, or come with the push
  std::size_t compared_ = 0;                    ///< tags; each comparison reads all folders of the ledger
};

}  // namespace crmtrack::ledger
