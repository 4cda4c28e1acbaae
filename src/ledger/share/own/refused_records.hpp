#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/check.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// Own records that stay out of a push: a server refuses them, or they need records that are not sent. A record that
/// merely came after one of them keeps its bytes: an `after` that names an absent record means that all older ones were
/// known.
class RefusedRecords {
 public:
  /// Adds the records that a server's faults name; false where none of them is new.
  bool add(std::vector<PushFault> faults);
  /// Learns which commits of others are left out. Adds the own records that refer to a refused or left-out record (an
  /// answer to it, a correction), or are about a complaint whose own record is left out. False where there are none.
  bool follow(const git::ObjectStore& objects, const AuditedHistory& own, const std::set<std::size_t>& left_out);

  [[nodiscard]] bool empty() const { return paths_.empty(); }
  /// Whether a file is one of these records, an attachment of one, or an attachment that is itself refused.
  [[nodiscard]] bool has(std::string_view path) const;
  /// The records that are refused, whatever others send.
  [[nodiscard]] const std::vector<PushFault>& faults() const { return faults_; }
  /// The records that wait until others have sent the records that they need.
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
