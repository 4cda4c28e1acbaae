#include "terminal/dialog.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "terminal/editor.hpp"
#include "terminal/pager.hpp"
#include "terminal/progress.hpp"
#include "terminal/writer.hpp"
#include "util/error.hpp"
#include "util/file.hpp"

using namespace crmtrack;

namespace {

/// A folder that goes away with the test.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "crmtrack-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

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
  return asked(typed, [&](terminal::Dialog& dialog) { return dialog.ask("project", fallback, choices, closed); });
}

std::string edited(const std::string& command, const std::string& text_template) {
  return terminal::edit_text(command, text_template);
}

util::ErrorKind edit_failure(const std::string& command, const std::string& text_template) {
  try {
    terminal::edit_text(command, text_template);
  } catch (const util::Error& error) {
    return error.kind();
  }
  return util::ErrorKind::bug;
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

TEST_CASE("the editor's text comes back without comments") {
  CHECK(edited("printf '\\n first \\n# comment\\n\\nlast\\n\\n' >", "# template\n") == " first\n\nlast");
  CHECK(edited("echo more >>", "kept\n# comment\n") == "kept\nmore");
}

TEST_CASE("an empty or unchanged text cancels, an editor that fails says so") {
  CHECK(edit_failure("true", "# only comments\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("true", "some text\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("printf 'some text  \\n\\n# new comment\\n' >", "some text\n") == util::ErrorKind::cancelled);
  CHECK(edit_failure("echo x >", "") == util::ErrorKind::bug);  // none of these
  CHECK(edit_failure("exit 3;", "") == util::ErrorKind::program_failed);
  CHECK(edit_failure("no-such-editor-here", "") == util::ErrorKind::program_failed);
}

TEST_CASE("the file is private, and nothing of it stays") {
  const Folder folder;
  ::setenv("TMPDIR", folder.path.c_str(), 1);
  const auto kept = (folder.path / "kept").string();
  edited("sh -c 'stat -c %a \"$0\" > " + kept + "; stat -c %a \"$(dirname \"$0\")\" >> " + kept +
             "; echo backup > \"$0~\"; echo x >> \"$0\"'",
         "");
  CHECK(util::read_file(kept, 100) == "600\n700\n");
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator{folder.path}) left.push_back(entry.path().filename());
  CHECK(left == std::vector<std::string>{"kept"});
  CHECK(edit_failure("exit 1;", "") == util::ErrorKind::program_failed);
  ::setenv("TMPDIR", (folder.path / "absent").c_str(), 1);
  CHECK(edit_failure("true", "x") == util::ErrorKind::program_failed);
  ::unsetenv("TMPDIR");
}

TEST_CASE("progress is shown on a terminal alone, after a while, and cleared") {
  const Folder folder;
  const auto file = folder.path / "err";
  terminal::Streams streams;
  streams.err = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const auto run = [&](int wait) {
    terminal::ProgressLine progress{streams, "reading\x1b"};
    progress.update(1, 4);
    std::this_thread::sleep_for(std::chrono::milliseconds{wait});
    for (std::uint64_t done = 1; done < 1000; ++done) progress.update(2, 4);
  };
  run(350);
  CHECK(util::read_file(file, 1000).empty());
  streams.err_is_terminal = true;
  run(0);
  CHECK(util::read_file(file, 1000).empty());
  run(350);
  const std::string line = "reading\\x1b: 2 of 4 (50 %)";
  CHECK(util::read_file(file, 1000) == "\r" + line + "\r" + std::string(line.size(), ' ') + "\r");
  ::close(streams.err);
}

TEST_CASE("the pager gets what is written until it ends; without one, text goes straight out") {
  const Folder folder;
  const auto terminal = folder.path / "terminal";
  const auto paged = folder.path / "paged";
  ::unsetenv("LESS");
  terminal::Streams streams;
  streams.out = ::open(terminal.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const auto show = [&](const std::string& command, const std::string& text) {
    const terminal::Pager pager{streams, command};
    terminal::Writer writer{streams.out};
    writer.write(text);
    writer.flush();
  };
  show("sed 's/^/paged /' > " + paged.string(), "no terminal\n");
  CHECK_FALSE(std::filesystem::exists(paged));
  streams.out_is_terminal = true;
  show("sed \"s/^/$LESS /\" > " + paged.string(), "one\ntwo\n");
  CHECK(util::read_file(paged, 1000) == "FRX one\nFRX two\n");
  show("no-such-pager-here -R", "straight\n");
  show("cat", "as it is\n");
  show("", "none\n");
  CHECK(util::read_file(terminal, 1000) == "no terminal\nstraight\nas it is\nnone\n");
  CHECK_THROWS_AS(show("exit 0;", std::string(1'000'000, 'x')), terminal::ClosedPipe);
  ::close(streams.out);
}
