#include "story/fold/correction_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "story/customer.hpp"
#include "story/fold/complaint_fold.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::story {
namespace {

using policy::Right;
using policy::RightSet;

/// So many corrections of one story are judged by their effect, each by two folds; the others are refused. Nobody
/// means more, and a story made to be long costs nobody's time.
constexpr std::size_t kMostJudged = 64, kLeastJudged = 8, kMostRecords = 200'000;
constexpr std::string_view kNotYet = "not yet";

RightSet guarded() {
  RightSet rights;
  for (const Right right : {Right::close, Right::withdraw, Right::void_, Right::waive}) policy::add(rights, right);
  return rights;
}

/// Fields of words, which change neither a status nor a promise.
bool is_of_words(std::string_view field) {
  constexpr std::array<std::string_view, 8> kWords{"text",        "minutes",  "why",    "sentiment",
                                                   "description", "severity", "reason", "summary"};
  return std::ranges::find(kWords, field) != kWords.end();
}

/// Of the promises of one kind that a record made: how many there are, and what became of them.
struct Tally {
  int all = 0, open = 0, waived = 0;
};

/// The part of a story's state that rights guard.
struct Guarded {
  RightSet ended;  ///< the right by which the complaint came to its end; none where it goes on
  std::map<std::pair<std::string, record::PromiseKind>, Tally> promises;
  std::set<std::string> moved;  ///< records that count on another complaint
};

/// Promises that follow from statuses and targets are left out, as is the answer of a third party that we wait for:
/// nobody stated them, so nobody lets them go.
void add_promises(const std::vector<Promise>& promises, Guarded& guarded) {
  for (const Promise& promise : promises) {
    const bool follows = is_derived(promise.kind) || promise.kind == record::PromiseKind::confirm ||
                         promise.origin == Promise::Origin::wait;
    if (follows) continue;
    Tally& tally = guarded.promises[{promise.of, promise.kind}];
    ++tally.all;
    tally.open += is_open(promise) ? 1 : 0;
    tally.waived += promise.ended == Promise::Ended::waived ? 1 : 0;
  }
}

RightSet right_of_end(record::Status status) {
  RightSet rights;
  if (status == record::Status::closed) policy::add(rights, Right::close);
  if (status == record::Status::withdrawn) policy::add(rights, Right::withdraw);
  if (status == record::Status::void_) policy::add(rights, Right::void_);
  return rights;
}

bool takes_promise(const Guarded& before, const Guarded& after) {
  return std::ranges::any_of(
      before.promises,
      [&](const auto& each) {
        const auto& [name, was] = each;
        if (was.open == 0 || after.moved.contains(name.first)) return false;
        const auto found = after.promises.find(name);
        const Tally is = found == after.promises.end() ? Tally() : found->second;
        return is.all < was.all || is.waived > was.waived;
      });
}

/// Promises that end with a complaint need no right beside the one to end it.
RightSet rights_between(const Guarded& before, const Guarded& after) {
  if (before.ended != after.ended) return before.ended | after.ended;
  RightSet rights;
  if (takes_promise(before, after)) policy::add(rights, Right::waive);
  return rights;
}

std::string refusal_of(std::string_view author, const RightSet& missing) {
  constexpr std::size_t kLongestShown = 100;
  const auto* const first =
      std::ranges::find_if(policy::kRights, [&](Right each) { return policy::contains(missing, each); });
  const std::string_view what =
      *first == Right::waive ? "takes away a promise that is open" : "changes whether and how the complaint has ended";
  return fmt::format("{} may not {}, and this correction {}", util::visible_line(author.substr(0, kLongestShown)),
                     policy::words_of(*first), what);
}

class EffectJudge {
 public:
  EffectJudge(const record::StoryRef& story, const std::set<std::string>& absent, std::vector<Entry>& entries)
      : story_(story), absent_(absent), entries_(entries) {}

