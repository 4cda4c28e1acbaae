#pragma once

#include <memory>
#include <optional>
#include <string>

#include "git/object/signature.hpp"
#include "git/program/environment.hpp"
#include "git/reference/location.hpp"
#include "util/time.hpp"

namespace crmtrack::git {
class ObjectStore;
struct Repository;
}  // namespace crmtrack::git

namespace crmtrack::ledger {

/// Git as an append-only ledger, with the policy branch beside it (docs/architecture.md, The data repository). Loads
/// libgit2 when it first needs it. Throws util::Error: repository (7) where the repository is at fault, busy (75) for
/// locks.
class Ledger {
 public:
  /// Opens a data repository (one that has a `ledger` branch, local or tracking). Throws Error(repository) with the way
  /// out for: no ledger branch, a newer format, SHA-256 objects, foreign owner, shallow or partial clones.
  static Ledger open(const git::Location& location, git::Environment environment);
  /// Opens a data repository that may be damaged, to look at it or to mend it: its newest commit may have removed
  /// `ledgers/`.
  static Ledger open_damaged(const git::Location& location, git::Environment environment);
  /// Opens a data repository for a server's hook: before the first push it has no ledger.
  static Ledger open_receiving(const git::Location& location, git::Environment environment);
  /// A ledger in a repository that is opened already.
  explicit Ledger(git::Repository repository);
  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  [[nodiscard]] const git::Location& location() const;
  /// The Git repository, for code that asks Git alone.
  [[nodiscard]] const git::Repository& repository() const;
  /// Its objects. An audit sets how they are read.
  [[nodiscard]] git::ObjectStore& objects() const;
  /// The head of the ledger branch.
  [[nodiscard]] std::string head() const;
  /// The head of main. Where main was lost, the commit of it whose policy is in force; empty where there is none yet.
  [[nodiscard]] std::string main_head() const;
  /// A setting of the user's Git configuration; nullopt where it is not set.
  [[nodiscard]] std::optional<std::string> setting(const std::string& key) const;
  /// The user's identity. Throws Error(refused) with `git config` hints where Git knows no name or address.
  [[nodiscard]] git::Signature author(util::Timestamp now) const;

 private:
  std::unique_ptr<git::Repository> repository_;
};

}  // namespace crmtrack::ledger
