#include <doctest/doctest.h>

#include "util/digest.hpp"
#include "util/hex.hpp"

using namespace crmtrack::util;

TEST_CASE("SHA-256 of FIPS 180-4's examples") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-1 as Git counts it") {
  const auto digest = sha1(std::string_view("blob 0\0", 7));
  CHECK(to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()}) ==
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}

TEST_CASE("hexadecimal digits of any bytes") { CHECK(to_hex(std::string_view("\x00\x0f\xff", 3)) == "000fff"); }
