#include "ledger/share/own/part.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "git/reference/branch_names.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/share/own/mend.hpp"
#include "ledger/share/own/rewrite.hpp"
#include "util/text/case.hpp"

namespace crmtrack::ledger {
namespace {

/// Tells the faults for which a server would refuse a push that makes `head` its ledger.
using PushJudge = std::function<std::vector<PushFault>(const std::string& head)>;

/// Takes out what the server refuses, again and again, until nothing of what is left is refused for itself.
class OwnPartSearch {
 public:
  OwnPartSearch(const git::Repository& repository, const git::ObjectId& theirs, const git::ObjectId& ours,
                PushJudge judge, const std::set<std::string>& former, util::Timestamp now)
      : repository_(repository),
        theirs_(theirs),
        ours_(ours),
        judge_(std::move(judge)),
        former_(former),
        now_(now),
        history_(read_own()),
        author_(git::identify(repository.environment, repository.settings, git::Role::author, now).email) {
    for (std::size_t i = 0; i < history_.walk.commits.size(); ++i) numbers_.emplace(history_.walk.commits[i].id, i);
  }

  OwnPart run(const std::vector<std::string>& others) {
    for (const std::string& commit : others) waiting_.insert(git::get_object_id(commit));
    unwanted_ = waiting_;
    OwnPart part{.head = ours_.hex()};
    if (!unwanted_.empty()) part.head = rewrite();
    for (part.faults = judge_(part.head); learn(part.faults); part.faults = judge_(part.head)) part.head = rewrite();
    part.refused = refused_.faults();
    part.waiting = refused_.waiting();
    if (!rewrite_) return part;
    part.of_others = rewrite_->left_out().size();
    for (const std::size_t commit : rewrite_->left_out()) part.authors.insert(history_.author_of(commit));
    for (const git::ObjectId& commit : rewrite_->replaced()) {
      if (unwanted_.count(commit) != 0 && is_former(commit)) part.taken_over.insert(author_of(commit));
      part.made_anew += history_.by_nobody.count(commit) == 0 && !is_of_others(commit) ? 1 : 0;
    }
    return part;
  }
  /// The rewrite that wrote the head; null where the head is the branch's own.
  [[nodiscard]] const OwnRewrite* written() const { return rewrite_.get(); }

 private:
  [[nodiscard]] AuditedHistory read_own() const {
    AuditedHistory history = walk_history(repository_, theirs_, ours_, {});
    read_history(repository_, history, {});
    return history;
  }

  /// Commits first: a record may be refused only since another commit adds it as well. False where nothing is new.
  bool learn(const std::vector<PushFault>& faults) {
    bool is_new = false;
    for (const PushFault& fault : faults) {
      const auto commit = fault.is_note ? std::nullopt : git::parse_object_id(fault.commit);
      if (!commit || numbers_.count(*commit) == 0) continue;  // made anew: what could go is gone
      if (is_of_others(*commit) || is_former(*commit) || theirs_has(fault))
        is_new = unwanted_.insert(*commit).second || is_new;
    }
    return is_new || refused_.add(faults);
  }

  [[nodiscard]] bool is_of_others(const git::ObjectId& commit) const {
    const auto number = numbers_.find(commit);
    return number != numbers_.end() && history_.by_nobody.count(commit) == 0 && !is_former(commit) &&
           util::to_lower_ascii(history_.author_of(number->second)) != util::to_lower_ascii(author_);
  }

  [[nodiscard]] std::string author_of(const git::ObjectId& commit) const {
    return history_.author_of(numbers_.at(commit));
  }

  [[nodiscard]] bool is_former(const git::ObjectId& commit) const {
    const auto number = numbers_.find(commit);
    return number != numbers_.end() && former_.count(util::to_lower_ascii(history_.author_of(number->second))) != 0;
  }

  /// Whether the own commit adds what the server has already, with the same bytes.
  [[nodiscard]] bool theirs_has(const PushFault& fault) const {
    if (fault.path.empty()) return false;
    const git::ObjectStore& objects = repository_.objects;
    const auto there = objects.find_path(objects.read_commit(theirs_).tree, fault.path);
    const auto here = objects.find_path(objects.read_commit(ours_).tree, fault.path);
    return there && here && there->first.id() == here->first.id();
  }

  std::string rewrite() {
    std::string head;
    do {
      rewrite_ = std::make_unique<OwnRewrite>(repository_, theirs_, read_own(), now_, refused_);
      rewrite_->leave_out(unwanted_, waiting_);
      rewrite_->rewrite_former(former_);
      rewrite_->find_refused();
      head = rewrite_->write().hex();
    } while (refused_.follow(repository_.objects, history_, rewrite_->left_out()));
    return head;
  }

  const git::Repository& repository_;
  git::ObjectId theirs_, ours_;
  PushJudge judge_;
  std::set<std::string> former_;  ///< the user's other addresses
  util::Timestamp now_;
  AuditedHistory history_;
  std::string author_;
  std::unordered_map<git::ObjectId, std::size_t> numbers_;
  std::unordered_set<git::ObjectId> unwanted_, waiting_;
  RefusedRecords refused_;
  std::unique_ptr<OwnRewrite> rewrite_;
};

}  // namespace

OwnPart find_own_part(const Ledger& ledger, const std::string& theirs, const std::string& main,
                      const std::vector<std::string>& others, const Pusher& pusher, util::Timestamp now) {
  const auto ours = git::find_branch(ledger.repository(), git::kLedgerRef);
  if (!ours) return {.head = theirs};
  const auto judge = [&](const std::string& head) {
    return foresee_push(ledger, {git::kLedgerRef, theirs, head}, main, pusher);
  };
  return beside_repacks([&] {
    return OwnPartSearch(ledger.repository(), git::get_object_id(theirs), *ours, judge, pusher.former, now).run(others);
  });
}

std::optional<OwnMended> keep_own_part(Ledger& ledger, const std::string& theirs, const std::string& main,
                                       const std::vector<std::string>& others, const Pusher& pusher,
                                       util::Timestamp now) {
  const auto ours = git::find_branch(ledger.repository(), git::kLedgerRef);
  if (!ours) return std::nullopt;
  const auto judge = [&](const std::string& head) {
    return foresee_push(ledger, {git::kLedgerRef, theirs, head}, main, pusher);
  };
  return beside_repacks([&]() -> std::optional<OwnMended> {
    OwnPartSearch search(ledger.repository(), git::get_object_id(theirs), *ours, judge, pusher.former, now);
    const OwnPart part = search.run(others);
    if (search.written() == nullptr || !part.waiting.empty()) return std::nullopt;
    OwnMended mended{.before = ours->hex(), .head = part.head, .kept_as = {}, .left_out = part.refused};
    mended.commits = search.written()->replaced().size();
    mended.taken_over = part.taken_over;
    if (land_mended(ledger.repository(), *search.written(), mended, now)) return mended;
    throw util::Error(util::ErrorKind::busy, "cannot write to the ledger: others keep writing", {"try again"});
  });
}

}  // namespace crmtrack::ledger
