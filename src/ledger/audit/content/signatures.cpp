#include "ledger/audit/content/signatures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ledger/main/policy_files.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/read/range.hpp"
#include "ledger/rule/signature_memory.hpp"
#include "util/digest.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

FindingKind finding_of(SignatureVerdict::State state) {
  if (state == SignatureVerdict::State::bad) return FindingKind::signature_bad;
  return state == SignatureVerdict::State::untrusted ? FindingKind::signature_untrusted
                                                     : FindingKind::signature_unverifiable;
}

std::string describe_verdict(const SignedCommit& commit, const SignatureVerdict& verdict) {
  const std::string author = util::visible_line(commit.author);
  const std::string key = verdict.key.empty() ? "a key" : fmt::format("the key {}", util::visible_line(verdict.key));
  if (verdict.state == SignatureVerdict::State::bad)
    return "its signature does not fit what it says, or its key was revoked";
  if (verdict.state == SignatureVerdict::State::untrusted && commit.came_after) {
    return fmt::format("signed with {}, which policy does not allow {} at the time when it came, after {}", key, author,
                       util::format_utc(*commit.came_after));
  }
  if (verdict.state == SignatureVerdict::State::untrusted)
    return fmt::format("signed with {}, which policy does not allow {} at that time", key, author);
  return fmt::format("its signature cannot be verified: {} is not known to the program that verifies", key);
}

class SignatureAudit {
 public:
  SignatureAudit(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 const policy::Signatures& policy, bool fresh, const git::Progress& progress,
                 std::vector<Finding>& findings)
      : repository_(repository),
        history_(history),
        arrivals_(arrivals),
        policy_(policy),
        progress_(progress),
        findings_(findings),
        memory_(fresh ? SignatureMemory() : SignatureMemory::load(repository.location)) {}

