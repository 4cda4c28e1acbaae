#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/main/history.hpp"
#include "ledger/main/policies.hpp"
#include "ledger/rule/policy_lineage.hpp"
#include "policy/authority.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// The author of a commit, as the commit says: who, by which policy (a commit of main; empty: it names none), when, and
/// which policies its ancestors name.
struct Writer {
  std::string_view author;
  std::string_view policy;
  util::Instant time{};
  PolicyLineage::Number lineage = PolicyLineage::kNone;
};

/// The rules about who may write what (docs/domain.md, Who may do what). The writer, the index, the server's hook and
/// `audit` all ask this class.
///
/// A commit is judged by its author, as of the day on which it was made, by the policy that it names. Where it names no
/// commit of main whose policy was in force there, the policy in force at its time judges, if that lists the author,
/// and otherwise the one in force now. Each newer policy that its ancestors name judges too: a record is allowed only
/// if all of them allow it.
///
/// The judge is asked about millions of commits, so it keeps what it has read of a policy.
class Judge {
 public:
  /// Gives the policy files at a commit of main; nullopt where that is no such commit, is not here, or was never in
  /// force.
  using Source = std::function<std::optional<policy::Files>(const std::string& commit)>;
  using AuthorityPtr = std::shared_ptr<const policy::Authority>;

  /// `in_force` is the commit of the policy in force, empty where there is none.
  Judge(std::string in_force, policy::Authority authority, Source source);
  /// Makes the judge of a ledger with main at `main_head`. The repository must outlive it. `policy` is the policy
  /// there, if the caller has read it. `lineage` gives the meaning of the writers' lineage numbers; without it they
  /// have none.
  static Judge of(const git::Repository& repository, const std::string& main_head,
                  const policy::Policy* policy = nullptr, std::shared_ptr<PolicyLineage> lineage = nullptr);

  /// From now on, judges commits as a server judges a push: the policy in force judges as well, unless main replaced
  /// the named one no longer ago than the grace.
  void receive_at(util::Instant now) { received_at_ = now; }
  /// Judges commits that are dated ahead as of this time: a right that begins later has not begun.
  void not_after(util::Instant now) { latest_ = now; }

  /// The reason why a record does not count, for people; nullopt where it counts. For a correction, only its own right
  /// is judged.
  std::optional<std::string> refusal(const Writer& writer, const record::Record& record);
  /// The reason why a correction does not count if the record that it corrects needs these rights.
  std::optional<std::string> refusal_to_correct(const Writer& writer, const policy::RightSet& needed);
  /// The reason why a record that counts would not have counted by the policy of main in force just before its commit's
  /// time, if that policy is newer than the one that the commit names and had replaced it for longer than the grace.
  /// nullopt where the record would have counted, or main's history is not known.
  std::optional<std::string> refusal_then(const Writer& writer, const record::Record& record);
  /// Whether an author has a right.
  bool may(const Writer& writer, policy::Right right);
  /// All rights that an author has.
  policy::RightSet rights(const Writer& writer);
  /// Whether one of the policies that judge the commit does not list its author.
  bool is_stranger(const Writer& writer);
  /// The reason why the policy that a writer names does not know them; nullopt where it does.
  std::optional<std::string> stranger_of(const Writer& writer) { return stranger(authority(writer.policy), writer); }
  /// Whether a commit that names this policy is judged by it, and not by the one in force.
  bool knows(std::string_view policy) { return find(policy).known; }
  /// The rights given by the policy that a commit names.
  const policy::Authority& authority(std::string_view policy) { return *find(policy).authority; }
  /// The policies that judge a commit which names `policy` and has this lineage.
  const std::vector<AuthorityPtr>& authorities(std::string_view policy, PolicyLineage::Number lineage);
  /// The newest policies of main that a commit of this lineage or an ancestor names: one, or several where main forked.
  const std::vector<std::string>& newest(PolicyLineage::Number lineage);
  /// Whether the policy of a commit that main has was ever in force (MainPolicies); false where main's history is not
  /// known.
  bool was_in_force(const std::string& policy);
  /// The history of main; null where it is not known.
  [[nodiscard]] MainHistory* history() const { return history_.get(); }

 private:
  struct Slot {
    AuthorityPtr authority;
    bool known = false;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
  using Newest = std::shared_ptr<const std::vector<std::string>>;

  const Slot& find(std::string_view policy);
  Slot read(const std::string& policy);
  std::vector<AuthorityPtr> collect(const std::string& policy, PolicyLineage::Number lineage);
  bool overrules(const std::string& newest, const std::string& policy);
  [[nodiscard]] bool is_in_grace(const std::string& policy, util::Instant at) const;
  Newest join(const PolicyLineage::Stage& stage);
  [[nodiscard]] std::string policy_of(const Writer& writer);
  [[nodiscard]] std::string date_of(const Writer& writer) const;
  const std::vector<AuthorityPtr>& judging(const Writer& writer);
  std::optional<std::string> refusal_by(const policy::Authority& authority, const Writer& writer,
                                        const policy::RightSet& needed);
  std::optional<std::string> stranger(const policy::Authority& authority, const Writer& writer);

  std::string in_force_;
  std::chrono::seconds grace_ = std::chrono::days(7);
  std::optional<util::Instant> received_at_;
  util::Instant latest_ = util::Instant::max();
  Source source_;
  std::shared_ptr<MainHistory> history_;    ///< may be none
  std::shared_ptr<MainPolicies> policies_;  ///< may be none
  std::shared_ptr<PolicyLineage> lineage_;  ///< may be none
  ByText<Slot> slots_;
  std::unordered_map<PolicyLineage::Number, ByText<std::vector<AuthorityPtr>>> judging_;
  std::string last_policy_;
  PolicyLineage::Number last_lineage_ = PolicyLineage::kNone;
  const std::vector<AuthorityPtr>* last_ = nullptr;
  bool last_known_ = false;  ///< whether main has `last_policy_`
  std::unordered_map<PolicyLineage::Number, Newest> newest_;
  std::map<std::pair<std::string, std::string>, AuthorityPtr> read_;                  ///< by their text
  std::map<const policy::Authority*, ByText<std::optional<std::string>>> strangers_;  ///< of those without dates
};

/// The fault of a record's file, whoever wrote it: malformed, a field with an impossible value, a kind that this
/// version does not know. nullopt where there is none. Such a record in the ledger is shown and changes no state.
std::optional<std::string> content_fault(const record::RecordPath& path, std::string_view text);

}  // namespace crmtrack::ledger
