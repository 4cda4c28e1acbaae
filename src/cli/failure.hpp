#pragma once

#include <exception>
#include <optional>
#include <string>

namespace crmtrack::cli {

/// How a command that threw ends.
struct Failure {
  int exit_code = 70;
  std::string text;  ///< for stderr, control characters made visible; empty: not a word
};

Failure describe_failure(std::exception_ptr thrown);

/// Writes to standard error, whatever happens to it.
void write_error(const std::string& text) noexcept;

}  // namespace crmtrack::cli
