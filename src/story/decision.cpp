#include "story/decision.hpp"

#include <algorithm>

#include "story/fold/readings.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

namespace {

/// Applies the records of one decision in order.
class DecisionFold {
 public:
  DecisionFold(Decision& decision, const std::set<std::string>& absent)
      : decision_(decision),
        ground_(decision.entries, {decision.id, false, absent}, decision.notes, decision.revised) {}

  void run() {
    for (const Reading& reading : ground_.readings()) {
      if (!reading.counts) continue;
      if (reading.record->kind == record::Kind::decision) apply(reading);
      if (reading.record->kind == record::Kind::assignment) hand_over(reading);
    }
    ground_.tell_refused(decision_.entries);
  }

 private:
  void apply(const Reading& reading) {
    const bool reviews = reading.body().find("result") != nullptr;
    if (reviews && !decision_.record.empty()) return review(reading);
    if (reviews) return ground_.set_aside(reading.index, "reviews what nobody has decided");
    if (!decision_.record.empty()) return ground_.set_aside(reading.index, "a second decision in the story of another");
    decide(reading);
  }

  void decide(const Reading& reading) {
    const yaml::Node& body = reading.body();
    decision_.record = reading.id();
    decision_.text = word(body, "text");
    decision_.measure = word(body, "measure");
    decision_.report = word(body, "report");
    decision_.by = reading.record->by;
    decision_.owner = word(body, "owner");
    if (decision_.owner.empty()) decision_.owner = decision_.by;
    decision_.at = reading.at();
    promise_review(reading);
  }

  void review(const Reading& reading) {
    for (Promise& promise : decision_.promises) keep(promise, reading);
    const yaml::Node& body = reading.body();
    decision_.reviews.push_back({reading.id(), reading.record->by, std::string(word(body, "result")), reading.at(),
                                 instant(body, "review_on")});
    promise_review(reading);
  }

  /// A review keeps what its writer knew of: not the next look that a colleague agreed upon meanwhile.
  void keep(Promise& promise, const Reading& reading) const {
    if (!is_open(promise) || !ground_.ancestry().knows(reading.index, ground_.find(promise.of))) return;
    promise.ended = Promise::Ended::kept;
    promise.settled_at = reading.at();
    promise.settled_by = reading.id();
  }

  /// Somebody else looks at it from now on.
  void hand_over(const Reading& reading) {
    const std::string_view to = word(reading.body(), "to");
    if (decision_.record.empty() || to.empty()) return;
    decision_.owner = to;
    for (Promise& promise : decision_.promises)
      if (is_open(promise)) promise.who = decision_.owner;
  }

  void promise_review(const Reading& reading) {
    const auto due = instant(reading.body(), "review_on");
    if (!due) return;
    Promise promise;
    promise.kind = record::PromiseKind::review;
    promise.of = reading.id();
    promise.who = decision_.owner;
    promise.creditor = "us";
    promise.what = decision_.measure;
    promise.start_at = reading.at();
    promise.due_at = due;
    decision_.promises.push_back(std::move(promise));
  }

  Decision& decision_;
  Groundwork ground_;
};

}  // namespace

bool is_decision(const Story& story) {
  return story.ref.kind == record::StoryKind::journal &&
         std::ranges::any_of(
             story.entries, [](const Entry& entry) { return entry.record.kind == record::Kind::decision; });
}

Decision fold_decision(Story story) {
  sort_entries(story.entries);
  Decision decision;
  decision.id = std::move(story.ref.id);
  decision.entries = std::move(story.entries);
  DecisionFold(decision, story.absent).run();
  return decision;
}

const Promise* find_review(const Decision& decision) {
  return decision.promises.empty() ? nullptr : &decision.promises.back();
}

}  // namespace crmtrack::story
