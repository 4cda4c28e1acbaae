#include "mail/deliver/outbox.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>

#include <fmt/format.h>

#include "util/descriptor.hpp"
#include "util/error.hpp"
#include "util/file.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLargestOutbox = 64U << 20U;
constexpr std::size_t kBegun = 4;  ///< parts of a line
constexpr std::size_t kEnded = 5;

std::int64_t whole_number(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string begun_line(std::string_view record, int attempt, std::string_view token) {
  return fmt::format("begun\t{}\t{}\t{}\n", record, attempt, token);
}

}  // namespace

std::optional<Outbox> Outbox::open(const git::Location& location) {
  util::make_private_directory(location.own_dir());
  auto lock = util::FileLock::try_acquire(location.own_dir() / "outbox.lock", util::FileLock::Mode::exclusive);
  if (!lock) return std::nullopt;
  Outbox outbox(location.own_dir() / "outbox", std::move(*lock));
  outbox.read();
  return outbox;
}

const OnItsWay* Outbox::find(const std::string& record) const {
  const auto found = messages_.find(record);
  return found == messages_.end() ? nullptr : &found->second;
}

void Outbox::begin(const std::string& record, int attempt, std::string_view token) {
  append(begun_line(record, attempt, token));
  messages_[record] = {attempt, std::string(token), {}, {}, {}};
}

void Outbox::end(const std::string& record, std::string_view outcome, std::string_view detail, util::Instant at) {
  const std::string shown = util::visible_line(detail);
  append(fmt::format("ended\t{}\t{}\t{}\t{}\n", record, outcome, at.time_since_epoch().count(), shown));
  OnItsWay& message = messages_[record];
  message.outcome = outcome;
  message.detail = shown;
  message.at = at;
}

void Outbox::forget_ended() {
  if (std::erase_if(messages_, [](const auto& message) { return !message.second.outcome.empty(); }) == 0) return;
  std::string text;
  for (const auto& [record, message] : messages_) text += begun_line(record, message.attempt, message.token);
  util::replace_file(path_, text);
}

/// A line that a crash has cut has no line feed, and says nothing.
void Outbox::read() {
  const std::string text = util::find_file_text(path_, kLargestOutbox).value_or("");
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::vector<std::string> parts = util::split(std::string_view(text).substr(at, end - at), '\t');
    if (parts.size() < 2 || !util::is_ulid(parts[1])) continue;
    if (parts[0] == "begun" && parts.size() == kBegun)
      messages_[parts[1]] = {static_cast<int>(whole_number(parts[2])), parts[3], {}, {}, {}};
    if (parts[0] != "ended" || parts.size() != kEnded) continue;
    OnItsWay& message = messages_[parts[1]];
    message.outcome = parts[2];
    message.at = util::Instant(std::chrono::seconds(whole_number(parts[3])));
    message.detail = parts[4];
  }
}

void Outbox::append(const std::string& line) {
  const util::Descriptor file(::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  const bool is_written = file && ::write(file.get(), line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                          ::fsync(file.get()) == 0;
  if (!is_written)
    throw util::Error(util::ErrorKind::repository, fmt::format("cannot write '{}'", path_.string()),
                      {"nothing is sent before it is written down there: make room, or mend its permissions"});
}

}  // namespace crmtrack::mail
