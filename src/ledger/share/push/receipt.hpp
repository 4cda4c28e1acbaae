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

/// The reference at which a server keeps its receipts: one commit for each push, the newest at the reference.
inline constexpr const char* kReceiptsRef = "refs/crmtrack/receipts";
/// The refspec by which a clone fetches receipts. Because of the `*`, a server without the reference is no error.
inline constexpr const char* kReceiptsRefspec = "+refs/crmtrack/receipts*:refs/crmtrack/receipts*";

/// The heads of a server's branches at some time by its clock (crmtrack-format(5), "Receipts"). It proves that a commit
/// which its head does not descend from came later, whatever date that commit bears.
struct Receipt {
  struct Head {
    std::string reference;  ///< `refs/heads/ledger`
    git::ObjectId commit;
    std::uint64_t commits = 0;  ///< the number of commits that it descends from, itself included
  };
  util::Instant time{};
  std::vector<Head> heads;
  /// The person with the right `relay` who brought commits of others that are older than the receipt before; empty:
  /// nobody did. The authors do not answer for the time when these came.
  std::string relay = {};

  /// The head of a branch; nullptr where the receipt does not name it.
  [[nodiscard]] const Head* find(std::string_view reference) const;
};

/// The message of a receipt's commit.
std::string render_receipt(const Receipt& receipt);
/// Reads the message of a receipt's commit; nullopt where it is none, or names more branches than a receipt does.
std::optional<Receipt> parse_receipt(std::string_view message);

/// Whether a receipt lies so far in the future that a clock was wrong, or somebody made it up. Then it is no evidence.
bool is_of_future(const Receipt& receipt, util::Instant now);

/// Reads receipts from the newest back, one at a time. Passes over commits that are no receipts. Ends where a commit is
/// absent or has no parent.
class ReceiptReader {
 public:
  explicit ReceiptReader(const git::Repository& repository);
  /// The next receipt; nullopt at the end.
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
