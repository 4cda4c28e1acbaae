#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "git/program/repository.hpp"
#include "ledger/rule/signature_check.hpp"
#include "policy/signatures.hpp"

namespace crmtrack::ledger {

/// A digest of a person's keys. A verdict holds as long as it stays the same.
std::string digest_of(const std::vector<policy::Signer>& keys);

/// Verdicts by commit and keys, in a file of our own folder, since verifying one costs the start of a program. It keeps
/// only verdicts that cannot change, so never that a key is missing. Trusted for nothing beyond speed: `audit --full`
/// does without.
class SignatureMemory {
 public:
  /// Loads the memory; empty where there is none, or it is none of ours.
  static SignatureMemory load(const git::Location& location);
  [[nodiscard]] std::optional<SignatureVerdict> find(const git::ObjectId& commit, const std::string& keys) const;
  void remember(const git::ObjectId& commit, const std::string& keys, const SignatureVerdict& verdict);
  /// Saves the memory, if there is something new. Throws Error(repository) where it cannot be written.
  void save(const git::Repository& repository);

 private:
  struct Known {
    std::string keys;
    SignatureVerdict verdict;
  };
  std::unordered_map<git::ObjectId, Known> known_;
  bool is_new_ = false;
};

}  // namespace crmtrack::ledger
