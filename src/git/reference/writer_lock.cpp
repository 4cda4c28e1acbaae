#include "git/reference/writer_lock.hpp"

#include <fmt/format.h>

#include <chrono>
#include <random>
#include <thread>

#include "util/error.hpp"

namespace crmtrack::git {

using util::Error;
using util::ErrorKind;

util::FileLock lock_writers(const Location& location, const Access& access) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::seconds kPatience(30);
  constexpr std::chrono::microseconds kShortest(100), kLongest(2000);
  make_own_dir(location, access);
  const std::filesystem::path path = lock_path(location);
  const auto deadline = Clock::now() + kPatience;
  std::minstd_rand random(std::random_device{}());
  auto pause = kShortest;
  // A holder keeps it for a millisecond or two: short naps hand it over sooner than a queue with long ones.
  while (true) {
    if (auto lock = util::FileLock::try_acquire(path, util::FileLock::Mode::exclusive)) return std::move(*lock);
    if (Clock::now() > deadline) break;
    std::this_thread::sleep_for(pause / 2 + std::chrono::microseconds(random() % static_cast<unsigned>(pause.count())));
    pause = std::min(pause * 2, kLongest);
  }
  throw Error(ErrorKind::busy, fmt::format("cannot write to the ledger: another process holds '{}'", path.string()),
              {"try again"});
}

}  // namespace crmtrack::git