  SignatureCounts run(const std::vector<Finding>& again) {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) look_at(i);
    for (const Finding& finding : again) {
      const auto id = git::parse_object_id(finding.commit);
      if (id) add_signed({*id, finding.author, finding.at.value_or(util::Instant())});
    }
    verify();
    return counts_;
  }

 private:
  void look_at(std::size_t number) {
    const Range::Commit& commit = history_.walk.commits[number];
    const util::Instant time = raise_time(number);
    if (history_.are_signed.count(commit.id) != 0)
      return add_signed({commit.id, history_.author_of(number), commit.time, ended_after(number)});
    if (!policy_.are_required_at(time) || history_.by_nobody.count(commit.id) != 0) return;
    findings_.push_back(
        history_.blame(FindingKind::signature_missing, number, "", "not signed, though policy asks for it"));
  }

  /// When a commit came after, where a key of its author's had ended by then: else the time makes no difference.
  [[nodiscard]] std::optional<util::Instant> ended_after(std::size_t number) const {
    const auto arrival = arrivals_.find(history_.walk.commits[number].id);
    if (arrival == arrivals_.end()) return std::nullopt;
    // The server's word against the server's: it had checked who answers for the commit.
    if (!arrival->second.relay.empty() && arrival->second.witness.kind == Witness::Kind::receipt) return std::nullopt;
    const std::string& author = history_.author_of(number);
    const bool all_hold = policy_.of(author).size() == policy_.of(author, arrival->second.after).size();
    return all_hold ? std::nullopt : std::optional(arrival->second.after);
  }

  /// A commit is no older than its parents, whatever its clock says: else one that was dated back would need no
  /// signature.
  util::Instant raise_time(std::size_t number) {
    if (!policy_.require_from) return {};
    const Range::Commit& commit = history_.walk.commits[number];
    util::Instant time = commit.time;
    for (const git::ObjectId& parent : history_.walk.parents_of(number)) time = std::max(time, time_of(parent));
    times_.emplace(commit.id, time);
    return time;
  }

  util::Instant time_of(const git::ObjectId& commit) {
    const auto [place, is_new] = times_.try_emplace(commit);
    if (is_new) place->second = repository_.objects.read_commit(commit).committer.time;
    return place->second;
  }

  void add_signed(SignedCommit commit) {
    const std::string& keys = keys_of(commit);
    if (const auto known = memory_.find(commit.id, keys)) {
      ++counts_.known;
      return tell(commit, *known);
    }
    waiting_.push_back(std::move(commit));
  }

  const std::string& keys_of(const SignedCommit& commit) {
    const auto [place, is_new] = keys_.try_emplace({commit.author, commit.came_after});
    if (is_new) place->second = digest_of(policy_.of(commit.author, commit.came_after));
    return place->second;
  }

  /// A part at a time: what was verified is kept, should somebody interrupt.
  void verify() {
    constexpr std::size_t kPart = 1024;
    const SignatureCheck check(repository_, policy_);
    for (std::size_t from = 0; from < waiting_.size(); from += kPart) {
      const auto begin = waiting_.begin() + static_cast<std::ptrdiff_t>(from);
      const std::vector<SignedCommit> part(
          begin, begin + static_cast<std::ptrdiff_t>(std::min(kPart, waiting_.size() - from)));
      const auto verdicts = check.verify(part, [&](std::size_t done) {
        stop_if_interrupted(progress_);
        if (progress_.report) progress_.report(from + done, waiting_.size());
      });
      for (std::size_t i = 0; i < part.size(); ++i) {
        memory_.remember(part[i].id, keys_of(part[i]), verdicts[i]);
        tell(part[i], verdicts[i]);
      }
      counts_.verified += part.size();
      save();
    }
  }

  void save() {
    try {
      memory_.save(repository_);
    } catch (const util::Error&) {
      // It is verified again the next time.
    }
  }

  void tell(const SignedCommit& commit, const SignatureVerdict& verdict) {
    if (verdict.state == SignatureVerdict::State::good) return;
    const FindingKind kind = finding_of(verdict.state);
    const bool required = policy_.are_required_at(std::max(commit.time, known_time(commit.id)));
    // Where no signature has to be, one that proves nothing is no worse than none; one that is false is.
    const bool is_late = verdict.state == SignatureVerdict::State::untrusted && commit.came_after;
    const bool is_fault = required || is_late || verdict.state == SignatureVerdict::State::bad;
    findings_.push_back({kind, is_fault ? Severity::fault : Severity::warning, commit.id.hex(), "", commit.author,
                         commit.time, describe_verdict(commit, verdict)});
  }

  [[nodiscard]] util::Instant known_time(const git::ObjectId& commit) const {
    const auto found = times_.find(commit);
    return found == times_.end() ? util::Instant() : found->second;
  }

  const git::Repository& repository_;
  const AuditedHistory& history_;
  const Arrivals& arrivals_;
  const policy::Signatures& policy_;
  const git::Progress& progress_;
  std::vector<Finding>& findings_;
  SignatureMemory memory_;
  std::unordered_map<git::ObjectId, util::Instant> times_;
  std::map<std::pair<std::string, std::optional<util::Instant>>, std::string> keys_;
  std::vector<SignedCommit> waiting_;
  SignatureCounts counts_;
};

}  // namespace

SignaturePolicy load_signature_policy(const git::Repository& repository, std::vector<Finding>& findings) {
  constexpr const char* kFile = "signatures.yaml";
  SignaturePolicy policy;
  const std::string main = policy_head(repository);
  const PolicyInForce in_force = load_policy_in_force(repository, main, {kFile});
  const auto text = in_force.files.find(kFile);
  policy.digest = text == in_force.files.end() ? "none" : util::sha256_hex(text->second);
  std::vector<policy::Finding> wrong;
  policy.signatures = policy::load_signatures(in_force.files, wrong);
  for (const PolicyFallback& fallback : in_force.fallbacks) {
    findings.push_back(
        {FindingKind::policy_invalid, Severity::fault, main, "", "", std::nullopt, describe_fallback(fallback)});
  }
  return policy;
}

SignatureCounts audit_signatures(const git::Repository& repository, const AuditedHistory& history,
                                 const Arrivals& arrivals, const policy::Signatures& policy,
                                 const std::vector<Finding>& again, bool fresh, const git::Progress& progress,
                                 std::vector<Finding>& findings) {
  if (!policy.ask()) return {};
  return SignatureAudit(repository, history, arrivals, policy, fresh, progress, findings).run(again);
}

}  // namespace crmtrack::ledger
