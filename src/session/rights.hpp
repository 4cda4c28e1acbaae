#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "policy/authority.hpp"
#include "record/record.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The rights of the user by the policy in force today: the ledger judges by the same rules what the user writes.
class OwnRights {
 public:
  explicit OwnRights(Session& session);
  /// The rights of the user by another policy than the one that the session has read.
  OwnRights(Session& session, const policy::Policy& policy);

  /// Why the user may not write this record; nullopt where they may.
  [[nodiscard]] std::optional<std::string> refusal(const record::Record& record) const;
  /// Throws Error(refused) where the user may not write this record; the error names why, and who may.
  void require(const record::Record& record) const;
  void require(policy::Right right) const;
  /// Throws Error(refused) where the user may not correct a record that needs these rights.
  void require_to_correct(const policy::RightSet& needed) const;
  /// Throws Error(refused) where the user may record nothing at all.
  void require_known() const;
  /// All rights of the user.
  [[nodiscard]] policy::RightSet all() const;
  /// Throws Error(refused) that names why, and who has the rights that the user lacks.
  [[noreturn]] void refuse(const std::string& why, const policy::RightSet& needed) const;

 private:
  policy::Authority authority_;
  std::string command_, me_, date_;
  mutable std::unordered_map<policy::RightSet, std::optional<std::string>> verdicts_;  ///< an import asks for millions
};

}  // namespace crmtrack::session
