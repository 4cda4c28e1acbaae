#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "git/program/repository.hpp"
#include "policy/authority.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// Who may do what by the policies of commits of main, whether or not they were ever in force. Keeps what it has read.
class MainAuthorities {
 public:
  /// `repository` must outlive it.
  explicit MainAuthorities(const git::Repository& repository) : repository_(repository) {}

  const policy::Authority& at(const std::string& commit);
  /// The reason why somebody may not change policy by that of a commit, at a time; nullopt where they may.
  std::optional<std::string> policy_refusal(std::string_view author, const std::string& commit, util::Instant time);

 private:
  using AuthorityPtr = std::shared_ptr<const policy::Authority>;

  AuthorityPtr load(const std::string& commit);

  const git::Repository& repository_;
  std::unordered_map<std::string, AuthorityPtr> known_;   ///< by commit
  std::unordered_map<std::string, AuthorityPtr> loaded_;  ///< by the objects of two files that both have no errors
};

}  // namespace crmtrack::ledger
