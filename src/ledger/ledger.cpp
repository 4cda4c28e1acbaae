#include "ledger/ledger.hpp"

#include "git/program/identity.hpp"
#include "git/program/quarantine.hpp"
#include "git/program/repository_checks.hpp"
#include "ledger/absent_ledger.hpp"
#include "ledger/format.hpp"
#include "ledger/impl.hpp"
#include "ledger/main/lost_main.hpp"

namespace crmtrack::ledger {

Ledger::Ledger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Ledger Ledger::open(const git::Location& location, git::Environment environment) {
  auto impl = std::make_unique<Impl>(Impl{git::open_repository(location, environment)});
  const auto head = find_ledger_head(*impl);
  if (!head) refuse_without_ledger(location, impl->settings);
  refuse_foreign_tree(impl->objects, *head);
  refuse_newer_format(*impl, *head);
  return Ledger(std::move(impl));
}

Ledger Ledger::open_damaged(const git::Location& location, git::Environment environment) {
  auto impl = std::make_unique<Impl>(Impl{git::open_repository(location, environment)});
  const auto head = find_ledger_head(*impl);
  if (!head) refuse_without_ledger(location, impl->settings);
  refuse_foreign_history(impl->objects, *head);
  refuse_newer_format(*impl, *head);
  return Ledger(std::move(impl));
}

Ledger Ledger::open_receiving(const git::Location& location, git::Environment environment) {
  auto impl = std::make_unique<Impl>(Impl{git::open_repository(location, environment)});
  git::use_quarantine(*impl);
  return Ledger(std::move(impl));
}

const git::Location& Ledger::location() const { return impl_->location; }

std::string Ledger::head() const {
  if (const auto head = find_ledger_head(*impl_)) return head->hex();
  refuse_without_ledger(impl_->location, impl_->settings);
}

std::string Ledger::main_head() const {
  auto head = find_main_head(*impl_);
  if (!head) head = find_policy_of_ledger(*impl_);
  return head ? head->hex() : std::string();
}

std::optional<std::string> Ledger::setting(const std::string& key) const { return impl_->settings.find(key); }

git::Signature Ledger::author(util::Timestamp now) const {
  return git::identify(impl_->environment, impl_->settings, git::Role::author, now);
}

}  // namespace crmtrack::ledger
