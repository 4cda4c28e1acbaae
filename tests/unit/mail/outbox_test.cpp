#include "mail/deliver/outbox.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "../session/data_repository.hpp"

using namespace crmtrack;

namespace {

constexpr const char* kFirstSent = "01m84nk9m0jxhkw0hssbedxh1f";
constexpr const char* kSecondSent = "01m84nk9m0sg7by1yn4n7agb5r";

}  // namespace

TEST_CASE("an outbox knows after a crash what was on its way, and forgets what has ended") {
  session::test::DataRepository repository;
  const git::Location location = repository.open("tick")->location();
  const util::Instant now{std::chrono::seconds(1'800'000'000)};
  {
    auto outbox = mail::Outbox::open(location);
    REQUIRE(outbox.has_value());
    CHECK_FALSE(mail::Outbox::open(location).has_value());  // one process sends at a time
    outbox->begin(kFirstSent, 1, "0123456789abcdef");
    outbox->end(kFirstSent, "retry", "exit 75: no\troute\nto host", now);
    outbox->begin(kSecondSent, 2, "");
  }
  std::ofstream(location.own_dir() / "outbox", std::ios::app)
      << "ended\t" << kSecondSent << "\tsent";  // cut by a crash
  auto outbox = mail::Outbox::open(location);
  REQUIRE(outbox->find(kFirstSent) != nullptr);
  CHECK(outbox->find(kFirstSent)->outcome == "retry");
  CHECK(outbox->find(kFirstSent)->token == "0123456789abcdef");
  CHECK(outbox->find(kFirstSent)->at == now);
  REQUIRE(outbox->find(kSecondSent) != nullptr);
  CHECK(outbox->find(kSecondSent)->outcome.empty());
  CHECK(outbox->find(kSecondSent)->attempt == 2);
  outbox->forget_ended();
  outbox.reset();
  outbox = mail::Outbox::open(location);
  CHECK(outbox->find(kFirstSent) == nullptr);
  CHECK(outbox->find(kSecondSent) != nullptr);
}
