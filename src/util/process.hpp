#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace crmtrack::util {

struct ProcessResult {
  int status = 0;  ///< exit status; 128 + n where signal n ended it
  std::string out;
  std::string err;
  bool timed_out = false;  ///< it took longer than `timeout`, and was ended
};

struct ProcessOptions {
  std::string input;                               ///< standard input
  std::optional<std::filesystem::path> directory;  ///< working directory
  bool inherit_output = false;  ///< the child has our terminal (an editor, a pager): it writes there, and reads there
                                ///< if `input` is empty; Ctrl-C is the child's alone
  std::size_t output_limit = 64U << 20;  ///< bytes kept of each stream; a child that writes more is ended
  /// A child that takes longer is killed, with all processes that it started and that stayed in its process group.
  std::optional<std::chrono::milliseconds> timeout = {};
  /// Differences between the child's environment and ours: a value, or nullopt for a variable to remove.
  std::vector<std::pair<std::string, std::optional<std::string>>> variables;
};

/// Runs a program found in PATH, without a shell, until it ends, and returns its output and its exit status, which the
/// caller judges. Throws Error(program_failed) where it cannot be started.
ProcessResult run_process(const std::vector<std::string>& arguments, const ProcessOptions& options = {});
/// Runs a command line that the user configured (editor, pager), by `/bin/sh -c`, with `arguments` appended quoted.
ProcessResult run_user_command(const std::string& command, const std::vector<std::string>& arguments,
                               const ProcessOptions& options = {});

}  // namespace crmtrack::util
