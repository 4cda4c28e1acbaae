#include "terminal/dialog.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

#include "folder.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using terminal::test::Folder;

namespace {

struct Asked {
  std::string answer;
  std::string shown;
  bool cancelled = false;
};

/// Runs a dialog that reads `typed` from a pipe and writes to a file.
template <class Ask>
Asked asked(const std::string& typed, Ask ask) {
  const Folder folder;
  const auto file = folder.path / "err";
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  REQUIRE(::write(ends[1], typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
  ::close(ends[1]);
  terminal::Streams streams;
  streams.in = ends[0];
  streams.err = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  Asked result;
  terminal::Dialog dialog{streams};
  try {
    result.answer = ask(dialog);
  } catch (const util::Error& error) {
    result.cancelled = error.kind() == util::ErrorKind::cancelled;
  }
  ::close(ends[0]);
  ::close(streams.err);
  result.shown = util::read_file(file, 1 << 20);
  return result;
}

Asked ask(const std::string& typed, const std::string& fallback, const std::vector<std::string>& choices, bool closed) {
  return asked(
      typed, [&](terminal::Dialog& dialog) { return dialog.ask("project", fallback, choices, closed); });
}

const std::vector<std::string> kProjects{"apollo", "apex", "zeus"};

}  // namespace

TEST_CASE("an open question takes what is typed, and a default for nothing") {
  CHECK(ask("acme\n", "", {}, false).answer == "acme");
  CHECK(ask("  acme  \r\n", "", {}, false).answer == "acme");
  CHECK(ask("\n", "zeus", {}, false).answer == "zeus");
  CHECK(ask("\n", "", {}, false).answer.empty());
  CHECK(ask("no newline", "", {}, false).answer == "no newline");
  CHECK(ask("acme\n", "zeus", {}, false).shown == "project [zeus]: ");
}

TEST_CASE("choices are taken by number or unique prefix") {
  const auto by_number = ask("2\n", "", kProjects, true);
  CHECK(by_number.answer == "apex");
  CHECK(by_number.shown == "  1  apollo\n  2  apex\n  3  zeus\nproject: ");
  CHECK(ask("z\n", "", kProjects, true).answer == "zeus");
  CHECK(ask("APO\n", "", kProjects, true).answer == "apollo");
  CHECK(ask("z\n", "", kProjects, false).answer == "zeus");
  CHECK(ask("new-one\n", "", kProjects, false).answer == "new-one");
  CHECK(ask("ap\n", "", kProjects, false).answer == "ap");
}

TEST_CASE("a closed question is asked again until the answer is one of the choices") {
  const auto result = ask("ap\nnone\n9\n\n0\napex\n", "", kProjects, true);
  CHECK(result.answer == "apex");
  CHECK(result.shown.find("'ap' fits apollo, apex\n") != std::string::npos);
  CHECK(result.shown.find("'none' is none of the choices\n") != std::string::npos);
}

TEST_CASE("the end of input cancels") {
  CHECK(ask("", "zeus", {}, false).cancelled);
  CHECK(ask("ap\n", "", kProjects, true).cancelled);
}

TEST_CASE("questions show no control characters") {
  const auto result =
      asked("x\n", [](terminal::Dialog& dialog) { return dialog.ask("a\x1b[2J", "b\n", {"c\x07"}, false); });
  CHECK(result.shown == "  1  c\\x07\na\\x1b[2J [b\\n]: ");
}
