#include "terminal/dialog.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>

#include "render/style.hpp"
#include "terminal/line_editor.hpp"
#include "terminal/writer.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::terminal {
namespace {

using document::Role;

constexpr std::size_t kLongestAnswer = 64 * 1024;

void say(const Streams& streams, const std::string& text) {
  Writer writer{streams.err};
  writer.write(text);
  writer.flush();
}

[[noreturn]] void cancel(const Streams& streams) {
  say(streams, "\n");
  throw util::Error{util::ErrorKind::cancelled, "cancelled at the question"};
}

/// Byte by byte, so that nothing is taken from whoever reads the input after us.
std::string read_line(const Streams& streams) {
  std::string line;
  char c = '\0';
  while (line.size() < kLongestAnswer) {
    const auto got = ::read(streams.in, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || (got == 0 && line.empty())) cancel(streams);
    if (got == 0 || c == '\n') break;
    line += c;
  }
  return line;
}

std::string read_answer(const Streams& streams, const std::string& prompt) {
  if (can_edit_lines(streams)) {
    const auto line = edit_line(streams, prompt);
    if (!line) cancel(streams);
    return std::string{util::trim(line->substr(0, kLongestAnswer))};
  }
  say(streams, prompt);
  return std::string{util::trim(read_line(streams))};
}

std::string prompt_of(const Streams& streams, const std::string& question, const std::string& fallback) {
  auto prompt = render::paint(util::visible_line(question), Role::strong, streams.color_err);
  if (!fallback.empty())
    prompt += render::paint(" [" + util::visible_line(fallback) + ']', Role::dim, streams.color_err);
  return prompt + ": ";
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the choices are numbers themselves, such as levels: they are shown without another one.
bool are_numbers(const std::vector<std::string>& choices) {
  return std::ranges::any_of(
      choices, [](const std::string& choice) { return is_number(word_of(choice)); });
}

void show_choices(const Streams& streams, const std::vector<std::string>& choices) {
  std::string list;
  if (are_numbers(choices)) {
    for (const std::string& choice : choices) list += fmt::format("  {}\n", util::visible_line(choice));
    return say(streams, list);
  }
  const auto width = fmt::formatted_size("{}", choices.size());
  for (std::size_t i = 0; i < choices.size(); ++i)
    list += fmt::format("  {:>{}}  {}\n", i + 1, width, util::visible_line(choices[i]));
  say(streams, list);
}

/// The choices that an answer fits: the one of that number or that name, else all that begin with it.
std::vector<std::string> fitting(const std::string& answer, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), answer) != choices.end()) return {answer};
  for (const std::string& choice : choices)
    if (word_of(choice) == answer) return {choice};
  if (is_number(answer) && !are_numbers(choices)) {
    const auto number = std::stoul(answer);
    if (number >= 1 && number <= choices.size()) return {choices[number - 1]};
  }
  const auto wanted = util::fold_case(answer);
  std::vector<std::string> found;
  for (const auto& choice : choices)
    if (util::fold_case(choice).starts_with(wanted)) found.push_back(choice);
  return found;
}

std::string complaint_about(const std::string& answer, const std::vector<std::string>& found) {
  if (found.empty()) return fmt::format("'{}' is none of the choices", util::visible_line(answer));
  return fmt::format("'{}' fits {}", util::visible_line(answer), util::visible_line(util::join(found, ", ")));
}

}  // namespace

std::string_view word_of(std::string_view choice) { return choice.substr(0, choice.find("  ")); }

std::string Dialog::ask(const std::string& question, const std::string& fallback,
                        const std::vector<std::string>& choices, bool closed) {
  show_choices(streams_, choices);
  while (true) {
    const auto answer = read_answer(streams_, prompt_of(streams_, question, fallback));
    if (answer.empty() && (!fallback.empty() || !closed)) return fallback;
    if (answer.empty()) continue;
    const auto found = fitting(answer, choices);
    if (found.size() == 1) return found.front();
    if (!closed) return answer;
    say(streams_, complaint_about(answer, found) + '\n');
  }
}

}  // namespace crmtrack::terminal
