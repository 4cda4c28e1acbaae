#include "terminal/pager.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "folder.hpp"
#include "terminal/writer.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using terminal::test::Folder;

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
