#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object/object_id.hpp"
#include "git/program/repository.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// Where a server keeps what it had when: one commit for each push, the newest at the reference.
inline constexpr const char* kReceiptsRef = "refs/crmtrack/receipts";
/// What a clone fetches of it. With the `*` a server that has no such reference is no error.
inline constexpr const char* kReceiptsRefspec = "+refs/crmtrack/receipts*:refs/crmtrack/receipts*";

/// What a server's branches were at some time by its clock (crmtrack-format(5), "Receipts"). It proves that a commit
/// which its head does not descend from came later, whatever date that commit bears.
struct Receipt {
  struct Head {
    std::string reference;  ///< `refs/heads/ledger`
    git::ObjectId commit;
    std::uint64_t commits = 0;  ///< that it descends from, itself included
  };
  util::Instant time{};
  std::vector<Head> heads;
  /// Who brought commits of others that are older than the receipt before, with the right to; empty: nobody. Their
  /// authors do not answer for when these came.
  std::string relay = {};

  /// Null where it names no such branch.
  [[nodiscard]] const Head* find(std::string_view reference) const;
};

/// The message of a receipt's commit.
std::string render_receipt(const Receipt& receipt);
/// Reads such a message; nullopt where it is none, or names more branches than a receipt does.
std::optional<Receipt> parse_receipt(std::string_view message);

/// Whether a receipt lies so far in the future that a clock was wrong, or somebody made it up: it is no evidence then.
bool is_of_future(const Receipt& receipt, util::Instant now);

/// Reads receipts from the newest back, one at a time. Commits that are no receipts are passed over; the end is where
/// a commit is absent or has no parent.
class ReceiptReader {
 public:
  explicit ReceiptReader(const git::Repository& repository);
  /// nullopt: there are no more.
  std::optional<Receipt> next();

 private:
  const git::Repository& repository_;
  std::optional<git::ObjectId> at_;
};

/// The newest receipt that is not of the future; nullopt where there is none.
std::optional<Receipt> find_newest_receipt(const git::Repository& repository, util::Instant now);

/// The receipts of the future among the newest thousand, newest first.
std::vector<Receipt> find_future_receipts(const git::Repository& repository, util::Instant now);

}  // namespace crmtrack::ledger
