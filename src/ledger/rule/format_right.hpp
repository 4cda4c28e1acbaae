#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/program/repository.hpp"
#include "ledger/read/range.hpp"
#include "ledger/rule/format.hpp"
#include "policy/authority.hpp"

namespace crmtrack::ledger {

/// Who may raise a ledger's format: a file of `ledgers/` with a number that this version does not know locks everybody
/// out who has this version, so it needs the right `policy`, by what main says here or at the upstream. One that
/// somebody else added is not in force.
class FormatRight {
 public:
  explicit FormatRight(const git::Repository& repository);

  /// Why an author may not add this file of `ledgers/`; nullopt where they may, or the number is one that we know.
  [[nodiscard]] std::optional<std::string> refusal(const git::ObjectId& blob, std::string_view author,
                                                   util::Instant time) const;

 private:
  [[nodiscard]] const std::vector<policy::Authority>& in_force() const;

  const git::Repository& repository_;
  mutable std::optional<std::vector<policy::Authority>> in_force_;  ///< read when it is first asked for
};

/// Adds a fault for each file of `ledgers/` in a range that raised the format without the right. Whether `newer`, where
/// the range ends, has none of these any more.
bool judge_formats(const git::Repository& repository, const git::ObjectId& newer, const Range& range,
                   std::vector<Range::Fault>& faults);

/// Whether a file that stood in `ledgers/` when `commit`, or a parent of it, was made raised the format without the
/// right: then it may go again.
bool is_refused_format(const git::Repository& repository, const std::string& path, const git::ObjectId& blob,
                       const git::ObjectId& commit);

}  // namespace crmtrack::ledger
