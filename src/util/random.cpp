#include "util/random.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "util/digest.hpp"
#include "util/error.hpp"

namespace crmtrack::util {

namespace {

class SystemRandom final : public Random {
 public:
  std::array<std::uint8_t, 10> draw(std::string_view /*context*/) override {
    std::array<std::uint8_t, 10> bytes{};
    // Requests of at most 256 bytes are never cut short; only a signal during early boot interrupts them.
    while (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
      if (errno != EINTR) {
        throw Error(ErrorKind::program_failed,
                    fmt::format("cannot draw a random number: {}", std::generic_category().message(errno)));
      }
    }
    return bytes;
  }
};

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::string seed) : seed_(std::move(seed)) {}

  std::array<std::uint8_t, 10> draw(std::string_view context) override {
    // The length keeps seed "a", context "bc" apart from seed "ab", context "c".
    const auto digest = sha256(fmt::format("{}:{}:{}:{}", seed_.size(), seed_, count_++, context));
    std::array<std::uint8_t, 10> bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return bytes;
  }

 private:
  std::string seed_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<Random> make_system_random() { return std::make_unique<SystemRandom>(); }
std::unique_ptr<Random> make_seeded_random(std::string seed) { return std::make_unique<SeededRandom>(std::move(seed)); }

}  // namespace crmtrack::util
