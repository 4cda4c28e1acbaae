#include "view/notice_text.hpp"

#include <fmt/format.h>

#include "story/short_record.hpp"
#include "view/local_time.hpp"

namespace crmtrack::view {

namespace {

std::string with_detail(const record::Record& record) {
  const std::string detail = record.text_of("detail");
  return detail.empty() ? record.text_of("outcome") : fmt::format("{}: {}", record.text_of("outcome"), detail);
}

}  // namespace

std::string notification_headline(const record::Record& record, const util::Zone* zone) {
  std::string what = record.text_of("event");
  if (const std::string promise = record.text_of("promise"); !promise.empty()) what += ", " + promise;
  if (const std::string due = record.text_of("due"); !due.empty()) what += ", due " + stated_time(due, zone);
  std::string state = with_detail(record);
  if (const std::string after = record.text_of("send_after"); !after.empty())
    state += ", not before " + stated_time(after, zone);
  return fmt::format("notification to {}: {} (rule {}) [{}]", record.text_of("to"), what, record.text_of("rule"),
                     state);
}

std::string delivery_headline(const record::Record& record) {
  const std::string to = record.text_of("to"), channel = record.text_of("channel"), into = record.text_of("into");
  std::string text = "delivery of " + story::shortened(record.text_of("about"));
  if (!to.empty()) text += " to " + to;
  if (!channel.empty()) text += " by " + channel;
  text += fmt::format(" [{}]", with_detail(record));
  if (!into.empty()) text += " in " + into;
  return text;
}

}  // namespace crmtrack::view
