#include "ledger/audit/main_branch.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/object/progress.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/heads.hpp"
#include "ledger/main/judge.hpp"
#include "ledger/main/lost_main.hpp"
#include "ledger/main/policy_in_force.hpp"
#include "ledger/share/push/receipt.hpp"
#include "ledger/share/upstream.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::string_view kTracking = "refs/remotes/";

class MainAudit {
 public:
  MainAudit(const git::Repository& repository, AuditMemory& memory, PastOptions options, const git::Progress& progress,
            std::vector<Finding>& findings)
      : repository_(repository), memory_(memory), options_(options), progress_(progress), findings_(findings) {}

  bool run() {
    const auto head = find_main_head(repository_);
    if (!head) {
      tell_gone();
      return true;
    }
    look_at_heads(head);
    const auto seen = options_.full ? std::nullopt : git::parse_object_id(memory_.main);
    // Somebody with the right by the policy before it may have merged or undone it since, or policy may allow it.
    const bool was_told =
        std::ranges::any_of(memory_.findings, [](const Finding& finding) { return is_of_main(finding.kind); });
    const bool goes_on = seen && !was_told && *seen == *head;
    tell_errors(head->hex());
    if (!goes_on) judge_all(*head);
    memory_.main = head->hex();
    return goes_on;
  }

 private:
  /// Reports a main that is gone. Its last policy stays in force, and nobody may begin another.
  void tell_gone() {
    const auto lost = find_lost_main(repository_, memory_);
    if (!lost) return;
    const std::string was = lost->head.hex().substr(0, 10);
    findings_.push_back({FindingKind::policy_rewritten, Severity::fault, lost->head.hex(), "", "", std::nullopt,
                         lost->is_here ? fmt::format("main is gone; it was at {}", was)
                                       : fmt::format("main is gone, and the commit {} that it was at too", was)});
  }

  /// Judges all of main: its first commits say who may undo or take in a change. It is short.
  void judge_all(const git::ObjectId& head) {
    const AuditedHistory history = walk_history(repository_, std::nullopt, head, progress_);
    MainHistory main(repository_, head.hex());
    judge_main(repository_, history, main,
               {.allows = main_allows_at(repository_, head.hex()),
                .now = options_.now,
                .known = git::parse_object_id(memory_.main),
                .former_heads = [this] { return former_heads(); }},
               findings_);
  }

  /// The heads that others saw main at: by the newest receipts, and by earlier audits.
  [[nodiscard]] std::vector<git::ObjectId> former_heads() const {
    constexpr int kMostReceipts = 1000;
    std::vector<git::ObjectId> heads;
    ReceiptReader receipts(repository_);
    for (int i = 0; i < kMostReceipts; ++i) {
      const auto receipt = receipts.next();
      if (!receipt) break;
      if (const Receipt::Head* const main = receipt->find(git::kMainRef);
          main != nullptr && (heads.empty() || heads.back() != main->commit))
        heads.push_back(main->commit);
    }
    for (const auto& [name, seen] : memory_.main_seen)
      for (const std::string& once : seen)
        if (const auto id = git::parse_object_id(once); id && is_main_of_all(name)) heads.push_back(*id);
    return heads;
  }

  void tell_errors(const std::string& head) {
    for (const PolicyFallback& fallback : load_policy_in_force(repository_, head).fallbacks) {
      if (fallback.fault.file == "signatures.yaml") continue;  // the audit of signatures tells
      findings_.push_back({FindingKind::policy_invalid, Severity::fault, head, "policy/" + fallback.fault.file, "",
                           std::nullopt, describe_fallback(fallback)});
    }
  }

  void look_at_heads(const std::optional<git::ObjectId>& head) {
    std::map<std::string, git::ObjectId> tips;
    for (const git::Reference& reference : git::list_references(repository_, {kTracking}))
      if (reference.name.ends_with("/main")) tips.emplace(reference.name, reference.commit);
    if (head && git::find_branch(repository_, git::kMainRef)) tips.emplace(git::kMainRef, *head);
    std::map<std::string, std::set<std::string>> seen;
    for (const auto& [name, tip] : tips) {
      const std::set<std::string> before = std::exchange(memory_.main_seen[name], {});
      seen[name].insert(tip.hex());
      for (const std::string& once : before) compare(name, tip, git::parse_object_id(once), seen[name]);
      if (options_.forget || is_own(name)) continue;
      for (const git::Move& move : git::read_moves(repository_.location, name)) {
        if (before.contains(move.to.hex())) break;
        if (move.from != git::ObjectId{}) compare(name, tip, move.from, seen[name]);
      }
    }
    memory_.main_seen = std::move(seen);
  }

  /// A head that main had once, against the one that it has now.
  void compare(const std::string& name, const git::ObjectId& tip, const std::optional<git::ObjectId>& once,
               std::set<std::string>& seen) {
    if (!once || is_ancestor(repository_.objects, *once, tip) || !seen.insert(once->hex()).second) return;
    const Severity severity = is_of_other_remote(repository_.settings, name, git::kMainRef) ? Severity::notice
                              : is_own(name)                                                ? Severity::warning
                                                                                            : Severity::fault;
    findings_.push_back({FindingKind::policy_rewritten, severity, once->hex(), "", "", std::nullopt,
                         fmt::format("{} was at {}, which it no longer descends from", git::shown_reference(name),
                                     once->hex().substr(0, 10))});
  }

  /// Whether a main is the user's own. They may amend a commit that nobody else has seen, so for main in a clone only
  /// an audit's memory counts. Others have seen the main of a server or an upstream.
  [[nodiscard]] bool is_own(const std::string& name) const {
    return name == git::kMainRef && !repository_.location.work_tree.empty();
  }

  [[nodiscard]] bool is_main_of_all(const std::string& name) const {
    return !is_own(name) && !is_of_other_remote(repository_.settings, name, git::kMainRef);
  }

  const git::Repository& repository_;
  AuditMemory& memory_;
  PastOptions options_;
  const git::Progress& progress_;
  std::vector<Finding>& findings_;
};

}  // namespace

bool audit_main(const git::Repository& repository, AuditMemory& memory, PastOptions options,
                const git::Progress& progress, std::vector<Finding>& findings) {
  return MainAudit(repository, memory, options, progress, findings).run();
}

bool is_of_main(FindingKind kind) {
  return kind == FindingKind::policy_not_allowed || kind == FindingKind::file_of_main;
}

}  // namespace crmtrack::ledger
