#include "story/fold/promise_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "story/fold/answer_rules.hpp"
#include "story/fold/due_times.hpp"
#include "story/promise_name.hpp"
#include "story/words.hpp"
#include "util/text/case.hpp"

namespace crmtrack::story {

using record::Evidence;

Promise& PromiseBook::open(const Reading& from, PromiseKind kind, Debtor debtor, std::string who, std::string what) {
  live_.push_back(promises_.size());
  origins_.push_back(from.index);
  Promise& promise = promises_.emplace_back();
  const std::span<Promise> siblings = promises_of(from.index);
  promise.n = static_cast<int>(siblings.size());
  if (promise.n > 1)
    for (Promise& sibling : siblings) sibling.several = true;
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
  promise.restated = came_late(promise, ground_.recorded_at(by.index));
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

std::optional<std::size_t> PromiseBook::open_derived(const Reading& complaint, PromiseKind kind, std::string what) {
  Promise& promise = open(complaint, kind, Debtor::us, {}, std::move(what));
  // Nothing answers it by naming the record, and some records may have smaller ids than the complaint's.
  origins_.back() = -1;
  promise.n = 1;
  start_clock(promise, clocks_, facts_);
  if (kind == PromiseKind::acknowledge || promise.clock != nullptr) return promises_.size() - 1;
  promises_.pop_back();
  origins_.pop_back();
  live_.pop_back();
  return std::nullopt;
}

std::size_t PromiseBook::open_step(const Reading& agreed, std::string who, std::string what,
                                   std::optional<util::Instant> due) {
  Promise& promise = open(agreed, PromiseKind::step, Debtor::us, std::move(who), std::move(what));
  promise.creditor = "us";
  promise.due_at = due;
  return promises_.size() - 1;
}

void PromiseBook::take_up(std::size_t at) {
  Promise& promise = promises_[at];
  promise.ended = Promise::Ended::no;
  promise.settled_at = std::nullopt;
  promise.settled_by.clear();
  promise.who.clear();
  promise.restated = false;
  live_.push_back(at);
}

void PromiseBook::drop(PromiseKind kind, const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading, [kind](const Promise& promise) { return promise.kind == kind; });
}

void PromiseBook::read_targets_again() {
  for (const std::size_t at : live_)
    if (promises_[at].clock != nullptr && !promises_[at].first_due_at) start_clock(promises_[at], clocks_, facts_);
}

void PromiseBook::restate(Promise& promise, const Reading& by) {
  if (promise.ended != Promise::Ended::kept || by.at() >= promise.settled_at) return;
  settle(promise, Promise::Ended::kept, by);
  promise.restated = true;
}

std::span<Promise> PromiseBook::promises_of(int origin) {
  const auto [from, to] = std::equal_range(origins_.begin(), origins_.end(), origin);
  return std::span(promises_).subspan(static_cast<std::size_t>(from - origins_.begin()),
                                      static_cast<std::size_t>(to - from));
}

/// One that went out before the answer, or before the first one recorded, counts all the same.
void PromiseBook::keep_first(PromiseKind kind, const Reading& reading) {
  const auto found = std::ranges::find(promises_, kind, &Promise::kind);
  if (found == promises_.end()) return;
  const bool let_go = found->ended == Promise::Ended::void_ && reading.at() <= found->settled_at;
  if (is_open(*found) || let_go)
    settle(*found, Promise::Ended::kept, reading);
  else
    restate(*found, reading);
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

void PromiseBook::ask_to_accept(const Reading& escalation, std::string who) {
  const auto is_theirs = [&](const Promise& promise) {
    return is_open(promise) && promise.kind == PromiseKind::accept && !who.empty() && promise.who == who;
  };
  settle_all(Promise::Ended::void_, escalation,
             [&](const Promise& promise) { return promise.kind == PromiseKind::accept && !is_theirs(promise); });
  if (std::any_of(promises_.begin(), promises_.end(), is_theirs)) return;
  Promise& promise = open(escalation, PromiseKind::accept, Debtor::us, std::move(who), "accept the escalation");
  promise.creditor = escalation.record->by;
  promise.due_at = instant(escalation.body(), "due");
  if (!promise.due_at) start_clock(promise, clocks_, facts_);
}

void PromiseBook::keep_accept(const Rung& rung, const Reading& answer) {
  settle_all(
      Promise::Ended::kept, answer,
      [&](const Promise& promise) {
        return promise.kind == PromiseKind::accept &&
               (promise.of == rung.record || (!rung.to.empty() && promise.who == rung.to));
      });
}

void PromiseBook::supersede_accepts(const Reading& escalation) {
  settle_all(
      Promise::Ended::void_, escalation, [](const Promise& promise) { return promise.kind == PromiseKind::accept; });
}

void PromiseBook::hand_over(std::string_view from, std::string_view to) {
  for (const std::size_t at : live_) {
    Promise& promise = promises_[at];
    const bool is_theirs = promise.debtor == Debtor::us && util::fold_case(promise.who) == util::fold_case(from);
    if (is_open(promise) && is_theirs) promise.who = to;
  }
}

void PromiseBook::waive(const Reading& waiver) {
  const PromiseName name = parse_promise_name(word(waiver.body(), "promise"));
  const auto kind = record::parse_promise_kind(name.kind);
  const int of = name.of ? ground_.find(name.of->record) : -1;
  if (name.of && of < 0) return ground_.remark(waiver.index, "waives a promise of no known record");
  bool any = name.kind == "review";
  settle_all(Promise::Ended::waived, waiver, [&](const Promise& promise) {
    const bool meant = promise.kind == kind && (of < 0 || promise.of == ground_.id_of(of)) &&
                       (!name.of || name.of->n == 0 || promise.n == name.of->n);
    any = any || meant;
    return meant;
  });
  if (!any) ground_.remark(waiver.index, "waives no open promise");
}

void PromiseBook::set_due(Promise& promise, util::Instant due) {
  if (promise.due_at && !promise.first_due_at) promise.first_due_at = promise.due_at;
  promise.due_at = due;
}

void PromiseBook::reschedule(const Reading& change, const yaml::Node& set) {
  const PromiseName name = parse_promise_name(word(set, "promise"));
  const auto due = instant(set, "due");
  const int of = name.of ? ground_.find(name.of->record) : -1;
  if (of < 0 || of >= change.index || !due)
    return ground_.set_aside(change.index, "names no promise of an earlier record, or no time");
  for (Promise& promise : promises_of(of)) {
    if (record::name_of(promise.kind) != name.kind || (name.of->n != 0 && promise.n != name.of->n)) continue;
    if (!is_open(promise) || !has_own_date(promise.kind)) continue;
    set_due(promise, *due);
    return ground_.set(change, fmt::format("due of {}@{}.{}", name.kind, ground_.tail_of(of), promise.n),
                       std::string(word(set, "due")));
  }
  ground_.remark(change.index, "gives a date to no open promise that can have another one");
}

void PromiseBook::begin_wait(const Reading& change, const yaml::Node& set) {
  const std::string_view on = word(set, "waiting_on");
  const auto until = instant(set, "waiting_until");
  if (on != "customer") {
    Promise& promise = open(change, PromiseKind::reply, Debtor::third_party, std::string(on), "the answer we wait for");
    promise.origin = Promise::Origin::wait;
    promise.due_at = until;
  } else if (until) {
    date_what_we_wait_for(change, parse_promise_name(word(set, "waiting_for")), *until);
  }
}

void PromiseBook::date_what_we_wait_for(const Reading& change, const PromiseName& name, util::Instant until) {
  const int of = name.of ? ground_.find(name.of->record) : -1;
  Promise* meant = nullptr;
  for (Promise& promise : promises_) {
    if (!is_open(promise) || promise.debtor != Debtor::customer) continue;
    if (name.of && (of < 0 || promise.of != ground_.id_of(of) || (name.of->n != 0 && name.of->n != promise.n)))
      continue;
    if (meant != nullptr) return ground_.remark(change.index, "the customer owes several: the date is for none");
    meant = &promise;
  }
  if (meant != nullptr) set_due(*meant, until);
}

bool PromiseBook::was_answered(int wait, const Reading& reading) const {
  return std::any_of(
      promises_.begin(), promises_.end(),
      [&](const Promise& promise) {
        return promise.origin == Promise::Origin::wait && promise.of == ground_.id_of(wait) &&
               promise.ended == Promise::Ended::kept && promise.settled_by == reading.id();
      });
}

void PromiseBook::end_wait(int wait, const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading,
      [&](const Promise& promise) {
        return promise.origin == Promise::Origin::wait && promise.of == ground_.id_of(wait);
      });
}

void PromiseBook::resolve(const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading, [](const Promise& promise) { return promise.kind == PromiseKind::accept; });
}

