#pragma once

#include "story/complaint.hpp"
#include "story/fold/promise_book.hpp"
#include "story/fold/readings.hpp"
#include "story/terms.hpp"

namespace crmtrack::story {

/// The escalation route: who had it at which level, why, and what they answered (docs/domain.md, Escalation).
class Route {
 public:
  Route(Groundwork& ground, Complaint& complaint, const Terms& terms, PromiseBook& book)
      : ground_(ground), complaint_(complaint), terms_(terms), book_(book) {}

  /// An escalation record: a move up or down, or an answer to one.
  void apply(const Reading& reading);
  /// The case was answered or ended: the last rung's time stops.
  void leave(const Reading& reading);
  /// Addresses the escalations that wait for one person to another one.
  void hand_over(std::string_view from, std::string_view to);
  /// Whether the complaint has been at a level, or above it, at any time from then on.
  [[nodiscard]] bool has_reached(int level, util::Instant since) const;

 private:
  /// A level, and when it was reached.
  struct Step {
    util::Instant at;
    int level;
  };

  void add_rung(const Reading& reading);
  void set_level(const Reading& reading, int level);
  void answer(const Reading& reading, Rung& rung);
  void go_back(const Reading& reading, Rung& rung);
  [[nodiscard]] Rung rung_of(const Reading& reading, int from_level, int to_level) const;
  Rung* find_rung(const Reading& answer);
  [[nodiscard]] std::string addressee(const Reading& reading, int to_level) const;

  Groundwork& ground_;
  Complaint& complaint_;
  const Terms& terms_;
  PromiseBook& book_;
  int level_setter_ = -1;  ///< the entry that set the level as it stands
  std::vector<Step> steps_;
};

}  // namespace crmtrack::story
