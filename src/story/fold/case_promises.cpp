#include "story/fold/case_promises.hpp"

#include "record/machine_record.hpp"
#include "story/fold/due_times.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

namespace {

constexpr const char* kResolve = "resolve the complaint";

}  // namespace

bool is_by_person(const Reading& reading) {
  return reading.record->by != record::kMachine && !says_yes(reading.body(), "automatic");
}

void CasePromises::open(const Reading& own) {
  own_ = &own;
  book_.open_derived(own, PromiseKind::acknowledge, "acknowledge the complaint");
  book_.open_derived(own, PromiseKind::first_response, "respond to the customer");
  resolution_ = book_.open_derived(own, PromiseKind::resolution, kResolve);
  book_.open_derived(own, PromiseKind::final_response, "send the final response in writing");
  summary_ = book_.open_derived(own, PromiseKind::summary, "settle it with the customer's agreement");
}

void CasePromises::respond(const Reading& contact) {
  if (is_by_person(contact)) book_.keep_first(PromiseKind::first_response, contact);
}

void CasePromises::answer(const Reading& resolution, bool is_written) {
  // Where nobody stated when it was, nobody can say whether it was in time.
  if (says_yes(resolution.body(), "undated")) {
    for (const PromiseKind kind : {PromiseKind::first_response, PromiseKind::resolution, PromiseKind::final_response})
      book_.drop(kind, resolution);
    return;
  }
  respond(resolution);
  if (resolution_ && is_open(book_.at(*resolution_))) book_.keep(*resolution_, resolution);
  if (is_written) book_.keep_first(PromiseKind::final_response, resolution);
  // After its time a summary can no longer settle the case: the final response does.
  if (summary_ && book_.at(*summary_).due_at && resolution.at() > *book_.at(*summary_).due_at)
    book_.drop(PromiseKind::summary, resolution);
  waits_.answered(resolution.at());
}

void CasePromises::reject(const Reading& reading) {
  waits_.taken_up(reading.at());
  if (resolution_ && !is_open(book_.at(*resolution_))) book_.take_up(*resolution_);
}

void CasePromises::reopen(const Reading& reading) {
  waits_.taken_up(reading.at());
  if (own_ == nullptr) return;
  resolution_ = book_.open_derived(*own_, PromiseKind::resolution, kResolve);
}

void CasePromises::accept(const Reading& reading) {
  if (!summary_ || !is_open(book_.at(*summary_))) return;
  book_.keep(*summary_, reading);
  book_.drop(PromiseKind::final_response, reading);
}

void CasePromises::finish(Groundwork& ground) {
  for (std::size_t at = 0; at < book_.count(); ++at) {
    Promise& promise = book_.at(at);
    if (promise.kind != PromiseKind::resolution) continue;
    const auto kept = is_open(promise) ? std::nullopt : promise.settled_at;
    work_out_due(promise, waits_.of_resolution(kept));
    if (promise.ended != Promise::Ended::kept || !promise.due_at || !promise.settled_at) continue;
    const int by = ground.find(promise.settled_by);
    promise.restated = by >= 0 && came_late(promise, ground.recorded_at(by));
  }
}

}  // namespace crmtrack::story
