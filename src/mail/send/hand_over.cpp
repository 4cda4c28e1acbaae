#include "mail/send/hand_over.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include "mail/compose/outgoing_address.hpp"
#include "util/error.hpp"
#include "util/process.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

constexpr int kNotStarted = 127;
constexpr std::size_t kMostOutput = 1U << 20;
constexpr std::size_t kLongestDetail = 300;

/// At most kLongestDetail bytes, cut between two characters.
std::string cut_detail(std::string text) {
  if (text.size() <= kLongestDetail) return text;
  std::size_t end = 0;
  while (true) {
    const std::size_t next = end + util::first_code_point(std::string_view(text).substr(end)).bytes;
    if (next > kLongestDetail) break;
    end = next;
  }
  text.resize(end);
  return text + "…";
}

/// The first line that says something: of the errors, else of the output.
std::string first_line(const util::ProcessResult& ended) {
  for (const std::string* stream : {&ended.err, &ended.out})
    for (const std::string& line : util::split(*stream, '\n'))
      if (const auto text = util::trim(line); !text.empty()) return cut_detail(util::visible_line(text));
  return {};
}

std::string detail_of(const util::ProcessResult& ended, const SendSettings& settings) {
  if (!ended.timed_out) return first_line(ended);
  const std::string said = first_line(ended);
  return fmt::format("it did not end within {} seconds{}{}", settings.timeout.count(), said.empty() ? "" : ": ", said);
}

std::vector<std::string> command_for(const SendSettings& settings, const std::string& recipient) {
  std::vector<std::string> command = settings.program;
  if (command.empty()) {
    auto found = find_sendmail(settings.search_path);
    if (!found) return {};
    command.push_back(std::move(*found));
  }
  command.emplace_back("-f");
  command.push_back(settings.bounce_address);
  command.emplace_back("-i");
  command.emplace_back("--");
  command.push_back(recipient);
  return command;
}

}  // namespace

std::optional<std::string> find_sendmail(const std::string& search_path) {
  for (const std::string& folder : util::split("/usr/sbin:/usr/lib:" + search_path, ':')) {
    std::string path = folder + "/sendmail";
    if (folder.starts_with('/') && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

HandOver hand_over(const SendSettings& settings, const std::string& recipient, const std::string& bytes) {
  require_outgoing_address(recipient, "recipient");
  require_outgoing_address(settings.bounce_address, "sender");
  const std::vector<std::string> command = command_for(settings, recipient);
  if (command.empty()) return {false, kNotStarted, "no program 'sendmail' is installed"};
  util::ProcessOptions options;
  options.input = bytes;
  options.output_limit = kMostOutput;
  options.timeout = settings.timeout;
  try {
    const util::ProcessResult ended = util::run_process(command, options);
    return {ended.status == 0 && !ended.timed_out, ended.status, detail_of(ended, settings)};
  } catch (const util::Error& error) {
    return {false, kNotStarted, cut_detail(util::visible_line(error.what()))};
  }
}

std::string shown_failure(const HandOver& result) {
  return fmt::format("exit {}{}{}", result.exit, result.detail.empty() ? "" : ": ", result.detail);
}

}  // namespace crmtrack::mail
