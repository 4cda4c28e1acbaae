#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "../session/data_repository.hpp"
#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command::test {

/// The outcome of a command.
struct Ran {
  int exit_code = 0;
  std::string out, err;
};

/// A file in no folder that stands for a standard stream.
class Stream {
 public:
  Stream() : file_(std::tmpfile()) { REQUIRE(file_ != nullptr); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { std::fclose(file_); }

  [[nodiscard]] int descriptor() const { return ::fileno(file_); }
  [[nodiscard]] std::string text() const {
    std::rewind(file_);
    std::string text;
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file_)) > 0;) text.append(buffer, got);
    return text;
  }

 private:
  std::FILE* file_;
};

/// The words of a command, as the parser gives them.
inline Invocation words(std::vector<std::string> positionals, const std::map<std::string, std::string>& options = {}) {
  Invocation invocation;
  invocation.positionals = std::move(positionals);
  for (const auto& [key, value] : options) invocation.options[key] = {value};
  return invocation;
}

/// Runs a command in this process, in pipes. An error that it ends with is thrown.
inline Ran run(session::Settings settings, const CommandSpec& command, const Invocation& invocation,
               const Display& display = {}) {
  const Stream in, out, err;
  terminal::Streams streams;
  streams.in = in.descriptor();
  streams.out = out.descriptor();
  streams.err = err.descriptor();
  settings.command = command.name;
  Context context(std::move(settings), display, streams);
  context.open(command.access);
  Ran ran;
  ran.exit_code = command.run(context, invocation);
  context.finish();
  ran.out = out.text();
  ran.err = err.text();
  return ran;
}

/// Runs a command in this process on the data repository.
inline Ran run(const session::test::DataRepository& repository, const CommandSpec& command,
               const Invocation& invocation, const Display& display = {}) {
  return run(repository.settings(""), command, invocation, display);
}

/// The display of `--format NAME`.
inline Display formatted(const std::string& name) {
  Display display;
  display.format = name;
  return display;
}

}  // namespace crmtrack::command::test
