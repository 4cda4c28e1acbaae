#include "terminal/progress.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "folder.hpp"
#include "util/file.hpp"

using namespace crmtrack;
using terminal::test::Folder;

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
