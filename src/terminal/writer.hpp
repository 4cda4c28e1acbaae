#pragma once

#include <string>
#include <string_view>

namespace crmtrack::terminal {

/// Buffered writing to a descriptor. Throws ClosedPipe on EPIPE and Error(program_failed) naming the reason (a full
/// disk) otherwise.
class Writer {
 public:
  explicit Writer(int fd) : fd_(fd) {}
  void write(std::string_view text);
  void flush();

 private:
  int fd_;
  std::string buffer_;
};

/// The reader of our output went away: the process ends with 141 and no word.
struct ClosedPipe {};

}  // namespace crmtrack::terminal
