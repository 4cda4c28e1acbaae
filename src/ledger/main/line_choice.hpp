#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/main/authorities.hpp"
#include "ledger/main/history.hpp"
#include "ledger/read/contents.hpp"

namespace crmtrack::ledger {

/// Tells which parent of a merge on main was main before it. Anybody can write a merge whose first parent is their own
/// work, and main as it was the second.
class LineChoice {
 public:
  using Heads = std::function<std::vector<git::ObjectId>()>;

  /// `former_heads` gives heads that main is known to have had; it is asked when the first merge is looked at. All must
  /// outlive this.
  LineChoice(const git::Repository& repository, MainHistory& history, MainAuthorities& authorities, util::Instant now,
             Heads former_heads)
      : repository_(repository),
        history_(history),
        authorities_(authorities),
        now_(now),
        ask_heads_(std::move(former_heads)) {}

  /// The place of that parent. It is the first, except in two cases:
  /// - Another one has a head that main is known to have had, and the first has none that the other lacks.
  /// - Nothing is known, and the merge's author has the right `policy` by the first parent, as before the two parted,
  ///   but not by the other: then that one took the right away, if who changed policy there had the right by the first
  ///   as well, and the author does not choose what main was.
  std::size_t find(const std::string& merge, const std::vector<std::string>& parents);
  /// Whether one parent has a head that main is known to have had, and the other lacks it.
  bool has_former_head(const std::string& one, const std::string& other);

 private:
  const std::vector<git::ObjectId>& former_heads();
  bool took_right_away(const std::string& merge, const std::string& first, const std::string& side);
  bool was_decided(const std::string& first, const std::string& side);
  bool may_change(const Commit& commit, const std::string& policy);

  const git::Repository& repository_;
  MainHistory& history_;
  MainAuthorities& authorities_;
  util::Instant now_;
  Heads ask_heads_;
  std::optional<std::vector<git::ObjectId>> former_heads_;
};

}  // namespace crmtrack::ledger
