#include "mail/send/mail_settings.hpp"

#include <fmt/format.h>

#include <charconv>

#include "git/program/config_files.hpp"
#include "mail/compose/outgoing_address.hpp"
#include "mail/send/program_words.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

using util::Error;
using util::ErrorKind;

constexpr std::string_view kTokenPlace = "%";
constexpr int kLongestTimeout = 3600;

Error bad_setting(std::string_view key, const std::string& value, std::string_view why, std::string_view example) {
  return {ErrorKind::refused,
          fmt::format("cannot use the setting {} = '{}': {}", key, util::visible_line(value), why),
          {fmt::format("for example: git config --global {} '{}'", key, example)}};
}

Address read_from(const git::Settings& settings) {
  const auto value = settings.find_program("crmtrack.from");
  if (!value || value->empty())
    throw Error(ErrorKind::refused, "cannot send mail: the setting crmtrack.from says no sender",
                {"set it: git config --global crmtrack.from 'Support <desk@example.com>'"});
  Address from = address_of(*value);
  if (const std::string fault = address_fault(from.mail); !fault.empty())
    throw bad_setting("crmtrack.from", *value, fault, "Support <desk@example.com>");
  return from;
}

std::string read_reply_to(const git::Settings& settings) {
  const std::string value = settings.find_program("crmtrack.replyTo").value_or("");
  MailSettings tried;
  tried.reply_to = value;
  constexpr std::string_view kSomeToken = "0123456789abcdef";
  if (value.find(kTokenPlace) != value.rfind(kTokenPlace))
    throw bad_setting("crmtrack.replyTo", value, "it has more than one '%'", "desk+%@example.com");
  if (const std::string fault = address_fault(tried.reply_address(kSomeToken)); !value.empty() && !fault.empty())
    throw bad_setting("crmtrack.replyTo", value, fault, "desk+%@example.com");
  return value;
}

std::vector<std::string> read_program(const git::Settings& settings) {
  const std::string value = settings.find_program("crmtrack.sendmail").value_or("");
  if (value.empty()) return {};
  auto words = words_of_program(value);
  if (!words) throw bad_setting("crmtrack.sendmail", value, "a quote is not closed", "msmtp -a desk");
  return std::move(*words);
}

std::chrono::seconds read_timeout(const git::Settings& settings) {
  const auto value = settings.find_program("crmtrack.sendmailTimeout");
  if (!value) return MailSettings{}.timeout;
  int seconds = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), seconds);
  if (error != std::errc() || end != value->data() + value->size() || seconds < 1 || seconds > kLongestTimeout)
    throw bad_setting("crmtrack.sendmailTimeout", *value, fmt::format("a number of seconds, 1 to {}", kLongestTimeout),
                      "60");
  return std::chrono::seconds(seconds);
}

}  // namespace

std::string MailSettings::reply_address(std::string_view token) const {
  const std::size_t place = reply_to.find(kTokenPlace);
  if (place == std::string::npos) return reply_to;
  const std::string rest = reply_to.substr(place + kTokenPlace.size());
  // Without a token the extension goes, and the sign before it.
  if (token.empty()) return reply_to.substr(0, place == 0 ? 0 : place - 1) + rest;
  return fmt::format("{}crm-{}{}", reply_to.substr(0, place), token, rest);
}

SendSettings MailSettings::for_token(std::string_view token) const {
  const std::string answers = reply_address(token);
  return {program, answers.empty() ? from.mail : answers, search_path, timeout};
}

MailSettings read_mail_settings(const git::Settings& settings, const git::Environment& environment) {
  MailSettings read;
  read.from = read_from(settings);
  read.reply_to = read_reply_to(settings);
  read.program = read_program(settings);
  const char* const path = environment("PATH");
  read.search_path = path == nullptr ? "" : path;
  read.timeout = read_timeout(settings);
  return read;
}

bool may_deliver(const git::Settings& settings) {
  const auto value = settings.find_program("crmtrack.deliver");
  return value && git::is_true(*value);
}

}  // namespace crmtrack::mail
