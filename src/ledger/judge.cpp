#include "ledger/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "record/kinds.hpp"
#include "story/needed_rights.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

/// Main's history, walked when it is first asked for.
class MainHistory {
 public:
  MainHistory(const Ledger& ledger, std::string head) : ledger_(ledger), head_(std::move(head)) {}

  bool has(const std::string& commit) {
    if (!walked_) walk();
    return commits_.contains(commit);
  }

  std::string newer_than(const std::string& commit, util::Instant before) {
    if (!has(commit)) return {};
    if (line_.empty()) follow_first_parents();
    // Of a million records nearly all go by what was main's head when they were written.
    const auto place = places_.find(commit);
    if (place != places_.end() && (place->second == 0 || line_[place->second - 1].second >= before)) return {};
    const auto in_force = std::find_if(line_.begin(), line_.end(), [&](const auto& it) { return it.second < before; });
    if (in_force == line_.end() || ledger_.is_ancestor(in_force->first, commit)) return {};
    return in_force->first;
  }

 private:
  void follow_first_parents() {
    std::string at = head_;
    while (commits_.contains(at)) {
      Commit commit = ledger_.commit(at);
      places_.emplace(at, line_.size());
      line_.emplace_back(std::move(at), commit.committer.time);
      at = commit.parents.empty() ? std::string() : std::move(commit.parents.front());
    }
  }

  void walk() {
    walked_ = true;
    std::vector<std::string> waiting;
    if (!head_.empty()) waiting.push_back(head_);
    while (!waiting.empty()) {
      std::string commit = std::move(waiting.back());
      waiting.pop_back();
      // Main may have been rewritten since an index was made of it, and what it was be gone.
      if (commits_.contains(commit) || !ledger_.find_revision(commit)) continue;
      for (std::string& parent : ledger_.commit(commit).parents) waiting.push_back(std::move(parent));
      commits_.insert(std::move(commit));
    }
  }

  const Ledger& ledger_;
  std::string head_;
  std::unordered_set<std::string> commits_;
  std::vector<std::pair<std::string, util::Instant>> line_;  ///< what was main's head, newest first, and since when
  std::unordered_map<std::string, std::size_t> places_;
  bool walked_ = false;
};

policy::Authority authority_of(const policy::Files& files) { return policy::Authority(policy::load(files)); }

/// Of the files, those that say who may do what.
policy::Files of_authority(policy::Files files) {
  std::erase_if(files, [](const auto& file) { return file.first != "people.yaml" && file.first != "rights.yaml"; });
  return files;
}

}  // namespace

Judge::Judge(std::string in_force, policy::Authority authority, Source source)
    : in_force_(std::move(in_force)), source_(std::move(source)) {
  slots_[in_force_] = {std::make_shared<policy::Authority>(std::move(authority)), !in_force_.empty()};
}

Judge Judge::of(const Ledger& ledger, const std::string& main_head, const policy::Policy* policy) {
  auto history = std::make_shared<MainHistory>(ledger, main_head);
  const auto source = [&ledger, history](const std::string& commit) -> std::optional<policy::Files> {
    if (!history->has(commit)) return std::nullopt;
    return of_authority(ledger.policy_files(commit));
  };
  Judge judge(
      main_head,
      policy != nullptr ? policy::Authority(*policy) : authority_of(of_authority(ledger.policy_files(main_head))),
      source);
  judge.newer_ = [history](const std::string& commit, util::Instant before) {
    return history->newer_than(commit, before);
  };
  return judge;
}

std::optional<std::string> Judge::refusal(const Writer& writer, const record::Record& record) {
  const policy::Authority& authority = *find(writer.policy).authority;
  if (auto why = stranger(authority, writer)) return why;
  const policy::RightSet needed = story::needed_rights(record);
  if (needed.none()) return std::nullopt;
  return authority.refusal(writer.author, needed, policy::authority_date(writer.time));
}

std::optional<std::string> Judge::refusal_then(const Writer& writer, const record::Record& record) {
  if (!newer_ || writer.policy == in_force_) return std::nullopt;
  const std::string then = newer_(std::string(writer.policy), writer.time);
  return then.empty() ? std::nullopt : refusal({writer.author, then, writer.time}, record);
}

std::optional<std::string> Judge::policy_refusal(const Writer& writer) {
  return authority(writer.policy).refusal(writer.author, policy::Right::policy, policy::authority_date(writer.time));
}

bool Judge::may(const Writer& writer, policy::Right right) {
  return !authority(writer.policy).refusal(writer.author, right, policy::authority_date(writer.time));
}

/// Where a directory has no dates, who is in it is known by the address alone.
std::optional<std::string> Judge::stranger(const policy::Authority& authority, const Writer& writer) {
  if (authority.is_dated()) return authority.stranger(writer.author, policy::authority_date(writer.time));
  auto& known = strangers_[&authority];
  const auto found = known.find(writer.author);
  if (found != known.end()) return found->second;
  return known.emplace(writer.author, authority.stranger(writer.author, {})).first->second;
}

const Judge::Slot& Judge::find(std::string_view policy) {
  if (last_ != nullptr && last_policy_ == policy) return *last_;
  auto found = slots_.find(policy);
  if (found == slots_.end()) {
    std::string name(policy);
    Slot slot = read(name);
    found = slots_.emplace(std::move(name), std::move(slot)).first;
  }
  last_policy_ = policy;
  last_ = &found->second;  // an unordered map leaves its elements where they are
  return *last_;
}

Judge::Slot Judge::read(const std::string& policy) {
  const std::shared_ptr<const policy::Authority> in_force = slots_.find(in_force_)->second.authority;
  auto files = policy.empty() ? std::nullopt : source_(policy);
  if (!files) return {in_force, false};
  auto& known = read_[{(*files)["people.yaml"], (*files)["rights.yaml"]}];
  if (!known) known = std::make_shared<policy::Authority>(authority_of(*files));
  return {known, true};
}

std::optional<std::string> content_fault(const record::RecordPath& path, std::string_view text) {
  const auto record = record::parse(path.record_id, path.kind, text);
  if (!record) return record.error().message;
  if (auto fault = record::fault_of(*record); !fault.empty()) return fault;
  if (record::find_kind(path.kind) != nullptr) return std::nullopt;
  return fmt::format("'{}' is no kind of record that this version knows", util::visible_line(path.kind));
}

}  // namespace crmtrack::ledger
