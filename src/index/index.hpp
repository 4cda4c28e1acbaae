#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/ledger.hpp"
#include "policy/policy.hpp"
#include "query/filter.hpp"
#include "query/search.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "story/terms.hpp"

namespace crmtrack::index {

/// Gives the opened ledger; called only when the index must be brought up to date, so that a current one needs no
/// libgit2.
using LedgerProvider = std::function<ledger::Ledger&()>;

/// The disposable SQLite index of the ledger. docs/architecture.md, The index, says when it is used as it is, brought
/// up to date or rebuilt. Nothing trusts it; a corrupt one is rebuilt with a word on stderr by the caller's `notice`.
class Index {
 public:
  struct Options {
    git::Progress progress;
    std::function<void(const std::string&)> notice;  ///< one line for stderr
    bool anew = false;          ///< what is there is not used, but replaced: for those who trust it for nothing
    bool expect_stale = false;  ///< the caller has just written: the index is not looked at before it is brought up
  };
  /// The index of the current heads, brought up to date first (where the folder cannot be written: in memory).
  static Index open(const git::Location& location, const LedgerProvider& ledger, Options options);
  ~Index();
  Index(Index&&) noexcept;

  /// The first of `ledger_heads`; empty where there is none.
  [[nodiscard]] std::string ledger_commit() const;
  /// The commits that have all records of this index behind them: one, but as of a time several where clones had not
  /// met yet.
  [[nodiscard]] std::vector<std::string> ledger_heads() const;
  [[nodiscard]] std::string policy_commit() const;
  /// Parsed on first use.
  [[nodiscard]] const policy::Policy& policy() const;
  /// Which policy files of main have errors, and which version of each is in force; a line each.
  [[nodiscard]] std::vector<std::string> policy_notes() const;

  struct Impl;
  /// The parts behind it, for the code of this module (impl.hpp).
  [[nodiscard]] Impl& impl() const { return *impl_; }

 private:
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::index
