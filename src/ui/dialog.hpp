#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/streams.hpp"

namespace crmtrack::ui {

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

/// Opens the user's editor (`command`) on a private file with this template; lines that begin with `#` are left out of
/// what comes back. Throws Error(cancelled) where the text is empty or unchanged, Error(program_failed) where the
/// editor failed.
std::string edit_text(const std::string& command, const std::string& text_template);

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

/// Sends what is written to `streams.out` through the user's pager (a line for the shell; `less` quits by itself where
/// all fits a screen, unless LESS says otherwise) where it is a terminal and the pager can be started; ends it in the
/// destructor. Flush what was printed before that.
class Pager {
 public:
  Pager(Streams& streams, const std::string& command);
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

 private:
  int out_ = -1;
  int saved_out_ = -1;
  int child_ = -1;
};

}  // namespace crmtrack::ui
