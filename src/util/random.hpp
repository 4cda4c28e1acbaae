#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// The source of random ids. `context` names the purpose of a draw (ledger head, record content). The system's source
/// ignores it. The seeded one hashes seed, context and a count, so that a replay draws the same ids.
class Random {
 public:
  virtual ~Random() = default;
  virtual std::array<std::uint8_t, 10> draw(std::string_view context) = 0;  ///< 80 bits
};

std::unique_ptr<Random> make_system_random();
std::unique_ptr<Random> make_seeded_random(std::string seed);

}  // namespace crmtrack::util