void PromiseBook::close(const Reading& reading) {
  settle_all(
      Promise::Ended::void_, reading,
      [](const Promise& promise) {
        return promise.debtor != Debtor::us || is_derived(promise.kind) || promise.kind == PromiseKind::accept;
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
    const record::PromiseReference named = record::parse_promise_reference(text);
    const int origin = ground_.find(named.record);
    if (origin < 0 || origin >= reading.index)
      ground_.remark(reading.index, "answers no earlier record of this story");
    else
      settle_named({origin, named.n}, reading, evidence);
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
    Promise& promise = open(reading, PromiseKind::confirm, Debtor::customer, customer_of(reading),
                            ask(PromiseKind::confirm, "our", reading));
    start_clock(promise, clocks_, facts_);
  }
}

void PromiseBook::expect_confirmation(const Reading& resolution, Evidence evidence) {
  const yaml::Node* expects = resolution.body().find("expects");
  if (evidence < Evidence::attempted || (expects != nullptr && word(*expects, "what") == "none")) return;
  Promise& promise = open(resolution, PromiseKind::confirm, Debtor::customer, customer_of(resolution),
                          ask(PromiseKind::confirm, "our", resolution));
  if (expects != nullptr) promise.due_at = instant(*expects, "due");
  if (!promise.due_at) start_clock(promise, clocks_, facts_);
}

/// Settles the promise that is named; where only its record is, its one open promise. Of several it settles none, since
/// a fold never guesses.
void PromiseBook::settle_named(const Answered& answered, const Reading& reading, Evidence evidence) {
  std::vector<Promise*> open, kept;
  bool wrong_way = false;
  for (Promise& promise : promises_of(answered.origin)) {
    if (!is_answerable(promise) || (answered.n != 0 && promise.n != answered.n)) continue;
    if (!may_settle(promise, goes_out(reading)))
      wrong_way = wrong_way || is_open(promise);
    else if (is_open(promise))
      open.push_back(&promise);
    else if (promise.ended == Promise::Ended::kept)
      kept.push_back(&promise);
  }
  const std::string& of = ground_.tail_of(answered.origin);
  if (open.size() > 1)
    return ground_.remark(
        reading.index,
        fmt::format("{} made {} promises that are open: none is named, so none is kept", of, open.size()));
  if (open.size() == 1) return settle_one(*open.front(), reading, evidence);
  for (Promise* promise : kept)
    if (evidence >= needed_for(*promise)) restate(*promise, reading);
  if (kept.empty() && wrong_way)
    ground_.remark(reading.index, fmt::format("only a contact that we make keeps the promise of {}", of));
}

void PromiseBook::settle_one(Promise& promise, const Reading& reading, Evidence evidence) {
  if (evidence >= needed_for(promise)) return settle(promise, Promise::Ended::kept, reading);
  ground_.remark(reading.index, fmt::format("evidence {} is below {}: the {} of {} stays open",
                                            record::name_of(evidence), record::name_of(needed_for(promise)),
                                            record::name_of(promise.kind), ground_.tail_of(ground_.find(promise.of))));
}

void PromiseBook::open_commitments(const Reading& reading) {
  const yaml::Node* promises = reading.body().find("promises");
  if (promises == nullptr) return;
  for (const yaml::Node& item : promises->items) {
    const std::string_view by = word(item, "by");
    std::string who(by.empty() ? std::string_view(reading.record->by) : by);
    std::string what(item.is_scalar() ? std::string_view(item.text) : word(item, "what"));
    Promise& promise = open(reading, PromiseKind::commitment, Debtor::us, std::move(who), std::move(what));
    if (item.is_scalar()) continue;
    promise.due_at = instant(item, "due");
    if (word(item, "to") == "us") promise.creditor = "us";
    if (says_yes(item, "next_step")) promise.origin = Promise::Origin::next_step;
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
  Promise& promise = open(reading, *kind, debtor, std::move(who), ask(*kind, "our", reading));
  promise.due_at = instant(expects, "due");
  if (!promise.due_at && *kind == PromiseKind::confirm) start_clock(promise, clocks_, facts_);
}

/// Opens a commitment of ours for what an inbound activity expects of us. The owner owes it unless the customer named
/// somebody.
void PromiseBook::open_expected_of_us(const Reading& reading, const yaml::Node& expects, std::string_view what) {
  const auto kind = promise_for(what);
  if (!kind) return;
  const std::string_view from = word(expects, "from");
  std::string who(from == "us" ? std::string_view{} : from);
  Promise& promise = open(reading, PromiseKind::commitment, Debtor::us, std::move(who), ask(*kind, "their", reading));
  promise.due_at = instant(expects, "due");
  promise.origin = Promise::Origin::question;
  if (!promise.due_at) start_clock(promise, clocks_, facts_);
}

std::string PromiseBook::customer_of(const Reading& reading) const {
  const std::string_view with = word(reading.body(), "with");
  if (!with.empty()) return std::string(with);
  return parties_.contact.empty() ? parties_.customer : parties_.contact;
}

}  // namespace crmtrack::story
