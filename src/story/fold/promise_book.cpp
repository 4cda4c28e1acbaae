#include "story/fold/promise_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "story/words.hpp"

namespace crmtrack::story {
namespace {

using record::Evidence;

bool waits_for_verdict(const Groundwork& ground, const Promise& promise) {
  const int of = promise.kind == PromiseKind::confirm ? ground.find(promise.of) : -1;
  return of >= 0 && ground.entries()[static_cast<std::size_t>(of)].record.kind == record::Kind::resolution;
}

bool is_outbound(const Reading& reading) { return word(reading.body(), "direction") == "out"; }

bool is_answerable(const Promise& promise) {
  return promise.kind != PromiseKind::acknowledge && promise.kind != PromiseKind::accept;
}

/// The evidence that keeps a promise: `sent` for one of ours, `acknowledged` for one of theirs (docs/domain.md,
/// Evidence).
Evidence needed_for(const Promise& promise) {
  return promise.debtor == Debtor::us ? Evidence::sent : Evidence::acknowledged;
}

bool may_settle(const Promise& promise, const Reading& reading) {
  // A promise of theirs may be kept on a call that we made: only the evidence counts (docs/domain.md, Evidence).
  return promise.debtor != Debtor::us || is_outbound(reading) || reading.record->kind == record::Kind::resolution;
}

/// True for an activity that asks for a sign that it arrived: a voicemail, or an answer or update with evidence below
/// `acknowledged`.
bool leaves_loop_open(const Reading& reading, Evidence evidence) {
  if (word(reading.body(), "type") == "voicemail") return true;
  const std::string_view purpose = word(reading.body(), "purpose");
  return (purpose == "answer" || purpose == "update") && evidence < Evidence::acknowledged;
}

std::optional<PromiseKind> promise_for(std::string_view expected) {
  if (expected == "acknowledgement") return PromiseKind::confirm;
  if (expected == "reply") return PromiseKind::reply;
  return expected == "information" ? std::optional(PromiseKind::information) : std::nullopt;
}

std::string_view type_of(const Reading& reading) {
  if (reading.record->kind == record::Kind::resolution) return "resolution";
  const std::string_view type = word(reading.body(), "type");
  return type.empty() ? "message" : type;
}

std::string ask(PromiseKind kind, std::string_view whose, const Reading& reading) {
  const std::string_view verb = kind == PromiseKind::confirm ? "confirm"
                                : kind == PromiseKind::reply ? "reply to"
                                                             : "send what was asked in";
  return fmt::format("{} {} {}", verb, whose, type_of(reading));
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

void PromiseBook::apply_resolution(const Reading& resolution, Evidence evidence) {
  settle_all(Promise::Ended::void_, resolution, [&](const Promise& promise) {
    return promise.kind == PromiseKind::acknowledge || waits_for_verdict(ground_, promise);
  });
  settle_answered(resolution, evidence);
  open_commitments(resolution);
  expect_confirmation(resolution, evidence);
}

void PromiseBook::apply_verdict(const Reading& reading, Evidence evidence) {
  settle_answered(reading, evidence);
  const auto how = evidence >= Evidence::acknowledged ? Promise::Ended::kept : Promise::Ended::void_;
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

void PromiseBook::settle_answered(const Reading& reading, Evidence evidence) {
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

void PromiseBook::apply_activity(const Reading& reading, Evidence evidence) {
  settle_answered(reading, evidence);
  open_commitments(reading);
  const yaml::Node* expects = reading.body().find("expects");
  if (expects != nullptr && expects->is_map()) {
    const std::string_view what = word(*expects, "what");
    if (word(reading.body(), "direction") == "in") return open_expected_of_us(reading, *expects, what);
    return open_expected(reading, *expects, what);
  }
  if (is_outbound(reading) && leaves_loop_open(reading, evidence)) {
    open(reading, PromiseKind::confirm, Debtor::customer, customer_of(reading),
         ask(PromiseKind::confirm, "our", reading));
  }
}

void PromiseBook::expect_confirmation(const Reading& resolution, Evidence evidence) {
  const yaml::Node* expects = resolution.body().find("expects");
  if (evidence < Evidence::attempted || (expects != nullptr && word(*expects, "what") == "none")) return;
  Promise& promise = open(resolution, PromiseKind::confirm, Debtor::customer, customer_of(resolution),
                          ask(PromiseKind::confirm, "our", resolution));
  if (expects != nullptr) promise.due_at = instant(*expects, "due");
}

void PromiseBook::settle_of(int origin, const Reading& reading, Evidence evidence) {
  const auto [from, to] = std::equal_range(origins_.begin(), origins_.end(), origin);
  for (auto at = from; at != to; ++at) {
    Promise& promise = promises_[static_cast<std::size_t>(at - origins_.begin())];
    if (!is_open(promise) || !is_answerable(promise) || !may_settle(promise, reading)) continue;
    if (evidence >= needed_for(promise)) {
      settle(promise, Promise::Ended::kept, reading);
    } else {
      ground_.remark(reading.index, fmt::format("evidence {} is below {}: the {} of {} stays open",
                                                record::name_of(evidence), record::name_of(needed_for(promise)),
                                                record::name_of(promise.kind), ground_.tail_of(origin)));
    }
  }
}

void PromiseBook::open_commitments(const Reading& reading) {
  const yaml::Node* promises = reading.body().find("promises");
  if (promises == nullptr) return;
  for (const yaml::Node& item : promises->items) {
    const std::string_view by = word(item, "by");
    std::string who(by.empty() ? std::string_view(reading.record->by) : by);
    std::string what(item.is_scalar() ? std::string_view(item.text) : word(item, "what"));
    open(reading, PromiseKind::commitment, Debtor::us, std::move(who), std::move(what)).due_at = instant(item, "due");
  }
}

void PromiseBook::open_expected(const Reading& reading, const yaml::Node& expects, std::string_view what) {
  const auto kind = promise_for(what);
  if (!kind) return;
  const std::string_view from = word(expects, "from");
  const std::string_view with = word(reading.body(), "with");
  const bool inside = !is_outbound(reading) && from.empty();
  const bool customers = from.empty() || from == "customer" || from == parties_.customer || from == parties_.contact;
  const Debtor debtor = customers && !inside ? Debtor::customer : Debtor::third_party;
  std::string who(from == "customer" || from == "third_party" ? std::string_view{} : from);
  if (who.empty()) who = debtor == Debtor::customer ? customer_of(reading) : std::string(with);
  open(reading, *kind, debtor, std::move(who), ask(*kind, "our", reading)).due_at = instant(expects, "due");
}

/// Opens a commitment of ours for what an inbound activity expects of us. The owner owes it unless the customer named
/// somebody.
void PromiseBook::open_expected_of_us(const Reading& reading, const yaml::Node& expects, std::string_view what) {
  const auto kind = promise_for(what);
  if (!kind) return;
  const std::string_view from = word(expects, "from");
  std::string who(from == "us" ? std::string_view{} : from);
  open(reading, PromiseKind::commitment, Debtor::us, std::move(who), ask(*kind, "their", reading)).due_at =
      instant(expects, "due");
}

std::string PromiseBook::customer_of(const Reading& reading) const {
  const std::string_view with = word(reading.body(), "with");
  if (!with.empty()) return std::string(with);
  return parties_.contact.empty() ? parties_.customer : parties_.contact;
}

}  // namespace crmtrack::story
