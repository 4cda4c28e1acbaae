#pragma once

#include <memory>
#include <string>
#include <vector>

#include "command/spec.hpp"
#include "session/session.hpp"
#include "terminal/printer.hpp"
#include "terminal/streams.hpp"

namespace crmtrack::command {

/// The global options that say how a command shows what it has to show.
struct Display {
  std::string format;  ///< --format; empty: by the terminal
  std::vector<std::string> fields;
  bool no_pager = false, quiet = false, verbose = false, no_input = false;
  bool nul = false;     ///< -0
  bool header = false;  ///< --header
};

/// The context of a command: a session, and the terminal (or the pipes) that its output goes to.
class Context : public session::Session {
 public:
  Context(session::Settings settings, Display display, const terminal::Streams& streams);
  ~Context();

  [[nodiscard]] const Display& display() const { return display_; }
  [[nodiscard]] const terminal::Streams& streams() const { return streams_; }

  terminal::Printer& out();
  /// Shows these fields where the user chose none. To be called before `out`.
  void suggest_fields(const std::vector<std::string>& fields);
  /// Whether a format of data (JSON, YAML) was asked for: stories and reports are text otherwise, in a pipe too.
  [[nodiscard]] bool wants_data() const;
  /// Whether a question may be asked.
  [[nodiscard]] bool interactive() const { return settings().may_ask; }
  /// Remembers the text that the user typed in an editor or a dialog, so that a failure after it does not lose it.
  void note_typed(std::string text) { typed_ = std::move(text); }
  [[nodiscard]] const std::string& typed() const { return typed_; }
  /// Sends what follows through the pager, where standard output is a terminal and the format is for people.
  void page();
  /// Ends the pager and flushes. Called once, after `run`.
  void finish();

 private:
  struct Impl;
  Display display_;
  terminal::Streams streams_;
  std::string typed_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crmtrack::command
