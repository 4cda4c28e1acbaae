#include "ledger/share/went_back.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "git/program/repository.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

/// Commits of a server's branch and of ours, with dates of the test's choice.
class Server {
 public:
  Server() { box_.init("data"); }

  /// A commit with that date; its parents by their marks.
  unsigned commit(int time, const std::vector<unsigned>& parents) {
    stream_ += fmt::format("commit refs/bench/c{}\nmark :{}\ncommitter x <x@example.com> {} +0000\ndata 0\n", ++last_,
                           last_, 1'700'000'000 + time);
    for (std::size_t i = 0; i < parents.size(); ++i)
      stream_ += fmt::format("{} :{}\n", i == 0 ? "from" : "merge", parents[i]);
    stream_ += "\n";
    return last_;
  }

  void write() {
    testing::write_text(box_.path("stream"), stream_);
    box_.git("data", {"-c", fmt::format("alias.import=!git fast-import --quiet < '{}'", box_.path("stream").string()),
                      "import"});
  }

  [[nodiscard]] std::string id(unsigned number) const {
    return box_.git("data", {"rev-parse", fmt::format("refs/bench/c{}", number)}).substr(0, 40);
  }

  [[nodiscard]] std::size_t lost(unsigned before, unsigned now, unsigned ours) const {
    const git::Repository repository = git::open_repository(*git::find_location(box_.path("data")), box_.environment());
    return find_what_went_back(git::GitProgram(repository.location, {}), repository,
                               {"refs/remotes/origin/ledger", before == 0 ? "" : id(before), id(now)}, id(ours))
        .commits.size();
  }

  [[nodiscard]] const Sandbox& box() const { return box_; }

 private:
  Sandbox box_;
  std::string stream_;
  unsigned last_ = 0;
};

}  // namespace

TEST_CASE("a server has what it ever had, whatever the clocks of its authors say") {
  Server server;
  const unsigned root = server.commit(1, {});
  const unsigned was = server.commit(90, {root});
  const unsigned ours = server.commit(100, {was});
  unsigned slow = was;  // a colleague whose clock is far behind goes on from there
  for (int i = 12; i > 1; --i) slow = server.commit(i, {slow});
  const unsigned now = server.commit(200, {root, slow});
  server.write();
  // Git itself takes the commit for ours alone: its walk stops at dates.
  CHECK(server.box().git("data", {"rev-list", server.id(ours), "^" + server.id(now)}).find(server.id(was)) !=
        std::string::npos);
  CHECK(server.lost(was, now, ours) == 0);
}

TEST_CASE("commits that a server has lost are told") {
  Server server;
  const unsigned root = server.commit(1, {});
  const unsigned was = server.commit(3, {server.commit(2, {root})});
  const unsigned ours = server.commit(4, {was});
  server.write();
  CHECK(server.lost(was, root, ours) == 2);
  CHECK(server.lost(was, was, ours) == 0);
  CHECK(server.lost(0, root, ours) == 0);  // no head was seen before
}

}  // namespace crmtrack::ledger
