#include <doctest/doctest.h>

#include <signal.h>

#include <chrono>

#include "util/error.hpp"
#include "util/process.hpp"

using namespace crmtrack::util;

TEST_CASE("a program's streams and status come back") {
  const auto result = run_process({"sh", "-c", "cat; echo err >&2; exit 3"}, {.input = "in"});
  CHECK(result.status == 3);
  CHECK(result.out == "in");
  CHECK(result.err == "err\n");
  CHECK(run_process({"sh", "-c", "kill -TERM $$"}).status == 128 + SIGTERM);
  CHECK(run_process({"true"}).status == 0);
}

TEST_CASE("no shell comes between") {
  CHECK(run_process({"printf", "%s|", "a b", "$HOME", "`id`", "*", ""}).out == "a b|$HOME|`id`|*||");
}

TEST_CASE("a program that cannot be started is an error of its own") {
  for (const char* program : {"crmtrack-no-such-program", "/", ""}) {
    CAPTURE(program);
    try {
      run_process({program});
      CHECK(false);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::program_failed);
    }
  }
  CHECK_THROWS_AS(run_process({"true"}, {.directory = "/no/such/folder"}), Error);
}

TEST_CASE("much input and much output at once do not block each other") {
  const std::string large(3'000'000, 'x');
  const auto result = run_process({"sh", "-c", "tee /dev/stderr"}, {.input = large});
  CHECK(result.out == large);
  CHECK(result.err == large);
}

TEST_CASE("a program that reads none of its input is no failure") {
  CHECK(run_process({"true"}, {.input = std::string(3'000'000, 'x')}).status == 0);
  sigset_t pending;
  sigpending(&pending);
  CHECK(sigismember(&pending, SIGPIPE) == 0);
}

TEST_CASE("endless output is cut, and its program ended") {
  const auto result = run_process({"yes"}, {.output_limit = 1000});
  CHECK(result.out.size() == 1000);
  CHECK(result.status == 128 + SIGKILL);
  const auto exact = run_process({"printf", "12345"}, {.output_limit = 5});
  CHECK(exact.out == "12345");
  CHECK(exact.status == 0);
}

TEST_CASE("a daemon that a program leaves behind is not waited for") {
  const auto start = std::chrono::steady_clock::now();
  const auto result = run_process({"sh", "-c", "sleep 20 & echo done"});
  CHECK(result.out == "done\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("the working directory") { CHECK(run_process({"pwd"}, {.directory = "/usr"}).out == "/usr\n"); }

TEST_CASE("a user's command is for the shell, its arguments are not") {
  CHECK(run_user_command("printf '%s|' x", {"a b", "it's", "$(id)", ""}).out == "x|a b|it's|$(id)||");
  CHECK(run_user_command("echo a; echo b", {}).out == "a\nb\n");
  CHECK(run_user_command("crmtrack-no-such-program", {"x"}).status == 127);
}

TEST_CASE("a child's environment is ours but for what is said") {
  ::setenv("CRMTRACK_TEST_KEPT", "kept", 1);
  ::setenv("CRMTRACK_TEST_GONE", "gone", 1);
  const auto result = run_process({"sh", "-c", "echo $CRMTRACK_TEST_KEPT-$CRMTRACK_TEST_GONE-$CRMTRACK_TEST_NEW"},
                                  {.variables = {{"CRMTRACK_TEST_GONE", std::nullopt}, {"CRMTRACK_TEST_NEW", "a b"}}});
  CHECK(result.out == "kept--a b\n");
}

TEST_CASE("a program that takes too long is ended, with its children") {
  const auto began = std::chrono::steady_clock::now();
  const auto slow =
      run_process({"sh", "-c", "echo begun; sleep 100 & sleep 100"}, {.timeout = std::chrono::milliseconds(300)});
  CHECK(slow.timed_out);
  CHECK(slow.status == 128 + SIGKILL);
  CHECK(slow.out == "begun\n");
  // One that closes its streams is not forgotten, and one that reads nothing is not waited for.
  CHECK(
      run_process({"sh", "-c", "exec <&- >&- 2>&-; sleep 100"}, {.timeout = std::chrono::milliseconds(100)}).timed_out);
  CHECK(run_process({"sleep", "100"}, {.input = std::string(1'000'000, 'x'), .timeout = std::chrono::milliseconds(100)})
            .timed_out);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(50));
  const auto quick = run_process({"sh", "-c", "cat; exit 3"}, {.input = "in", .timeout = std::chrono::seconds(100)});
  CHECK(quick.status == 3);
  CHECK(quick.out == "in");
  CHECK_FALSE(quick.timed_out);
}

TEST_CASE("the children of a program that took too long have ended") {
  const auto slow = run_process({"sh", "-c", "sleep 100 & echo $!; wait"}, {.timeout = std::chrono::milliseconds(300)});
  const auto state = run_process({"sh", "-c", "sleep 0.2; ps -o stat= -p " + slow.out.substr(0, slow.out.find('\n'))});
  CHECK((state.out.empty() || state.out.starts_with('Z')));
}
