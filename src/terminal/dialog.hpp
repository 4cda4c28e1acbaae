#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "terminal/streams.hpp"

namespace crmtrack::terminal {

/// The word that a choice stands for: what is said of it follows after two blanks.
std::string_view word_of(std::string_view choice);

/// Asks a person at a terminal (on stderr, answers from stdin). Ctrl-D throws Error(cancelled); Ctrl-C ends the process
/// by its signal, as everywhere: nothing is written before the last question is answered.
class Dialog {
 public:
  explicit Dialog(const Streams& streams) : streams_(streams) {}
  /// One line. Empty input takes the default; `choices` are shown numbered (a number or a unique prefix chooses), and
  /// where `closed`, nothing else is taken.
  std::string ask(const std::string& question, const std::string& fallback,
                  const std::vector<std::string>& choices = {}, bool closed = false);

 private:
  Streams streams_;
};

}  // namespace crmtrack::terminal
