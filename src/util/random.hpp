#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Where random ids come from. `context` names what is drawn for (ledger head, record content); the system source
/// ignores it, the seeded one hashes seed, context and a count, so that a replay draws the same ids.
class Random {
 public:
  virtual ~Random() = default;
  virtual std::array<std::uint8_t, 10> draw(std::string_view context) = 0;  ///< 80 bits
};

std::unique_ptr<Random> make_system_random();
std::unique_ptr<Random> make_seeded_random(std::string seed);

}  // namespace crmtrack::util
