#include "ledger/ledger.hpp"

#include "git/program/identity.hpp"
#include "git/program/quarantine.hpp"
#include "git/program/repository_checks.hpp"
#include "ledger/absent_ledger.hpp"
#include "ledger/heads.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/rule/format.hpp"

namespace crmtrack::ledger {

Ledger::Ledger(git::Repository repository) : repository_(std::make_unique<git::Repository>(std::move(repository))) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Ledger Ledger::open(const git::Location& location, git::Environment environment) {
  Ledger ledger(git::open_repository(location, environment));
  const git::Repository& repository = *ledger.repository_;
  const auto head = find_ledger_head(repository);
  if (!head) refuse_without_ledger(repository);
  refuse_foreign_tree(repository.objects, *head);
  refuse_newer_format(repository, *head);
  return ledger;
}

Ledger Ledger::open_damaged(const git::Location& location, git::Environment environment) {
  Ledger ledger(git::open_repository(location, environment));
  const git::Repository& repository = *ledger.repository_;
  const auto head = find_ledger_head(repository);
  if (!head) refuse_without_ledger(repository);
  refuse_foreign_history(repository.objects, *head);
  refuse_newer_format(repository, *head);
  return ledger;
}

Ledger Ledger::open_receiving(const git::Location& location, git::Environment environment) {
  Ledger ledger(git::open_repository(location, environment));
  git::use_quarantine(*ledger.repository_);
  return ledger;
}

const git::Location& Ledger::location() const { return repository_->location; }

const git::Repository& Ledger::repository() const { return *repository_; }

git::ObjectStore& Ledger::objects() const { return repository_->objects; }

std::string Ledger::head() const {
  if (const auto head = find_ledger_head(*repository_)) return head->hex();
  refuse_without_ledger(*repository_);
}

std::string Ledger::main_head() const { return policy_head(*repository_); }

std::optional<std::string> Ledger::setting(const std::string& key) const { return repository_->settings.find(key); }

git::Signature Ledger::author(util::Timestamp now) const {
  return git::identify(repository_->environment, repository_->settings, git::Role::author, now);
}

}  // namespace crmtrack::ledger
