#include "story/fold/answer_rules.hpp"

#include <fmt/format.h>

#include "story/words.hpp"

namespace crmtrack::story {

using record::Evidence;
using record::PromiseKind;

namespace {

std::string_view type_of(const Reading& reading) {
  if (reading.record->kind == record::Kind::resolution) return "resolution";
  const std::string_view type = word(reading.body(), "type");
  return type.empty() ? "message" : type;
}

}  // namespace

bool waits_for_verdict(const Groundwork& ground, const Promise& promise) {
  const int of = promise.kind == PromiseKind::confirm ? ground.find(promise.of) : -1;
  return of >= 0 && ground.entries()[static_cast<std::size_t>(of)].record.kind == record::Kind::resolution;
}

bool is_outbound(const Reading& reading) { return word(reading.body(), "direction") == "out"; }

Evidence needed_for(const Promise& promise) {
  if (is_to_us(promise)) return Evidence::asserted;
  return promise.debtor == Debtor::us ? Evidence::sent : Evidence::acknowledged;
}

bool goes_out(const Reading& reading) {
  return is_outbound(reading) || reading.record->kind == record::Kind::resolution;
}

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

std::string ask(PromiseKind kind, std::string_view whose, const Reading& reading) {
  const std::string_view verb = kind == PromiseKind::confirm ? "confirm"
                                : kind == PromiseKind::reply ? "reply to"
                                                             : "send what was asked in";
  return fmt::format("{} {} {}", verb, whose, type_of(reading));
}

}  // namespace crmtrack::story
