#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/fold/promise_book.hpp"
#include "story/fold/readings.hpp"
#include "story/step.hpp"

namespace crmtrack::story {

/// The plan of one story (docs/domain.md, Plans): its steps, and the promise that each of them is. Steps that are done
/// wait for somebody else to verify them, and are kept from when they were done.
class Plan {
 public:
  Plan(Groundwork& ground, const Parties& parties, PromiseBook& book, std::vector<Step>& steps)
      : ground_(ground), parties_(parties), book_(book), steps_(steps) {}

  /// Applies a record of kind `step`.
  void apply(const Reading& reading);
  /// Applies a change that gives a step another date, as a slip does. False where the change is about no step.
  bool reschedule(const Reading& change, const yaml::Node& set);
  /// Makes the steps that one person has yet to do another person's.
  void hand_over(std::string_view from, std::string_view to);
  /// Notes the waiver of steps. The book settles their promises.
  void waive(const Reading& waiver);
  /// Says of each open step whom it waits for: the steps that it needs, or somebody who verifies it. To be called
  /// before PromiseBook::finish.
  void finish();

 private:
  /// Beside each of steps_.
  struct Kept {
    std::size_t promise = 0;        ///< its place in the book
    const Reading* done = nullptr;  ///< the record by which it is done; null: none
  };

  void agree(const Reading& reading);
  void take_needs(const Reading& reading, Step& step);
  [[nodiscard]] std::optional<std::size_t> find(std::string_view record, const Reading& before) const;
  /// Takes a step into a state, or sets the record aside. `said` is the map that states the new date.
  void move(std::size_t at, record::StepState to, const Reading& reading, const yaml::Node& said);
  void enter(std::size_t at, record::StepState to, const Reading& reading, const yaml::Node& said);
  void enter_done(std::size_t at, const Reading& reading);
  void enter_verified(std::size_t at, const Reading& reading);
  void enter_slipped(std::size_t at, const Reading& reading, util::Instant due);
  void take_effect(Step& step, const Reading& reading);
  void settle(std::size_t at, const Reading& reading);
  [[nodiscard]] std::string verifier_of(const Step& step) const;

  Groundwork& ground_;
  const Parties& parties_;
  PromiseBook& book_;
  std::vector<Step>& steps_;
  std::vector<Kept> kept_;
};

}  // namespace crmtrack::story
