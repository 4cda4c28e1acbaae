#include "ledger/rule/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/main/policy_in_force.hpp"
#include "policy/load.hpp"
#include "record/open.hpp"
#include "record/validate.hpp"
#include "story/correction_rights.hpp"
#include "story/needed_rights.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

policy::Authority authority_of(const policy::Files& files) { return policy::Authority(policy::load_rights(files)); }

/// The policy files that judge a commit, as they were in force at a commit of main.
policy::Files files_to_judge_by(const git::Repository& repository, const std::string& commit) {
  return load_policy_in_force(repository, commit, {"people.yaml", "rights.yaml", "settings.yaml"}).files;
}

}  // namespace

Judge::Judge(std::string in_force, policy::Authority authority, Source source)
    : in_force_(std::move(in_force)), source_(std::move(source)) {
  slots_[in_force_] = {std::make_shared<policy::Authority>(std::move(authority)), !in_force_.empty()};
}

Judge Judge::of(const git::Repository& repository, const std::string& main_head, const policy::Policy* policy,
                std::shared_ptr<PolicyLineage> lineage) {
  auto history = std::make_shared<MainHistory>(repository, main_head);
  auto policies = std::make_shared<MainPolicies>(repository, history);
  const auto source = [&repository, policies](const std::string& commit) -> std::optional<policy::Files> {
    if (!policies->was_in_force(commit)) return std::nullopt;
    return files_to_judge_by(repository, commit);
  };
  const policy::Policy loaded =
      policy != nullptr ? policy::Policy() : policy::load_rights(files_to_judge_by(repository, main_head));
  const policy::Policy& in_force = policy != nullptr ? *policy : loaded;
  Judge judge(main_head, policy::Authority(in_force), source);
  judge.grace_ = in_force.settings.grace;
  judge.history_ = std::move(history);
  judge.policies_ = std::move(policies);
  judge.lineage_ = std::move(lineage);
  return judge;
}

std::optional<std::string> Judge::refusal(const Writer& writer, const record::Record& record) {
  const policy::RightSet needed = story::needed_rights(record);
  for (const AuthorityPtr& authority : judging(writer))
    if (auto why = refusal_by(*authority, writer, needed)) return why;
  return std::nullopt;
}

std::optional<std::string> Judge::refusal_to_correct(const Writer& writer, const policy::RightSet& needed) {
  if (needed.none()) return std::nullopt;
  const policy::RightSet missing = needed & ~rights(writer);
  return missing.none() ? std::nullopt : std::optional(story::correction_refusal(writer.author, missing));
}

std::optional<std::string> Judge::refusal_then(const Writer& writer, const record::Record& record) {
  if (!history_) return std::nullopt;
  const std::string policy = policy_of(writer);
  if (policy == in_force_) return std::nullopt;
  const std::string then = history_->newer_than(policy, writer.time);
  if (then.empty() || is_in_grace(policy, writer.time)) return std::nullopt;
  return refusal_by(*find(then).authority, writer, story::needed_rights(record));
}

bool Judge::may(const Writer& writer, policy::Right right) { return policy::contains(rights(writer), right); }

policy::RightSet Judge::rights(const Writer& writer) {
  policy::RightSet rights = policy::kEveryRight;
  const std::string date = date_of(writer);
  for (const AuthorityPtr& authority : judging(writer)) {
    for (const policy::Right right : policy::kRights)
      if (authority->refusal(writer.author, right, date)) rights.reset(static_cast<std::size_t>(right));
  }
  return rights;
}

bool Judge::is_stranger(const Writer& writer) {
  return std::ranges::any_of(
      judging(writer), [&](const AuthorityPtr& authority) { return stranger(*authority, writer).has_value(); });
}

/// The day for which directory and rights are asked: that of the commit, but not after `latest_`.
std::string Judge::date_of(const Writer& writer) const {
  return policy::authority_date(std::min(writer.time, latest_));
}

std::optional<std::string> Judge::refusal_by(const policy::Authority& authority, const Writer& writer,
                                             const policy::RightSet& needed) {
  if (auto why = stranger(authority, writer)) return why;
  if (needed.none()) return std::nullopt;
  return authority.refusal(writer.author, needed, date_of(writer));
}

/// Why the directory does not list the writer; nullopt where it does. In a directory without dates the address alone
/// decides, so the answer is kept by address.
std::optional<std::string> Judge::stranger(const policy::Authority& authority, const Writer& writer) {
  if (authority.is_dated()) return authority.stranger(writer.author, date_of(writer));
  auto& known = strangers_[&authority];
  const auto found = known.find(writer.author);
  if (found != known.end()) return found->second;
  return known.emplace(writer.author, authority.stranger(writer.author, {})).first->second;
}

/// The commit of main whose policy judges the writer's commit: the one that it names, where main has it. Main may have
/// lost it by a rebase before the push. Then the policy in force at the commit's time judges, so that a later policy
/// does not undo a record that counted. That holds only if this policy lists the author: a commit's date is a claim,
/// and a date before there was a directory makes nobody one of us.
std::string Judge::policy_of(const Writer& writer) {
  if (policies_ && !find(writer.policy).known) {
    std::string then = policies_->in_force_at(writer.time);
    if (!then.empty() && find(then).authority->lists(writer.author)) return then;
  }
  return std::string(writer.policy);
}

