#include <doctest/doctest.h>

#include "build.hpp"
#include "story/move_refusal.hpp"

/// Refusals that depend on the calendar, or on what the customer owes.
namespace crmtrack::story::test {
namespace {

constexpr std::string_view kReopenedTooLate =
    "it was resolved on 2026-03-02, more than 30 days ago; enter a new complaint that follows it (new --follows)";

Teller answered() {
  Teller teller;
  teller.complaint();
  teller.happening(at("2026-03-02T10:00:00Z")).resolve();
  return teller;
}

}  // namespace

TEST_CASE("waiting on the customer takes something that they owe") {
  Teller teller;
  teller.complaint();
  CHECK(waiting_refusal(teller.fold(), "customer").starts_with("the customer owes us nothing"));
  CHECK(waiting_refusal(teller.fold(), "carrier").empty());
  const std::string asked = teller.out("email", {{"expects", map({{"what", text("information")}})}});
  CHECK(waiting_refusal(teller.fold(), "customer").empty());
  teller.in("email", {{"answers", list({asked})}});
  CHECK(!waiting_refusal(teller.fold(), "customer").empty());
}

TEST_CASE("reopening ends with the last local date of the window") {
  const util::Zone zone = util::Zone::utc();
  Teller teller = answered();
  CHECK(reopen_refusal(teller.fold(), at("2027-01-01T00:00:00Z"), 30, zone).empty());
  teller.happening(at("2026-03-02T11:00:00Z")).confirm();
  CHECK(reopen_refusal(teller.fold(), at("2026-04-01T23:59:59Z"), 30, zone).empty());
  CHECK(reopen_refusal(teller.fold(), at("2026-04-02T00:00:00Z"), 30, zone) == kReopenedTooLate);
  teller.happening(at("2026-03-20T11:00:00Z")).status("closed");
  CHECK(reopen_refusal(teller.fold(), at("2026-04-19T23:59:59Z"), 30, zone).empty());
  CHECK(reopen_refusal(teller.fold(), at("2026-04-20T00:00:00Z"), 30, zone).starts_with("it was closed on 2026-03-20"));
}

TEST_CASE("silence is acceptance after two attempts and the days of grace") {
  const util::Zone zone = util::Zone::utc();
  const util::Instant late = at("2026-12-01T00:00:00Z");
  Teller teller = answered();
  CHECK(silence_refusal(teller.fold(), late, 14, zone) ==
        "silence counts only after two attempts to reach the customer, and there were none");
  teller.happening(at("2026-03-03T09:00:00Z")).out("voicemail");
  teller.happening(at("2026-03-03T10:00:00Z")).out("note");
  teller.happening(at("2026-03-03T11:00:00Z")).out("email", {{"evidence", text("asserted")}});
  CHECK(silence_refusal(teller.fold(), late, 14, zone).ends_with("there was one"));
  teller.happening(at("2026-03-05T09:00:00Z")).out("email");
  teller.happening(at("2026-03-09T09:00:00Z")).out("email");
  CHECK(silence_refusal(teller.fold(), at("2026-03-19T23:59:59Z"), 14, zone) ==
        "the customer has 14 days from the second attempt on 2026-03-05: silence counts from 2026-03-20");
  CHECK(silence_refusal(teller.fold(), at("2026-03-20T00:00:00Z"), 14, zone).empty());
  teller.happening(at("2026-03-12T09:00:00Z")).in("call");
  CHECK(!silence_refusal(teller.fold(), late, 14, zone).empty());
}

TEST_CASE("attempts before the answer, and silence where nothing was answered, do not count") {
  const util::Zone zone = util::Zone::utc();
  Teller teller;
  teller.complaint();
  teller.out("email");
  teller.out("email");
  CHECK(!silence_refusal(teller.fold(), at("2026-12-01T00:00:00Z"), 14, zone).empty());
  teller.happening(at("2026-03-02T10:00:00Z")).resolve();
  teller.happening(at("2026-03-01T10:00:00Z")).out("email");
  teller.happening(at("2026-03-01T11:00:00Z")).out("email");
  CHECK(silence_refusal(teller.fold(), at("2026-12-01T00:00:00Z"), 14, zone).ends_with("there were none"));
}

}  // namespace crmtrack::story::test
