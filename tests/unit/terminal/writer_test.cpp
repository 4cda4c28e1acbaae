#include "terminal/writer.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "util/error.hpp"

using namespace crmtrack;

TEST_CASE("a full disk is named, and forgotten once told") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  terminal::Writer writer{full};
  writer.write("x");
  try {
    writer.flush();
    FAIL("no error");
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::program_failed);
    CHECK(std::string{error.what()} == "cannot write to standard output: No space left on device");
  }
  CHECK_NOTHROW(writer.flush());
  ::close(full);
}

TEST_CASE("a closed pipe ends the work quietly") {
  auto* const before = ::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  terminal::Writer writer{ends[1]};
  writer.write("x");
  CHECK_THROWS_AS(writer.flush(), terminal::ClosedPipe);
  ::close(ends[1]);
  ::signal(SIGPIPE, before);
}

TEST_CASE("a descriptor that does not block is waited for") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  const std::string text(300'000, 'x');
  const pid_t reader = ::fork();
  if (reader == 0) {
    ::close(ends[1]);
    char buffer[1000];
    std::size_t total = 0;
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) total += static_cast<std::size_t>(got);
    ::_exit(total == 300'000 ? 0 : 1);
  }
  ::close(ends[0]);
  terminal::Writer writer{ends[1]};
  writer.write(text);
  writer.flush();
  ::close(ends[1]);
  int status = -1;
  REQUIRE(::waitpid(reader, &status, 0) == reader);
  CHECK(status == 0);
}
