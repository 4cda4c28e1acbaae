#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/filter_match.hpp"
#include "story/clocks.hpp"
#include "story/complaint.hpp"
#include "story/fold/readings.hpp"
#include "story/fold/waits.hpp"
#include "story/promise.hpp"

namespace crmtrack::story {

/// The promises to say how things stand (docs/domain.md, Update). At most one is open. It begins at the earliest
/// contact of the customer that we have not answered or, there being none, at our last contact while we owe them a
/// commitment.
///
/// The records tell of contacts in the order in which they were written down. They count by the time when they
/// happened, so the promises are derived at the end, from all contacts by their time.
class Updates {
 public:
  /// A contact of the customer.
  void hear(const Reading& contact) { touches_.push_back({contact.at(), Touch::What::theirs, contact.index}); }
  /// A contact of ours that the customer saw.
  void tell(const Reading& contact) { touches_.push_back({contact.at(), Touch::What::ours, contact.index}); }
  /// The case was settled or ended: no update is owed any more.
  void end(const Reading& reading) { touches_.push_back({reading.at(), Touch::What::over, reading.index}); }
  /// The case goes on after it was settled.
  void go_on(const Reading& reading) { touches_.push_back({reading.at(), Touch::What::again, reading.index}); }
  /// Somebody let the update go that is open then; with `of`, the one that arises from that entry.
  void waive(const Reading& waiver, std::optional<int> of);

  /// Adds the promises. Those made before are read for our commitments.
  void finish(Groundwork& ground, const Clocks& clocks, const query::Row& facts, const Waits& waits,
              Complaint& complaint);

 private:
  struct Touch {
    /// In the order in which they count where they happened at once.
    enum class What { again, theirs, undertaken, done, ours, over, waived };
    util::Instant at{};
    What what = What::theirs;
    int index = 0;
    std::optional<int> of = {};
    bool is_contact = false;  ///< of the end of a commitment: a contact of ours ended it
  };
  class Sweep;
  void add_commitments(const Groundwork& ground, const std::vector<Promise>& promises);
  void drop_last_words();

  std::vector<Touch> touches_;
};

}  // namespace crmtrack::story
