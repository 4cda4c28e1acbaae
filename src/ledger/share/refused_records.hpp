#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit/audit_history.hpp"
#include "ledger/range.hpp"
#include "ledger/share/push_check.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// Own records that stay out of what is sent: a server refuses them, or what they need is not sent with them. What
/// merely came after one keeps its bytes: a record that `after` names, and that is nowhere, tells that all older ones
/// were known.
class RefusedRecords {
 public:
  /// Adds those of a server's faults that name a record; false where none of them is new.
  bool add(std::vector<PushFault> faults);
  /// Learns which commits of others are left out. Adds the own records that refer to one that is refused or left out
  /// (an answer to it, a correction), or are about a complaint whose own record is left out. False where there are
  /// none.
  bool follow(const git::ObjectStore& objects, const AuditedHistory& own, const std::set<std::size_t>& left_out);

  [[nodiscard]] bool empty() const { return paths_.empty(); }
  /// Whether a file is one of these records, an attachment of one, or an attachment that is itself refused.
  [[nodiscard]] bool has(std::string_view path) const;
  /// What is refused, whatever others send.
  [[nodiscard]] const std::vector<PushFault>& faults() const { return faults_; }
  /// What waits until others have sent what it needs.
  [[nodiscard]] const std::vector<PushFault>& waiting() const { return waiting_; }

 private:
  bool add_one(PushFault fault, bool waits);
  bool follow_one(const git::ObjectStore& objects, const Added& file, const std::string& commit);
  void learn_left_out(const git::ObjectStore& objects, const AuditedHistory& own,
                      const std::set<std::size_t>& left_out);

  std::set<std::string> paths_;
  std::map<std::string, bool> waits_;  ///< by the record's id: whether somebody else brings it again
  std::set<std::string> complaints_;   ///< folders of complaints that somebody else brings again
  std::vector<PushFault> faults_, waiting_;
};

}  // namespace crmtrack::ledger
