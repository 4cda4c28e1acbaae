#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ledger/ledger.hpp"
#include "policy/authority.hpp"
#include "record/path.hpp"
#include "record/record.hpp"

namespace crmtrack::ledger {

/// Who a commit says its author is, by which policy they went (a commit of main; empty: it names none), and when.
struct Writer {
  std::string_view author;
  std::string_view policy;
  util::Instant time{};
};

/// The content rules of DESIGN §2 that need policy: who may write what. One for the writer, the index, the server's
/// hook and `audit`. A commit is judged by its author, by the policy that it names, as of the day on which it was made;
/// one that names no commit of main that is here, by the policy in force. Asked of millions: what it has read of a
/// policy it keeps.
class Judge {
 public:
  /// The policy files at a commit of main; nullopt where that is none, or is not here.
  using Source = std::function<std::optional<policy::Files>(const std::string& commit)>;

  /// `in_force` is the commit of the policy in force, empty where there is none.
  Judge(std::string in_force, policy::Authority authority, Source source);
  /// The judge of a ledger with main at `main_head`, which must outlive it; `policy` is what stands there, if the
  /// caller has read it.
  static Judge of(const Ledger& ledger, const std::string& main_head, const policy::Policy* policy = nullptr);

  /// Why a record does not count, in words for people; nullopt where it does.
  std::optional<std::string> refusal(const Writer& writer, const record::Record& record);
  /// Why a record that counts would not have by the policy of main in force just before its commit's time, where that
  /// is newer than the policy that the commit names; nullopt where it would, or main's history is not known.
  std::optional<std::string> refusal_then(const Writer& writer, const record::Record& record);
  /// The same of a commit on main; `policy` is the commit before it.
  std::optional<std::string> policy_refusal(const Writer& writer);
  /// Whether an author has a right.
  bool may(const Writer& writer, policy::Right right);
  /// Whether a commit that names this policy is judged by it, and not by the one in force.
  bool knows(std::string_view policy) { return find(policy).known; }
  /// What the policy that a commit names says of who may do what.
  const policy::Authority& authority(std::string_view policy) { return *find(policy).authority; }

 private:
  struct Slot {
    std::shared_ptr<const policy::Authority> authority;
    bool known = false;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  const Slot& find(std::string_view policy);
  Slot read(const std::string& policy);
  std::optional<std::string> stranger(const policy::Authority& authority, const Writer& writer);

  /// The commit of main in force just before a time, if it is newer than another; else empty.
  using Newer = std::function<std::string(const std::string& policy, util::Instant before)>;

  std::string in_force_;
  Source source_;
  Newer newer_;  ///< may be none
  ByText<Slot> slots_;
  std::string last_policy_;
  const Slot* last_ = nullptr;
  std::map<std::pair<std::string, std::string>, std::shared_ptr<const policy::Authority>> read_;  ///< by their text
  std::map<const policy::Authority*, ByText<std::optional<std::string>>> strangers_;  ///< of those without dates
};

/// What is wrong with a record's file whoever wrote it: malformed, a field that cannot be meant, a kind that this
/// version does not know. What is in the ledger all the same is shown and changes no state.
std::optional<std::string> content_fault(const record::RecordPath& path, std::string_view text);

}  // namespace crmtrack::ledger
