#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "terminal/streams.hpp"

namespace crmtrack::terminal {

/// A progress line on a terminal's stderr, at most ten times a second; nothing elsewhere. Clears itself.
class ProgressLine {
 public:
  ProgressLine(const Streams& streams, std::string label);
  ~ProgressLine();
  void update(std::uint64_t done, std::uint64_t total);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace crmtrack::terminal
