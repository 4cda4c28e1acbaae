#include "story/fold/updates.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "story/fold/due_times.hpp"

namespace crmtrack::story {

namespace {

using record::PromiseKind;

bool is_commitment_to_customer(const Promise& promise) {
  return promise.kind == PromiseKind::commitment && promise.debtor == Debtor::us && !is_to_us(promise);
}

}  // namespace

/// Goes through what happened by its time, and keeps the update that is open.
class Updates::Sweep {
 public:
  Sweep(Groundwork& ground, const Clocks& clocks, const query::Row& facts, const Waits& waits, Complaint& complaint)
      : ground_(ground), clocks_(clocks), facts_(facts), waits_(waits.waiting().list()), complaint_(complaint) {}

  void apply(const Touch& touch) {
    switch (touch.what) {
      case Touch::What::again:
        is_over_ = false;
        ++cycle_;
        return;
      case Touch::What::theirs:
        if (is_over_) return;
        if (!open_) begin(touch);
        has_asked_ = true;
        return;
      case Touch::What::ours:
        if (open_ && touch.at >= open_->start_at) settle(Promise::Ended::kept, touch);
        if (!open_ && !is_over_ && commitments_ > 0) begin(touch);
        return;
      case Touch::What::undertaken:
        ++commitments_;
        return;
      case Touch::What::done:
        return take_off(touch);
      case Touch::What::over:
        if (open_) settle(Promise::Ended::void_, touch);
        is_over_ = true;
        return;
      case Touch::What::waived:
        return waive(touch);
    }
  }

  void finish() {
    if (!open_) return;
    open_->who = complaint_.owner;
    work_out_due(*open_, pauses_until(waits_, std::nullopt));
    complaint_.promises.push_back(std::move(*open_));
  }

 private:
  /// A commitment of ours has ended. An update that was owed for it alone is owed no more, unless the record that ended
  /// it keeps the update as well.
  void take_off(const Touch& touch) {
    --commitments_;
    if (open_ && !has_asked_ && commitments_ <= 0 && !touch.is_contact) settle(Promise::Ended::void_, touch);
  }

  void begin(const Touch& touch) {
    Promise promise;
    promise.kind = PromiseKind::update;
    promise.of = ground_.id_of(touch.index);
    promise.creditor = "customer";
    promise.what = "tell the customer how things stand";
    promise.start_at = touch.at;
    promise.cycle = cycle_;
    start_clock(promise, clocks_, facts_);
    // Where policy sets no target for updates, nobody owes any.
    if (promise.clock != nullptr) open_ = std::move(promise);
    has_asked_ = false;
  }

  void settle(Promise::Ended how, const Touch& touch) {
    open_->ended = how;
    open_->settled_at = touch.at;
    open_->settled_by = ground_.id_of(touch.index);
    open_->who = complaint_.owner;
    work_out_due(*open_, pauses_until(waits_, touch.at));
    open_->restated = came_late(*open_, ground_.recorded_at(touch.index));
    complaint_.promises.push_back(std::move(*open_));
    open_.reset();
    has_asked_ = false;
  }

  void waive(const Touch& touch) {
    if (open_ && (!touch.of || ground_.id_of(*touch.of) == open_->of)) return settle(Promise::Ended::waived, touch);
    ground_.remark(touch.index, "waives no open promise");
  }

  Groundwork& ground_;
  const Clocks& clocks_;
  const query::Row& facts_;
  std::vector<calendar::Pause> waits_;
  Complaint& complaint_;
  std::optional<Promise> open_;
  int commitments_ = 0;     ///< of ours to the customer that are open
  bool has_asked_ = false;  ///< the customer has been in touch since it began
  bool is_over_ = false;
  int cycle_ = 1;
};

void Updates::waive(const Reading& waiver, std::optional<int> of) {
  touches_.push_back({waiver.at(), Touch::What::waived, waiver.index, of});
}

void Updates::finish(Groundwork& ground, const Clocks& clocks, const query::Row& facts, const Waits& waits,
                     Complaint& complaint) {
  if (touches_.empty()) return;
  drop_last_words();
  add_commitments(ground, complaint.promises);
  std::stable_sort(touches_.begin(), touches_.end(), [](const Touch& a, const Touch& b) {
    return std::tie(a.at, a.what, a.index) < std::tie(b.at, b.what, b.index);
  });
  Sweep sweep(ground, clocks, facts, waits, complaint);
  for (const Touch& touch : touches_) sweep.apply(touch);
  sweep.finish();
}

/// A record that settles the case is no question to be answered.
void Updates::drop_last_words() {
  std::set<int> last;
  for (const Touch& touch : touches_)
    if (touch.what == Touch::What::over) last.insert(touch.index);
  std::erase_if(touches_,
                [&](const Touch& touch) { return touch.what == Touch::What::theirs && last.contains(touch.index); });
}

void Updates::add_commitments(const Groundwork& ground, const std::vector<Promise>& promises) {
  std::set<int> told;
  for (const Touch& touch : touches_)
    if (touch.what == Touch::What::ours) told.insert(touch.index);
  for (const Promise& promise : promises) {
    if (!is_commitment_to_customer(promise)) continue;
    touches_.push_back({promise.start_at, Touch::What::undertaken, ground.find(promise.of)});
    if (is_open(promise)) continue;
    const int by = ground.find(promise.settled_by);
    touches_.push_back({promise.settled_at.value_or(promise.start_at), Touch::What::done, by, {}, told.contains(by)});
  }
}

}  // namespace crmtrack::story
