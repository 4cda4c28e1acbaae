#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace crmtrack::util {

/// The kinds of failure that a script can tell apart: each is one exit code (crmtrack(1), EXIT STATUS).
enum class ErrorKind {
  usage = 2,           ///< an option or value that the command does not take
  not_found = 3,       ///< nothing by that id, name or path
  ambiguous = 4,       ///< a prefix that fits several
  refused = 5,         ///< a form, the policy, the lifecycle or a right forbids it; bad rows of an import
  conflict = 6,        ///< a person has to decide
  repository = 7,      ///< the data repository is missing, foreign, read-only or damaged
  program_failed = 8,  ///< a program that we called failed
  cancelled = 9,       ///< the user said no
  bug = 70,            ///< a mistake of the program
  busy = 75,           ///< somebody else holds the lock; try again
};

/// An error that the user must be told of. `message` is one line, `cannot … 'subject': why`, in lower case and without
/// a full stop. Each hint is one line that names a way out.
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
