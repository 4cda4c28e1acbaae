#include "ledger/ledger.hpp"

#include "git/program/identity.hpp"
#include "git/program/quarantine.hpp"
#include "git/program/repository_checks.hpp"
#include "ledger/absent_ledger.hpp"
#include "ledger/impl.hpp"
#include "ledger/main/policy_files.hpp"
#include "ledger/rule/format.hpp"

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

const git::Repository& Ledger::repository() const { return *impl_; }

std::string Ledger::head() const {
  if (const auto head = find_ledger_head(*impl_)) return head->hex();
  refuse_without_ledger(impl_->location, impl_->settings);
}

std::string Ledger::main_head() const { return policy_head(*impl_); }

std::optional<std::string> Ledger::find_file(const std::string& commit, const std::string& path,
                                             std::size_t limit) const {
  return ledger::find_file(*impl_, commit, path, limit);
}

std::vector<File> Ledger::list(const std::string& commit, const std::string& folder) const {
  return list_files(*impl_, commit, folder);
}

Commit Ledger::commit(const std::string& id) const { return read_commit(*impl_, id); }

std::map<std::string, std::string> Ledger::policy_files(const std::string& main_commit,
                                                        std::map<std::string, std::string>* unreadable) const {
  return ledger::policy_files(*impl_, main_commit, unreadable);
}

std::string Ledger::policy_object(const std::string& main_commit) const {
  return ledger::policy_object(*impl_, main_commit);
}

Range Ledger::range(const std::string& older, const std::string& newer, const git::Progress& progress,
                    const std::optional<LineageReader>& lineage) const {
  return read_range(*impl_, older, newer, progress, lineage);
}

std::optional<std::string> Ledger::setting(const std::string& key) const { return impl_->settings.find(key); }

git::Signature Ledger::author(util::Timestamp now) const {
  return git::identify(impl_->environment, impl_->settings, git::Role::author, now);
}

}  // namespace crmtrack::ledger
