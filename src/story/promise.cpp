#include "story/promise.hpp"

#include <fmt/format.h>

#include <tuple>

namespace crmtrack::story {

std::string_view name_of(Debtor debtor) { return record::kDebtors[static_cast<std::size_t>(debtor)]; }

std::string_view state_of(const Promise& promise, util::Instant now) {
  switch (promise.ended) {
    case Promise::Ended::waived:
      return "waived";
    case Promise::Ended::void_:
      return "void";
    case Promise::Ended::kept:
      return late_seconds(promise, now) > 0 ? "kept_late" : "kept";
    case Promise::Ended::no:
      break;
  }
  if (late_seconds(promise, now) > 0) return "overdue";
  return promise.due_at && promise.warn_at && now >= *promise.warn_at ? "due_soon" : "open";
}

bool is_open(const Promise& promise) { return promise.ended == Promise::Ended::no; }

bool is_derived(record::PromiseKind kind) {
  using enum record::PromiseKind;
  switch (kind) {
    case acknowledge:
    case first_response:
    case update:
    case resolution:
    case final_response:
    case summary:
      return true;
    case confirm:
    case reply:
    case information:
    case commitment:
    case accept:
    case step:
    case follow_up:
    case review:
      break;
  }
  return false;
}

bool has_own_date(record::PromiseKind kind) {
  using enum record::PromiseKind;
  return kind == commitment || kind == reply || kind == information || kind == step;
}

bool is_to_us(const Promise& promise) {
  return promise.debtor == Debtor::us && promise.creditor == "us" && promise.kind != record::PromiseKind::step;
}

bool is_answerable(const Promise& promise) {
  return !is_derived(promise.kind) && promise.kind != record::PromiseKind::accept &&
         promise.kind != record::PromiseKind::step;
}

bool may_settle(const Promise& promise, bool goes_out) {
  return is_to_us(promise) || promise.debtor != Debtor::us || goes_out;
}

std::optional<util::Instant> judged_due(const Promise& promise) {
  return is_open(promise) || !promise.first_due_at ? promise.due_at : promise.first_due_at;
}

const Promise* find_next_due(const std::vector<Promise>& promises) {
  const auto place = [](const Promise& promise) { return std::tie(*promise.due_at, promise.of, promise.n); };
  const Promise* next = nullptr;
  for (const Promise& promise : promises)
    if (is_open(promise) && promise.due_at && (next == nullptr || place(promise) < place(*next))) next = &promise;
  return next;
}

std::string reference_of(const Promise& promise) {
  return promise.several ? fmt::format("{}.{}", promise.of, promise.n) : promise.of;
}

std::int64_t late_seconds(const Promise& promise, util::Instant now) {
  using Ended = Promise::Ended;
  const std::optional<util::Instant> due = judged_due(promise);
  if (!due || promise.ended == Ended::waived || promise.ended == Ended::void_) return 0;
  const util::Instant end = promise.ended == Ended::kept ? promise.settled_at.value_or(*due) : now;
  return end > *due ? (end - *due).count() : 0;
}

}  // namespace crmtrack::story
