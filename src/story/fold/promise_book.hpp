#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/vocabulary.hpp"
#include "story/clocks.hpp"
#include "story/complaint.hpp"
#include "story/fold/readings.hpp"
#include "story/promise.hpp"
#include "story/promise_name.hpp"

namespace crmtrack::story {

using record::PromiseKind;

/// Who stands for what while a story is folded; the fold keeps it up to date.
struct Parties {
  std::string owner;
  std::string customer;  ///< the customer's slug
  std::string contact;   ///< the customer's person, where one is named
  int cycle = 1;
};

/// A promise, or all of a record, that another record answers: the entry, and the promise's number or 0.
struct Answered {
  int origin = 0;
  int n = 0;
};

/// Opens and settles the promises of one story, record by record (docs/domain.md, Promises). A promise of ours is kept
/// only by something that was sent; a promise of theirs only by something that they acknowledged.
class PromiseBook {
 public:
  PromiseBook(Groundwork& ground, const Parties& parties, const Clocks& clocks, const query::Row& facts,
              std::vector<Promise>& promises)
      : ground_(ground), parties_(parties), clocks_(clocks), facts_(facts), promises_(promises) {}

  /// Opens a promise that the complaint itself brings about, begun at `start`: the one to acknowledge always, another
  /// one where policy has a target for it. Its place among the promises; none where nobody owes it.
  std::optional<std::size_t> open_derived(const Reading& complaint, PromiseKind kind, std::string what);
  /// Keeps a derived promise by the first record that did it, whatever was recorded first.
  void keep_first(PromiseKind kind, const Reading& reading);
  /// Opens the promise of `who` to do a step of the plan. Its place among the promises.
  std::size_t open_step(const Reading& agreed, std::string who, std::string what, std::optional<util::Instant> due);
  /// Keeps the promise at a place.
  void keep(std::size_t at, const Reading& reading) { settle(promises_[at], Promise::Ended::kept, reading); }
  /// Waives the promise at a place.
  void let_go(std::size_t at, const Reading& reading) { settle(promises_[at], Promise::Ended::waived, reading); }
  /// Settles the promise at a place anew where the reading is evidence that it was kept earlier.
  void restate_at(std::size_t at, const Reading& reading) { restate(promises_[at], reading); }
  /// Gives the promise at a place another due time; its first one stays.
  void set_due(std::size_t at, util::Instant due) { set_due(promises_[at], due); }
  /// Voids the derived promises of a kind.
  void drop(PromiseKind kind, const Reading& reading);
  /// Opens a promise again that was settled: its clock goes on.
  void take_up(std::size_t at);
  [[nodiscard]] Promise& at(std::size_t place) { return promises_[place]; }
  [[nodiscard]] std::size_t count() const { return promises_.size(); }
  /// The severity changed: targets are read again, from the same start.
  void read_targets_again();
  /// Settles the promises that an activity answers, and opens those that it makes or expects.
  void apply_activity(const Reading& reading, record::Evidence evidence);
  /// Applies an answer that was communicated: nothing is left to acknowledge, and only the newest answer waits for
  /// confirmation.
  void apply_resolution(const Reading& resolution, record::Evidence evidence);
  void expect_confirmation(const Reading& resolution, record::Evidence evidence);
  /// Applies the customer's verdict on our answer, accepted or rejected: it keeps the promise to confirm where its
  /// evidence is at least `acknowledged`, and voids it otherwise.
  void apply_verdict(const Reading& reading, record::Evidence evidence);
  /// Voids the promise to confirm: the customer said nothing, and that was taken for acceptance.
  void drop_verdict(const Reading& reading);

  /// Opens the promise of `who` to accept an escalation, and voids those of others that nobody has answered: the case
  /// moved past their rungs. A promise that the same person owes already goes on as it is.
  void ask_to_accept(const Reading& escalation, std::string who);
  /// Voids the promises to accept that nobody has answered: the case moved past their rungs.
  void supersede_accepts(const Reading& escalation);
  /// Keeps the promise to accept that an answer to this rung, addressed to `who`, is about.
  void keep_accept(const Rung& rung, const Reading& answer);

  /// Makes the open promises of ours that one person owes another person's.
  void hand_over(std::string_view from, std::string_view to);

  void waive(const Reading& waiver);
  /// Sets another due time for the open promise that a change names (`promise`, `due`).
  void reschedule(const Reading& change, const yaml::Node& set);
  /// Begins to wait: a third party owes the answer that we wait for, or the customer's promise gets that due time.
  void begin_wait(const Reading& change, const yaml::Node& set);
  /// Whether the answer of the third party that we waited for came with `reading`.
  [[nodiscard]] bool was_answered(int wait, const Reading& reading) const;
  /// Voids the answer that we waited for: the waiting has ended without it.
  void end_wait(int wait, const Reading& reading);
  /// Voids the promises to accept that nobody has answered when the complaint is resolved.
  void resolve(const Reading& reading);
  /// Voids what others owe us when the complaint is closed, and our promises to acknowledge and to accept. Commitments
  /// and steps of ours stay.
  void close(const Reading& reading);
  /// Voids all open promises when the complaint is withdrawn or void.
  void end(const Reading& reading);
  /// Gives the open promises of ours that name nobody to the owner.
  void finish();

 private:
  Promise& open(const Reading& from, PromiseKind kind, Debtor debtor, std::string who, std::string what);
  void settle(Promise& promise, Promise::Ended how, const Reading& by);
  /// Settles a kept promise anew where the reading is evidence that it was kept earlier.
  void restate(Promise& promise, const Reading& by);
  void settle_answered(const Reading& reading, record::Evidence evidence);
  void settle_named(const Answered& answered, const Reading& reading, record::Evidence evidence);
  void settle_one(Promise& promise, const Reading& reading, record::Evidence evidence);
  /// Gives a promise another due time; its first one stays.
  static void set_due(Promise& promise, util::Instant due);
  void date_what_we_wait_for(const Reading& change, const PromiseName& name, util::Instant until);
  /// The promises that arise from an entry.
  [[nodiscard]] std::span<Promise> promises_of(int origin);
  void open_commitments(const Reading& reading);
  void open_expected(const Reading& reading, const yaml::Node& expects, std::string_view what);
  void open_expected_of_us(const Reading& reading, const yaml::Node& expects, std::string_view what);
  [[nodiscard]] std::string customer_of(const Reading& reading) const;
  template <typename Which>
  void settle_all(Promise::Ended how, const Reading& by, Which which);

  Groundwork& ground_;
  const Parties& parties_;
  const Clocks& clocks_;
  const query::Row& facts_;
  std::vector<Promise>& promises_;
  std::vector<int> origins_;       ///< the entry that each arises from; rising
  std::vector<std::size_t> live_;  ///< those that were open when last looked at
};

}  // namespace crmtrack::story
