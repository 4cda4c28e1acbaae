#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/push_check.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// Own records that a server refuses, and what else cannot stay without them.
class RefusedRecords {
 public:
  /// Adds those of a server's faults that name a record; false where none of them is new.
  bool add(std::vector<PushFault> faults);
  /// Learns from the own commits what the refused records came after, and adds the records that refer to one of them:
  /// an answer to it, a correction.
  void follow(const ObjectStore& objects, const AuditedHistory& own);

  [[nodiscard]] bool empty() const { return paths_.empty(); }
  /// Whether a file is one of these records, or an attachment of one.
  [[nodiscard]] bool has(std::string_view path) const;
  /// The text of another record where its `after` names one of these: it then names what that one came after. nullopt
  /// where it stays as it is.
  [[nodiscard]] std::optional<std::string> renew(const ObjectStore& objects, std::string_view path,
                                                 const ObjectId& blob) const;
  [[nodiscard]] const std::vector<PushFault>& faults() const { return faults_; }

 private:
  bool add_one(PushFault fault);
  void follow_one(const ObjectStore& objects, const Added& file, const ObjectId& commit);
  [[nodiscard]] std::string find_needed(const record::Record& record) const;

  std::set<std::string> paths_;
  std::map<std::string, std::vector<std::string>> after_;  ///< of each record, by its id
  std::vector<PushFault> faults_;
};

}  // namespace crmtrack::ledger
