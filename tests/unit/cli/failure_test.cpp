#include "cli/failure.hpp"

#include <doctest/doctest.h>

#include <new>
#include <stdexcept>

#include "terminal/writer.hpp"
#include "util/error.hpp"

using namespace crmtrack::cli;
using crmtrack::util::Error;
using crmtrack::util::ErrorKind;

namespace {

template <typename Thrown>
Failure failure_of(const Thrown& thrown) {
  return describe_failure(std::make_exception_ptr(thrown));
}

}  // namespace

TEST_CASE("an error is one line, its hints a line each, its kind the exit code") {
  const Failure failure =
      failure_of(Error(ErrorKind::refused, "cannot close '7f3q': open steps", {"do them", "or not"}));
  CHECK(failure.text == "crmtrack: cannot close '7f3q': open steps\nhint: do them\nhint: or not\n");
  CHECK(failure.exit_code == 5);
  CHECK(failure_of(Error(ErrorKind::busy, "x")).exit_code == 75);
}

TEST_CASE("control characters in messages are made visible") {
  const Failure failure = failure_of(Error(ErrorKind::usage, "cannot use '\x1b[2J'", {"a\nb"}));
  CHECK(failure.text.find('\x1b') == std::string::npos);
  CHECK(std::count(failure.text.begin(), failure.text.end(), '\n') == 2);
}

TEST_CASE("a closed pipe ends without a word, anything else is a bug of ours") {
  CHECK(failure_of(crmtrack::terminal::ClosedPipe{}).exit_code == 141);
  CHECK(failure_of(crmtrack::terminal::ClosedPipe{}).text.empty());
  CHECK(failure_of(std::bad_alloc{}).exit_code == 70);
  CHECK(failure_of(std::runtime_error("odd")).text.find("cannot go on: odd\nhint: this is a bug of ours") !=
        std::string::npos);
  CHECK(failure_of(42).exit_code == 70);
}
