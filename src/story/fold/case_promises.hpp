#pragma once

#include <optional>

#include "record/vocabulary.hpp"
#include "story/fold/promise_book.hpp"
#include "story/fold/readings.hpp"
#include "story/fold/waits.hpp"

namespace crmtrack::story {

/// The promises that a complaint brings about by itself: to acknowledge it, to respond, to resolve it and, where the
/// project is regulated, the final response and the summary (docs/domain.md, Promises).
class CasePromises {
 public:
  CasePromises(const Parties& parties, PromiseBook& book, Waits& waits)
      : parties_(parties), book_(book), waits_(waits) {}

  void open(const Reading& own);
  /// An acknowledgement was sent.
  void acknowledge(const Reading& reading) { book_.keep_first(record::PromiseKind::acknowledge, reading); }
  /// A contact of ours reached the customer: the first one by a person is the first response.
  void respond(const Reading& contact);
  /// The case was answered.
  void answer(const Reading& resolution, bool is_written);
  /// The customer rejected the answer: the resolution is owed again, and its clock goes on.
  void reject(const Reading& reading);
  /// A new cycle owes a resolution of its own. Its clock goes on where that of the cycle before stood.
  void reopen(const Reading& reading);
  /// The customer accepted the answer.
  void accept(const Reading& reading);
  /// Works out the due times of promises whose clocks stand still at times.
  void finish(Groundwork& ground);

 private:
  const Parties& parties_;
  PromiseBook& book_;
  Waits& waits_;
  const Reading* own_ = nullptr;
  std::optional<std::size_t> resolution_, summary_;
};

/// Whether a contact was made by a person: an automatic answer never counts as a response.
bool is_by_person(const Reading& reading);

}  // namespace crmtrack::story
