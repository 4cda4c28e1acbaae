#include <doctest/doctest.h>

#include "yaml/read.hpp"
#include "yaml/scan.hpp"
#include "yaml/write.hpp"

using namespace crmtrack::yaml;

namespace {

constexpr std::string_view kComplaint = R"(kind: complaint
at: 2026-11-21T09:12:00+01:00
by: asha@example.com
after: []
customer: acme
project: apollo
channel: phone
reason: billing-wrong-amount
severity: high
summary: Invoice 4711 charged twice
description: |
  Charged on 3 and 4 November…
refs: [helpdesk:HD-221, defect:APO-9]
)";

}  // namespace

TEST_CASE("the example record is canonical to the byte") {
  const auto slow = read(kComplaint);
  REQUIRE(slow);
  CHECK(write(*slow) == kComplaint);
  const auto fast = scan(kComplaint);
  REQUIRE(fast);
  CHECK(write(*fast) == kComplaint);
  CHECK(*fast == *slow);
}

TEST_CASE("the example record says what it says") {
  const auto record = load(kComplaint);
  REQUIRE(record);
  CHECK(record->text_of("by") == "asha@example.com");
  CHECK(record->text_of("description") == "Charged on 3 and 4 November…\n");
  CHECK(record->texts_of("refs") == std::vector<std::string>{"helpdesk:HD-221", "defect:APO-9"});
  CHECK(record->texts_of("after").empty());
}
