#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/access.hpp"

namespace crmtrack::command {

using session::Access;

class Context;

/// The kind of thing that a word on the command line names; completion offers things of that kind.
enum class Completes {
  nothing,
  file,
  directory,
  complaint,
  customer,
  project,
  reason,
  person,
  level,
  calendar,
  rule,
  target,
  record,
  promise,
  field,
  filter,
  sort_key,
  report,
  report_key,
  measure,
  conflict_file,
  conflict_key,
  command,
  story,   ///< a complaint or a customer
  step,    ///< of a plan
  signal,  ///< of early warning
  series   ///< that early warning follows
};

struct OptionSpec {
  std::string_view names;         ///< `-c,--customer` or `--at`
  std::string_view metavar = {};  ///< empty: a flag
  std::string_view help = {};
  Completes completes = Completes::nothing;
  std::span<const std::string_view> choices = {};  ///< a fixed vocabulary: another word is a usage error
  bool repeats = false;                            ///< may be given several times
  [[nodiscard]] std::string_view key() const;      ///< the long name without dashes
};

struct PositionalSpec {
  std::string_view name;
  std::string_view help = {};
  Completes completes = Completes::nothing;
  int min = 1;
  int max = 1;  ///< -1: any number
};

struct Example {
  std::string_view line;
  std::string_view says;
};

/// The user's options and words, after the parser has matched them with the spec.
class Invocation {
 public:
  std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< by OptionSpec::key
  std::vector<std::string> positionals;

  [[nodiscard]] bool has(std::string_view key) const;
  /// The last value of an option; empty where the user gave none.
  [[nodiscard]] std::string get(std::string_view key) const;
  [[nodiscard]] std::optional<std::string> find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view key) const;
};

/// A command, as data and a function `run`. Help, completion, formats, the check of its manual page, exit codes and the
/// opening of the repository come from the data.
struct CommandSpec {
  std::string_view name;     ///< `new`, `customer add`, `plan add`
  std::string_view group;    ///< set up, capture, handle, look, report, policy, exchange
  std::string_view summary;  ///< one line, for help
  std::vector<PositionalSpec> positionals = {};
  std::vector<OptionSpec> options = {};
  std::vector<Example> examples = {};
  Access access = Access::writes;
  int (*run)(Context&, const Invocation&) = nullptr;  ///< the exit code
  bool hidden = false;
  /// The first positional stands before the last word of the name: `plan ID add`.
  bool subject_first = false;
};

/// The options that every command takes.
std::span<const OptionSpec> global_options();

}  // namespace crmtrack::command
