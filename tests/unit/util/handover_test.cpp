#include "util/handover.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>
#include <vector>

using crmtrack::util::Handover;

TEST_CASE("items arrive in order, and what was used goes back") {
  Handover<std::vector<int>> given(2);
  Handover<std::vector<int>> spent(2);
  std::thread giver([&] {
    for (int i = 0; i < 1000; ++i) {
      while (spent.try_take()) {
      }
      if (!given.put({i})) return;
    }
    given.end();
    spent.abandon();
  });
  int expected = 0;
  while (auto item = given.take()) {
    REQUIRE(item->front() == expected++);
    spent.put(std::move(*item));
  }
  giver.join();
  CHECK(expected == 1000);
}

TEST_CASE("a giver's failure reaches the taker after what was given before it") {
  Handover<int> given(4);
  std::thread giver([&] {
    given.put(1);
    given.end(std::make_exception_ptr(std::runtime_error("disk")));
  });
  CHECK(given.take() == 1);
  CHECK_THROWS_AS(given.take(), std::runtime_error);
  CHECK_FALSE(given.try_take().has_value());
  giver.join();
}

TEST_CASE("who takes no more lets a waiting giver go") {
  Handover<int> given(1);
  int refused = 0;
  std::thread giver([&] {
    while (given.put(1)) {
    }
    ++refused;
  });
  CHECK(given.take() == 1);
  given.abandon();
  giver.join();
  CHECK(refused == 1);
}
