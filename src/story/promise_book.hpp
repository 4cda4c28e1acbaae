#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/vocabulary.hpp"
#include "story/promise.hpp"
#include "story/readings.hpp"

namespace crmtrack::story {

using record::PromiseKind;

/// Who stands for what while a story is folded; the fold keeps it up to date.
struct Parties {
  std::string owner;
  std::string customer;  ///< the customer's slug
  std::string contact;   ///< the customer's person, where one is named
  int cycle = 1;
};

/// Opens and settles the promises of one story as its records come by (DOMAIN §3). Ours are kept only by what was sent;
/// theirs only by what they acknowledged.
class PromiseBook {
 public:
  PromiseBook(Groundwork& ground, const Parties& parties, std::vector<Promise>& promises)
      : ground_(ground), parties_(parties), promises_(promises) {}

  void open_acknowledge(const Reading& complaint);
  /// An outbound acknowledgement that was sent.
  void keep_acknowledge(const Reading& reading);
  /// What an activity answers, promises and expects.
  void apply_activity(const Reading& reading, record::Evidence evidence);
  /// An answer was communicated: nothing is left to acknowledge, and only the newest answer waits for confirmation.
  void apply_resolution(const Reading& resolution, record::Evidence evidence);
  void expect_confirmation(const Reading& resolution, record::Evidence evidence);
  /// The customer accepted or rejected our answer.
  void apply_verdict(const Reading& reading, record::Evidence evidence);
  /// They said nothing, and that was taken for acceptance.
  void drop_verdict(const Reading& reading);

  void open_accept(const Reading& escalation, std::string who);
  void keep_accept(int escalation, const Reading& answer);
  /// The case moved past the rungs that nobody has answered yet.
  void supersede_accepts(const Reading& escalation);

  void waive(const Reading& waiver);
  /// Closed: what the customer owed is needed no longer. What we undertook to do stays owed.
  void close(const Reading& reading);
  /// Withdrawn, or entered in error: nothing is owed any more.
  void end(const Reading& reading);
  /// The open promises of ours that name nobody are the owner's.
  void finish();

 private:
  Promise& open(const Reading& from, PromiseKind kind, Debtor debtor, std::string who, std::string what);
  void settle(Promise& promise, Promise::Ended how, const Reading& by);
  void settle_answered(const Reading& reading, record::Evidence evidence);
  void settle_of(int origin, const Reading& reading, record::Evidence evidence);
  void open_commitments(const Reading& reading);
  void open_expected(const Reading& reading, const yaml::Node& expects, std::string_view what);
  void open_expected_of_us(const Reading& reading, const yaml::Node& expects, std::string_view what);
  [[nodiscard]] std::string customer_of(const Reading& reading) const;
  template <typename Which>
  void settle_all(Promise::Ended how, const Reading& by, Which which);

  Groundwork& ground_;
  const Parties& parties_;
  std::vector<Promise>& promises_;
  std::vector<int> origins_;       ///< the entry that each arises from; rising
  std::vector<std::size_t> live_;  ///< those that were open when last looked at
};

}  // namespace crmtrack::story
