#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace crmtrack::util {

/// What went wrong, as far as a script can tell: each kind is one exit code (see crmtrack(1)).
enum class ErrorKind {
  usage = 2,           ///< an option or value that the command does not take
  not_found = 3,       ///< nothing by that id, name or path
  ambiguous = 4,       ///< a prefix that fits several
  refused = 5,         ///< what a form, the policy, the lifecycle or a role forbids; bad rows
  conflict = 6,        ///< a person has to decide
  repository = 7,      ///< the data repository is missing, foreign, read-only or damaged
  program_failed = 8,  ///< a program that we called failed
  cancelled = 9,       ///< the user said no
  bug = 70,            ///< ours
  busy = 75,           ///< somebody else holds the lock; try again
};

/// What the user must be told. `message` is one line, `cannot … 'subject': why`, lower case, no full
/// stop; each hint is one line that says how to mend it.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::vector<std::string> hints = {})
      : std::runtime_error(message), kind_(kind), hints_(std::move(hints)) {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  [[nodiscard]] const std::vector<std::string>& hints() const { return hints_; }
  [[nodiscard]] int exit_code() const { return static_cast<int>(kind_); }

 private:
  ErrorKind kind_;
  std::vector<std::string> hints_;
};

}  // namespace crmtrack::util