const std::vector<Judge::AuthorityPtr>& Judge::judging(const Writer& writer) {
  // The last answer serves again only for a policy that main has: for any other, author and time choose the policy.
  if (last_known_ && last_lineage_ == writer.lineage && last_policy_ == writer.policy) return *last_;
  return authorities(policy_of(writer), writer.lineage);
}

const std::vector<Judge::AuthorityPtr>& Judge::authorities(std::string_view policy, PolicyLineage::Number lineage) {
  if (last_ != nullptr && last_lineage_ == lineage && last_policy_ == policy) return *last_;
  auto& known = judging_[lineage];
  auto found = known.find(policy);
  if (found == known.end()) {
    std::string name(policy);
    auto collected = collect(name, lineage);
    found = known.emplace(std::move(name), std::move(collected)).first;
  }
  last_policy_ = policy;
  last_known_ = find(policy).known;
  last_lineage_ = lineage;
  last_ = &found->second;  // an unordered map leaves its elements where they are
  return *last_;
}

std::vector<Judge::AuthorityPtr> Judge::collect(const std::string& policy, PolicyLineage::Number lineage) {
  const Slot& own = find(policy);
  std::vector<AuthorityPtr> all{own.authority};
  const auto add = [&](const std::string& commit) {
    const AuthorityPtr& authority = find(commit).authority;
    if (std::ranges::none_of(all, [&](const AuthorityPtr& each) { return *each == *authority; }))
      all.push_back(authority);
  };
  const bool is_newest = own.known && policy == in_force_;
  if (!is_newest && lineage_ && history_) {
    for (const std::string& newest : newest(lineage))
      if (!own.known || overrules(newest, policy)) add(newest);
  }
  if (received_at_ && own.known && !is_newest && !is_in_grace(policy, *received_at_)) add(in_force_);
  return all;
}

/// Whether the newer policy `newest` judges beside `policy`. Where neither has the other in its history, it does,
/// unless it left directory and rights as they were in their common history.
bool Judge::overrules(const std::string& newest, const std::string& policy) {
  if (history_->contains(policy, newest)) return false;
  if (history_->contains(newest, policy)) return true;
  const std::vector<std::string> common = history_->common(newest, policy);
  const policy::Authority& authority = *find(newest).authority;
  return common.empty() || std::ranges::any_of(common, [&](const std::string& commit) {
           return !(*find(commit).authority == authority);
         });
}

bool Judge::is_in_grace(const std::string& policy, util::Instant at) const {
  const auto replaced = policies_ ? policies_->replaced_at(policy) : std::nullopt;
  return !replaced || at <= *replaced + grace_;
}

bool Judge::was_in_force(const std::string& policy) { return policies_ && policies_->was_in_force(policy); }

const std::vector<std::string>& Judge::newest(PolicyLineage::Number lineage) {
  static const std::vector<std::string> kNothing;
  if (!lineage_ || !history_) return kNothing;
  std::vector<PolicyLineage::Number> waiting{lineage};
  while (!waiting.empty()) {
    const PolicyLineage::Number number = waiting.back();
    const PolicyLineage::Stage& stage = lineage_->stage(number);
    const auto missing =
        std::ranges::find_if(stage.before, [&](PolicyLineage::Number before) { return !newest_.contains(before); });
    if (missing != stage.before.end() && !newest_.contains(number)) {
      waiting.push_back(*missing);
      continue;
    }
    waiting.pop_back();
    if (!newest_.contains(number)) newest_.emplace(number, join(stage));
  }
  return *newest_.at(lineage);
}

/// The newest policies of a stage: the policy that it names and those of the stages before it, without any that another
/// one has in its history.
Judge::Newest Judge::join(const PolicyLineage::Stage& stage) {
  const bool names = !stage.policy.empty() && was_in_force(stage.policy);
  if (!names && stage.before.size() == 1) return newest_.at(stage.before.front());
  std::vector<std::string> all;
  if (names) all.push_back(stage.policy);
  for (const PolicyLineage::Number before : stage.before) {
    for (const std::string& policy : *newest_.at(before)) {
      const auto has_it = [&](const std::string& each) { return history_->contains(each, policy); };
      if (std::ranges::any_of(all, has_it)) continue;
      std::erase_if(all, [&](const std::string& each) { return history_->contains(policy, each); });
      all.push_back(policy);
    }
  }
  std::sort(all.begin(), all.end());
  return std::make_shared<const std::vector<std::string>>(std::move(all));
}

const Judge::Slot& Judge::find(std::string_view policy) {
  auto found = slots_.find(policy);
  if (found == slots_.end()) {
    std::string name(policy);
    Slot slot = read(name);
    found = slots_.emplace(std::move(name), std::move(slot)).first;
  }
  return found->second;
}

Judge::Slot Judge::read(const std::string& policy) {
  const AuthorityPtr in_force = slots_.find(in_force_)->second.authority;
  auto files = policy.empty() ? std::nullopt : source_(policy);
  if (!files) return {in_force, false};
  auto& known = read_[{(*files)["people.yaml"], (*files)["rights.yaml"]}];
  if (!known) known = std::make_shared<policy::Authority>(authority_of(*files));
  return {known, true};
}

std::optional<std::string> content_fault(const record::RecordPath& path, std::string_view text) {
  const auto record = record::open(path, text);
  if (!record) return record.error().message;
  if (auto fault = record::fault_of(*record); !fault.empty()) return fault;
  if (path.kind != record::Kind::unknown) return std::nullopt;
  return fmt::format("'{}' is no kind of record that this version knows", util::visible_line(path.kind.name()));
}

}  // namespace crmtrack::ledger
