#include "story/promise_book.hpp"

#include <algorithm>

#include "story/words.hpp"

namespace crmtrack::story {
namespace {

bool waits_for_verdict(const Groundwork& ground, const Promise& promise) {
  const int of = promise.kind == PromiseKind::confirm ? ground.find(promise.of) : -1;
  return of >= 0 && ground.entries()[static_cast<std::size_t>(of)].record.kind == record::Kind::resolution;
}

}  // namespace

Promise& PromiseBook::open(const Reading& from, PromiseKind kind, Debtor debtor, std::string who, std::string what) {
  live_.push_back(promises_.size());
  origins_.push_back(from.index);
  Promise& promise = promises_.emplace_back();
  promise.kind = kind;
  promise.of = from.id();
  promise.debtor = debtor;
  promise.who = std::move(who);
  promise.creditor = debtor == Debtor::us ? "customer" : "us";
  promise.what = std::move(what);
  promise.start_at = from.at();
  promise.cycle = parties_.cycle;
  return promise;
}

void PromiseBook::settle(Promise& promise, Promise::Ended how, const Reading& by) {
  promise.ended = how;
  promise.settled_at = by.at();
  promise.settled_by = by.id();
  if (promise.debtor == Debtor::us && promise.who.empty()) promise.who = parties_.owner;
}

template <typename Which>
void PromiseBook::settle_all(Promise::Ended how, const Reading& by, Which which) {
  std::erase_if(
      live_,
      [&](std::size_t at) {
        Promise& promise = promises_[at];
        if (is_open(promise) && which(promise)) settle(promise, how, by);
        return !is_open(promise);
      });
}

void PromiseBook::open_acknowledge(const Reading& complaint) {
  open(complaint, PromiseKind::acknowledge, Debtor::us, {}, "acknowledge the complaint");
  // Nothing answers it by naming the record, and some records may have smaller ids than the complaint's.
  origins_.back() = -1;
}

/// An acknowledgement that went out before the answer, but was recorded after it, counts all the same.
void PromiseBook::keep_acknowledge(const Reading& reading) {
  if (promises_.empty() || promises_.front().kind != PromiseKind::acknowledge) return;
  Promise& promise = promises_.front();
  const bool let_go = promise.ended == Promise::Ended::void_ && reading.at() <= promise.settled_at;
  if (is_open(promise) || let_go) settle(promise, Promise::Ended::kept, reading);
}

void PromiseBook::apply_resolution(const Reading& resolution, record::Evidence evidence) {
  settle_all(Promise::Ended::void_, resolution, [&](const Promise& promise) {
    return promise.kind == PromiseKind::acknowledge || waits_for_verdict(ground_, promise);
  });
  settle_answered(resolution, evidence);
  open_commitments(resolution);
  expect_confirmation(resolution, evidence);
}

void PromiseBook::apply_verdict(const Reading& reading, record::Evidence evidence) {
  settle_answered(reading, evidence);
  const auto how = evidence >= record::Evidence::acknowledged ? Promise::Ended::kept : Promise::Ended::void_;
  settle_all(how, reading, [&](const Promise& promise) { return waits_for_verdict(ground_, promise); });
}

void PromiseBook::drop_verdict(const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading, [&](const Promise& promise) { return waits_for_verdict(ground_, promise); });
}

void PromiseBook::open_accept(const Reading& escalation, std::string who) {
  Promise& promise = open(escalation, PromiseKind::accept, Debtor::us, std::move(who), "accept the escalation");
  promise.creditor = escalation.record->by;
  promise.due_at = instant(escalation.body(), "due");
}

void PromiseBook::keep_accept(int escalation, const Reading& answer) {
  const std::string& of = ground_.id_of(escalation);
  settle_all(Promise::Ended::kept, answer,
             [&](const Promise& promise) { return promise.kind == PromiseKind::accept && promise.of == of; });
}

void PromiseBook::supersede_accepts(const Reading& escalation) {
  settle_all(
      Promise::Ended::void_, escalation, [](const Promise& promise) { return promise.kind == PromiseKind::accept; });
}

void PromiseBook::waive(const Reading& waiver) {
  const std::string_view named = word(waiver.body(), "promise");
  const std::string_view name = named.substr(0, named.find('@'));
  const auto kind = record::parse_promise_kind(name);
  const int of = name.size() < named.size() ? ground_.find(named.substr(name.size() + 1)) : -1;
  if (name.size() < named.size() && of < 0) return ground_.remark(waiver.index, "waives a promise of no known record");
  const std::string* id = of < 0 ? nullptr : &ground_.id_of(of);
  bool any = name == "review";
  settle_all(Promise::Ended::waived, waiver, [&](const Promise& promise) {
    const bool meant = promise.kind == kind && (id == nullptr || promise.of == *id);
    any = any || meant;
    return meant;
  });
  if (!any) ground_.remark(waiver.index, "waives no open promise");
}

void PromiseBook::close(const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading,
      [](const Promise& promise) {
        return promise.debtor != Debtor::us || promise.kind == PromiseKind::acknowledge ||
               promise.kind == PromiseKind::accept;
      });
}

void PromiseBook::end(const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading, [](const Promise&) { return true; });
}

void PromiseBook::finish() {
  for (const std::size_t at : live_) {
    Promise& promise = promises_[at];
    if (is_open(promise) && promise.debtor == Debtor::us && promise.who.empty()) promise.who = parties_.owner;
  }
}

void PromiseBook::settle_answered(const Reading& reading, record::Evidence evidence) {
  const yaml::Node* answers = reading.body().find("answers");
  if (answers == nullptr) return;
  for (const std::string& text : reading.body().texts_of("answers")) {
    const int origin = ground_.find(text);
    if (origin < 0 || origin >= reading.index)
      ground_.remark(reading.index, "answers no earlier record of this story");
    else
      settle_of(origin, reading, evidence);
  }
}

}  // namespace crmtrack::story
