#include <doctest/doctest.h>

#include <set>

#include "util/error.hpp"
#include "util/id.hpp"

using namespace crmtrack::util;
using std::chrono::milliseconds;

namespace {

Millis at(std::int64_t count) { return Millis(milliseconds(count)); }
constexpr std::int64_t kLatest = 253402300799999;

}  // namespace

TEST_CASE("Crockford's digits, and what people mistype") {
  CHECK(is_crockford("7f3q2mxab4"));
  for (const char* text : {"", "i", "l", "o", "u", "A", "7f3q ", "ä"}) CHECK_FALSE(is_crockford(text));
  CHECK(normalize_crockford("7F3OIl") == "7f3011");
  CHECK(encode_crockford(std::string_view("\x00\x00\x00\x00\x00", 5), 8) == "00000000");
  CHECK(encode_crockford("\xff\xff\xff\xff\xff", 8) == "zzzzzzzz");
  CHECK(encode_crockford("\x08\x42\x10\x84\x21", 8) == "11111111");
  CHECK(encode_crockford("\xff", 3) == "zw0");
}

TEST_CASE("a ULID carries its time and sorts by it") {
  const std::array<std::uint8_t, 10> tail{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  const std::string ulid = make_ulid(at(1469918176385), tail);
  CHECK(ulid.substr(0, 10) == "01aryz6s41");  // of the ULID specification's example time
  CHECK(ulid.size() == 26);
  CHECK(is_ulid(ulid));
  CHECK(time_of_ulid(ulid) == at(1469918176385));
  CHECK(record_tail(ulid) == ulid.substr(10));
  CHECK(make_ulid(at(1), tail) < make_ulid(at(2), tail));
  CHECK(make_ulid(at(31), tail) < make_ulid(at(32), tail));
  CHECK(time_of_ulid(make_ulid(at(kLatest), tail)) == at(kLatest));
}

TEST_CASE("a text that is no record id") {
  CHECK_FALSE(is_ulid(""));
  CHECK_FALSE(is_ulid("01arynywm1000000000000000"));
  CHECK_FALSE(is_ulid("01ARYNYWM10000000000000000"));
  CHECK_FALSE(is_ulid("01arynywm1000000000000000u"));
  CHECK_FALSE(is_ulid("7zzzzzzzzz0000000000000000"));  // the year 10889
  CHECK_FALSE(is_ulid("zzzzzzzzzz0000000000000000"));
  CHECK_FALSE(time_of_ulid("76ezg8000000000000000000000"));
}

TEST_CASE("record ids follow the newest one seen, whatever the clock says") {
  const auto random = make_seeded_random("seed");
  const std::string first = next_record_id(at(1000), "", *random, "x");
  CHECK(time_of_ulid(first) == at(1000));
  const std::string behind = next_record_id(at(10), first, *random, "x");
  CHECK(time_of_ulid(behind) == at(1001));
  CHECK(behind > first);
  CHECK(time_of_ulid(next_record_id(at(5000), first, *random, "x")) == at(5000));
  CHECK(time_of_ulid(next_record_id(at(-5), "", *random, "x")) == at(0));
}

TEST_CASE("at the end of the year 9999 the tail goes on counting") {
  const auto random = make_seeded_random("seed");
  std::array<std::uint8_t, 10> tail{};
  tail.fill(0xff);
  tail[9] = 0xfe;
  const std::string newest = make_ulid(at(kLatest), tail);
  const std::string next = next_record_id(at(0), newest, *random, "x");
  CHECK(next > newest);
  CHECK(is_ulid(next));
  CHECK_THROWS_AS(next_record_id(at(0), next, *random, "x"), Error);
  tail.fill(0);
  tail[9] = 0x1f;
  CHECK(record_tail(next_record_id(at(0), make_ulid(at(kLatest), tail), *random, "x")) == "0000000000000010");
}

TEST_CASE("ids of the machine follow from cause and content alone") {
  const std::string id = derived_record_id(at(1000), "content");
  CHECK(id == derived_record_id(at(1000), "content"));
  CHECK(id != derived_record_id(at(1000), "contend"));
  CHECK(time_of_ulid(id) == at(1000));
}

TEST_CASE("complaint ids") {
  const std::array<std::uint8_t, 10> random{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  const std::string id = make_complaint_id(parse_rfc3339("2026-11-21T00:30:00+01:00")->utc, random);
  CHECK(id.substr(0, 9) == "20261120-");
  CHECK(is_complaint_id(id));
  CHECK(complaint_tail(id) == id.substr(9));
  CHECK(is_complaint_id("20261121-7f3q2mxab4"));
  for (const char* text :
       {"", "7f3q2mxab4", "20261321-7f3q2mxab4", "20260229-7f3q2mxab4", "20261121-7f3q2mxab", "20261121-7f3q2mxabu",
        "20261121-7F3Q2MXAB4", "20261121_7f3q2mxab4", "2026112a-7f3q2mxab4"}) {
    CAPTURE(text);
    CHECK_FALSE(is_complaint_id(text));
  }
}

TEST_CASE("seeded randomness repeats itself; draws and contexts differ") {
  const auto one = make_seeded_random("a");
  const auto two = make_seeded_random("a");
  std::set<std::array<std::uint8_t, 10>> drawn;
  for (int i = 0; i < 100; ++i) {
    const auto bytes = one->draw("context");
    CHECK(bytes == two->draw("context"));
    drawn.insert(bytes);
  }
  CHECK(drawn.size() == 100);
  CHECK(make_seeded_random("a")->draw("x") != make_seeded_random("a")->draw("y"));
  CHECK(make_seeded_random("a")->draw("x") != make_seeded_random("b")->draw("x"));
  CHECK(make_system_random()->draw("") != make_system_random()->draw(""));
}
