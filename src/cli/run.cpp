#include "cli/run.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/completion.hpp"
#include "cli/failure.hpp"
#include "cli/help_output.hpp"
#include "cli/mail_pipe.hpp"
#include "cli/registry.hpp"
#include "cli/short_words.hpp"
#include "cli/usage.hpp"
#include "command/common/context.hpp"
#include "command/common/last_complaint.hpp"
#include "command/common/missing.hpp"
#include "command/complete/completion.hpp"
#include "command/write/kept_text.hpp"
#include "render/format.hpp"
#include "session/policy/conflicts.hpp"
#include "terminal/writer.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::cli {

using command::Access;
using command::CommandSpec;
using command::Context;
using command::Display;
using command::Invocation;
using session::Settings;
using util::Error;
using util::ErrorKind;

namespace {

/// The command that `crmtrack` without words runs.
constexpr const char* kDefault = "default";

/// Opens /dev/null in place of each standard stream that was closed. Otherwise a file that we open could get its
/// number, and messages would go into that file.
void open_standard_descriptors() {
  const bool stdout_closed = ::fcntl(STDOUT_FILENO, F_GETFD) < 0;
  int fd = ::open("/dev/null", O_RDWR);
  while (fd >= 0 && fd < STDERR_FILENO) fd = ::dup(fd);
  if (fd > STDERR_FILENO) ::close(fd);
  if (!stdout_closed) return;
  // Printing to a closed standard output must fail: a lost answer is no success.
  const int read_only = ::open("/dev/null", O_RDONLY);
  ::dup2(read_only, STDOUT_FILENO);
  ::close(read_only);
}

/// Whether a question can be asked and answered.
bool is_on_terminal() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

std::string current_directory() {
  std::error_code failed;
  const std::filesystem::path path = std::filesystem::current_path(failed);
  return failed ? std::string(".") : path.string();
}

std::string chosen_format(const Invocation& globals) {
  std::string format = globals.get("format");
  if (!globals.has("json")) return format;
  const std::string json(render::usual_value_format().name);
  if (!format.empty() && format != json)
    throw Error(ErrorKind::usage, fmt::format("cannot use '--json': '--format {}' says otherwise", format));
  return json;
}

const char* variable(const char* name) { return std::getenv(name); }

Settings make_settings(const Arguments& arguments) {
  const Invocation& globals = arguments.globals;
  Settings settings;
  settings.command = arguments.words.empty() ? kDefault : arguments.words;
  settings.repo = globals.get("repo");
  settings.directory = current_directory();
  settings.as_of = globals.get("as-of");
  settings.dry_run = globals.has("dry-run");
  settings.environment = variable;
  return settings;
}

Display make_display(const Arguments& arguments) {
  const Invocation& globals = arguments.globals;
  Display display;
  display.format = chosen_format(globals);
  if (const std::string fields = globals.get("fields"); !fields.empty()) display.fields = util::split(fields, ',');
  display.no_pager = globals.has("no-pager");
  display.quiet = globals.has("quiet");
  display.verbose = globals.has("verbose");
  display.no_input = globals.has("no-input");
  display.nul = arguments.invocation.has("null");
  display.header = globals.has("header");
  return display;
}

bool asks_for_help(const Arguments& arguments) {
  return arguments.globals.has("h") || arguments.globals.has("help") || arguments.globals.has("version");
}

std::string help_text(const Arguments& arguments, std::size_t width) {
  const bool brief = !arguments.globals.has("help");
  if (arguments.globals.has("version")) return std::string(kVersion);
  if (arguments.command != nullptr)
    return brief ? render_short_help(*arguments.command, width) : render_long_help(*arguments.command, width);
  if (!arguments.words.empty()) return render_group_help(registry(), arguments.words, width);
  return brief ? render_short_overview(width) : render_overview(registry(), width);
}

Error group_alone(const std::string& words) {
  return {ErrorKind::usage,
          fmt::format("cannot run '{}': a word is missing after it", words),
          {fmt::format("one of: {}", util::join(registry().next_words(words), ", "))}};
}

/// Throws Error(usage) where --as-of is given to a command that does not only read.
void require_present(const Context& context, const CommandSpec& command) {
  if (context.settings().as_of.empty() || command.access == command::Access::reads) return;
  throw Error(ErrorKind::usage,
              fmt::format("cannot run '{}' with --as-of: it looks at the past, it does not change it", command.name));
}

int run_command(Context& context, const CommandSpec& command, const Invocation& invocation) {
  require_present(context, command);
  context.open(command.access);
  if (command.access == Access::writes && !context.settings().dry_run) session::add_missing_conflicts(context);
  Invocation asked =
      command::with_last_complaint(context, command, command::ask_for_missing(context, command, invocation));
  check_positionals(command, asked.positionals);
  try {
    const int exit_code = command.run(context, asked);
    if (command.access != Access::nothing) session::tell_conflicts(context);
    return exit_code;
  } catch (const Error& error) {
    if (command.access != Access::nothing) session::tell_conflicts(context);
    throw command::with_kept_text(context, error);
  }
}

/// Runs `crmtrack` without words: the user's overview, or the first steps where there is no repository.
int run_default(Context& context, const Invocation& invocation) {
  const char* named = context.variable("CRMTRACK_REPO");
  const bool repo_named = !context.settings().repo.empty() || (named != nullptr && *named != '\0');
  const CommandSpec* command = registry().find(kDefault);
  if (command != nullptr && (repo_named || context.find_location())) return run_command(context, *command, invocation);
  print_help(context, render_first_steps(help_width(context)));
  return 0;
}

int dispatch(Context& context, const Arguments& arguments) {
  if (asks_for_help(arguments)) {
    print_help(context, help_text(arguments, help_width(context)));
    return 0;
  }
  if (arguments.command != nullptr) return run_command(context, *arguments.command, arguments.invocation);
  if (!arguments.words.empty()) throw group_alone(arguments.words);
  return run_default(context, arguments.invocation);
}

/// Shows what was printed before a failure, and ends the pager, so that the message comes last.
void finish_after_failure(Context& context) noexcept {
  try {
    context.finish();
  } catch (...) {
    // The caller rethrows the first failure, which says more.
  }
}

int run_arguments(const Arguments& arguments) {
  const bool may_ask = is_on_terminal() && !arguments.globals.has("no-input");
  if (!asks_for_help(arguments)) may_ask ? check_given(arguments) : check_arguments(arguments);
  Settings settings = make_settings(arguments);
  Display display = make_display(arguments);
  const terminal::Streams streams =
      terminal::make_streams(arguments.globals.find("color").value_or("auto"), settings.environment);
  Context context(std::move(settings), std::move(display), streams);
  int exit_code = 0;
  try {
    exit_code = dispatch(context, arguments);
  } catch (...) {
    finish_after_failure(context);
    throw;
  }
  context.finish();
  return exit_code;
}

std::vector<Candidate> ask_data(const DataQuestion& question) {
  try {
    Settings settings;
    settings.command = question.command;
    settings.repo = question.repo;
    settings.directory = current_directory();
    settings.environment = variable;
    Display display;
    display.quiet = display.no_pager = display.no_input = true;
    const terminal::Streams streams = terminal::make_streams("auto", settings.environment);
    Context context(std::move(settings), std::move(display), streams);
    return command::complete(context, {question.completes, question.prefix, question.positionals, question.customer});
  } catch (...) {
    return {};  // a completing shell cannot show a message
  }
}

/// Puts the words of an alias in its place, where it stands first.
void replace_alias(std::vector<std::string>& words) {
  if (words.size() < 2 || registry().find(words.front()) != nullptr || registry().is_group(words.front())) return;
  try {
    if (const auto alias = find_alias(variable, words.front())) {
      words.erase(words.begin());
      words.insert(words.begin(), alias->begin(), alias->end());
    }
  } catch (...) {
    // a completing shell cannot show a message
  }
}

/// Prints one candidate a line, with a tab before its description. Never fails.
int print_completions(std::vector<std::string> words) {
  replace_alias(words);
  terminal::Writer writer(STDOUT_FILENO);
  for (const auto& [word, says] : complete_words(registry(), words, ask_data)) {
    if (util::visible_line(word) != word) continue;
    writer.write(says.empty() ? word + "\n" : fmt::format("{}\t{}\n", word, util::visible_line(says)));
  }
  writer.flush();
  return 0;
}

int run_words(const std::vector<std::string>& words) {
  if (!words.empty() && words.front() == "__complete") return print_completions({words.begin() + 1, words.end()});
  return run_arguments(parse_arguments(registry(), words, short_words(registry(), variable, is_on_terminal())));
}

/// The exit code; a failure is told on standard error.
int run_or_tell(const std::vector<std::string>& words) {
  try {
    return run_words(words);
  } catch (...) {
    const Failure failure = describe_failure(std::current_exception());
    write_error(failure.text);
    return failure.exit_code;
  }
}

}  // namespace

int run(int argc, char** argv) {
  open_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow (ulimit -f) is an error like a full disk
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const bool is_pipe = is_mail_pipe(words);
  if (is_pipe) silence_mail_pipe(words);
  const int exit_code = run_or_tell(words);
  return is_pipe ? exit_code_of_mail_pipe(exit_code) : exit_code;
}

}  // namespace crmtrack::cli