  std::vector<RefusedEffect> run() {
    std::vector<RefusedEffect> refused;
    for (std::size_t at = 0; at < entries_.size(); ++at) candidates_.push_back(may_be_refused_for_effect(entries_[at]));
    const std::size_t most =
        std::clamp(kMostRecords / std::max<std::size_t>(entries_.size(), 1), kLeastJudged, kMostJudged);
    std::size_t judged = 0;
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      if (!candidates_[at]) continue;
      Provenance& provenance = entries_[at].provenance;
      const bool is_judged = ++judged <= most;
      const RightSet needed = is_judged ? rights_of_effect(at) : guarded();
      const RightSet missing = needed & ~provenance.may;
      if (missing.none()) continue;
      provenance.refused = is_judged ? refusal_of(provenance.author, missing)
                                     : fmt::format(
                                           "one of more than {} corrections of this story by people who may "
                                           "not end it or let a promise go",
                                           most);
      refused.push_back({at, missing});
    }
    return refused;
  }

 private:
  RightSet rights_of_effect(std::size_t at) {
    std::vector<std::size_t> hidden;
    for (std::size_t other = 0; other < entries_.size(); ++other) {
      if (!entries_[other].counts() || other == at || was_there(other, at)) continue;
      hidden.push_back(other);
      entries_[other].provenance.refused = kNotYet;
    }
    const Guarded after = fold();
    entries_[at].provenance.refused = kNotYet;
    const Guarded before = fold();
    entries_[at].provenance.refused.clear();
    for (const std::size_t other : hidden) entries_[other].provenance.refused.clear();
    return rights_between(before, after);
  }

  /// Whether the ledger had a record when a correction came. A later correction that has to be judged itself does not
  /// count, or two could hide each other.
  [[nodiscard]] bool was_there(std::size_t other, std::size_t correction) const {
    if (other < correction) return true;
    return !candidates_[other] && entries_[other].provenance.recorded_at < entries_[correction].provenance.recorded_at;
  }

  Guarded fold() { return story_.kind == record::StoryKind::customer ? fold_as_customer() : fold_as_complaint(); }

  Guarded fold_as_complaint() {
    static const Terms kTerms;
    static const CustomerBook kNoCustomers;
    static const Moot kNoneMoot;
    Complaint complaint;
    complaint.id = story_.id;
    complaint.entries = std::move(entries_);
    ComplaintFold(complaint, absent_, kTerms, kNoCustomers, kNoneMoot).run();
    Guarded guarded;
    guarded.ended = right_of_end(complaint.status);
    add_promises(complaint.promises, guarded);
    for (const auto& [id, state] : complaint.notes)
      if (!state.moved_to.empty()) guarded.moved.insert(id);
    entries_ = std::move(complaint.entries);
    return guarded;
  }

  Guarded fold_as_customer() {
    Guarded guarded;
    Customer customer = fold_sorted_customer({story_, std::move(entries_), absent_, {}}, {});
    add_promises(customer.promises, guarded);
    entries_ = std::move(customer.entries);
    return guarded;
  }

  const record::StoryRef& story_;
  const std::set<std::string>& absent_;
  std::vector<Entry>& entries_;
  std::vector<bool> candidates_;
};

}  // namespace

bool may_be_refused_for_effect(const Entry& entry) {
  if (entry.record.kind != record::Kind::correction || !entry.counts()) return false;
  if ((guarded() & ~entry.provenance.may).none()) return false;
  const yaml::Node* const set = entry.record.body.find("set");
  return set != nullptr && std::ranges::any_of(set->entries, [](const auto& each) { return !is_of_words(each.first); });
}

std::vector<RefusedEffect> refuse_effects(const record::StoryRef& story, const std::set<std::string>& absent,
                                          std::vector<Entry>& entries) {
  if (std::ranges::none_of(entries, may_be_refused_for_effect)) return {};
  return EffectJudge(story, absent, entries).run();
}

}  // namespace crmtrack::story
