#include <fmt/format.h>

#include <algorithm>

#include "story/promise_book.hpp"
#include "story/words.hpp"

/// An activity settles promises and opens new ones: the loop of answers, undertakings and expectations with the
/// customer.
namespace crmtrack::story {
namespace {

using record::Evidence;

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
