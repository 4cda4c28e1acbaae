#include "policy/rule_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "policy/calendars.hpp"
#include "record/vocabulary.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using Who = RuleRecipient::As;
using Unexpected = tl::unexpected<std::string>;

constexpr int kMostDays = 31;
constexpr int kHoursOfDay = 24;
constexpr int kMinutesOfHour = 60;

/// The place of a word in a vocabulary; the error names the nearest ones.
template <class Words>
tl::expected<std::size_t, std::string> place_in(std::string_view what, std::string_view text, const Words& words) {
  const auto found = std::ranges::find(words, text);
  if (found != std::end(words)) return static_cast<std::size_t>(found - std::begin(words));
  std::vector<std::string> known;
  for (const auto& word : words) known.emplace_back(word);
  return Unexpected(fmt::format("'{}' is no {}: write one of {}", text, what, util::join(known, ", ")));
}

std::optional<int> number_in(std::string_view text, int least, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_good = error == std::errc() && end == text.data() + text.size() && number >= least && number <= most;
  return is_good ? std::optional(number) : std::nullopt;
}

/// `08:00`, at most 23:59.
std::optional<std::chrono::minutes> wall_time(std::string_view text) {
  constexpr std::size_t kLength = 5;
  if (text.size() != kLength || text[2] != ':') return std::nullopt;
  const auto hours = number_in(text.substr(0, 2), 0, kHoursOfDay - 1);
  const auto minutes = number_in(text.substr(3), 0, kMinutesOfHour - 1);
  if (!hours || !minutes) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

/// The events by their names: the kinds of records that rules may look at, then the others.
const std::vector<std::pair<std::string_view, RuleEvent>>& rule_events() {
  static const std::vector<std::pair<std::string_view, RuleEvent>> kEvents = [] {
    std::vector<std::pair<std::string_view, RuleEvent>> events;
    for (std::size_t i = 0; i < record::kKindNames.size(); ++i) {
      const auto kind = static_cast<record::Kind>(i);
      if (kind != record::Kind::customer)
        events.emplace_back(record::name_of(kind), RuleEvent{RuleEvent::What::record, kind});
    }
    events.emplace_back("due_soon", RuleEvent{RuleEvent::What::due_soon});
    events.emplace_back("overdue", RuleEvent{RuleEvent::What::overdue});
    events.emplace_back("schedule", RuleEvent{RuleEvent::What::schedule});
    return events;
  }();
  return kEvents;
}

bool is_plain_word(std::string_view text) {
  return !text.empty() && text.size() <= 100 &&
         std::ranges::none_of(
             text, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
}

}  // namespace

std::string_view name_of(const RuleEvent& event) {
  const auto found = std::ranges::find_if(rule_events(), [&](const auto& known) { return known.second == event; });
  return found == rule_events().end() ? "" : found->first;
}

std::string_view name_of(Who as) { return record::kRecipientRoles[static_cast<std::size_t>(as)]; }
std::string_view name_of(Digest digest) { return record::kDigests[static_cast<std::size_t>(digest)]; }
std::string_view name_of(Rule::State state) { return kRuleStates[static_cast<std::size_t>(state)]; }

std::string text_of(const RuleRecipient& recipient) {
  if (recipient.as == Who::person) return recipient.name;
  return recipient.name.empty() ? std::string(name_of(recipient.as))
                                : fmt::format("{}:{}", name_of(recipient.as), recipient.name);
}

std::string text_of(const Schedule& schedule) {
  const std::string at =
      fmt::format("{:02}:{:02}", schedule.at.count() / kMinutesOfHour, schedule.at.count() % kMinutesOfHour);
  if (schedule.each == Schedule::Each::day) return "daily " + at;
  if (schedule.each == Schedule::Each::month) return fmt::format("monthly {} {}", schedule.day, at);
  return fmt::format("weekly {} {}", kWeekdays[static_cast<std::size_t>(schedule.day)], at);
}

tl::expected<RuleEvent, std::string> parse_rule_event(std::string_view text) {
  for (const auto& [name, event] : rule_events())
    if (name == text) return event;
  std::vector<std::string> known;
  for (const auto& [name, event] : rule_events()) known.emplace_back(name);
  return Unexpected(fmt::format("'{}' is no event: write one of {}", text, util::join(known, ", ")));
}

tl::expected<RuleRecipient, std::string> parse_recipient(std::string_view text) {
  for (const Who as : {Who::owner, Who::manager, Who::customer})
    if (text == name_of(as)) return RuleRecipient{as, {}};
  for (const Who as : {Who::role, Who::team, Who::list}) {
    const std::string head = fmt::format("{}:", name_of(as));
    if (!text.starts_with(head)) continue;
    const std::string_view name = text.substr(head.size());
    if (util::trim(name).empty()) return Unexpected(fmt::format("'{}' names no {}", text, name_of(as)));
    return RuleRecipient{as, std::string(name)};
  }
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < text.size() && is_plain_word(text))
    return RuleRecipient{Who::person, std::string(text)};
  return Unexpected(fmt::format(
      "'{}' is nobody to tell: write owner, manager, customer, role:R, team:T, list:L, or a mail address", text));
}

tl::expected<QuietHours, std::string> parse_quiet(std::string_view text) {
  if (text == "calendar") return QuietHours{};
  if (text == "none") return QuietHours{QuietHours::Kind::none, {}, {}};
  const std::size_t dash = text.find('-');
  const auto from = wall_time(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? std::nullopt : wall_time(text.substr(dash + 1));
  if (from && to && *from != *to) return QuietHours{QuietHours::Kind::hours, *from, *to};
  return Unexpected(fmt::format(
      "'{}' says no quiet hours: write calendar (outside its hours), none, or hours such as 20:00-07:00", text));
}

tl::expected<Digest, std::string> parse_digest(std::string_view text) {
  return place_in("digest", text, record::kDigests).map([](std::size_t i) { return static_cast<Digest>(i); });
}

tl::expected<Rule::State, std::string> parse_rule_state(std::string_view text) {
  return place_in("state of a rule", text, kRuleStates).map([](std::size_t i) { return static_cast<Rule::State>(i); });
}

tl::expected<Schedule, std::string> parse_schedule(std::string_view text) {
  const std::vector<std::string> words = util::split(text, ' ');
  const auto at = wall_time(words.back());
  if (at && words.size() == 2 && words[0] == "daily") return Schedule{Schedule::Each::day, 0, *at};
  if (at && words.size() == 3 && words[0] == "weekly") {
    const auto* const day = std::ranges::find(kWeekdays, words[1]);
    if (day != kWeekdays.end()) return Schedule{Schedule::Each::week, static_cast<int>(day - kWeekdays.begin()), *at};
  }
  if (at && words.size() == 3 && words[0] == "monthly")
    if (const auto day = number_in(words[1], 1, kMostDays)) return Schedule{Schedule::Each::month, *day, *at};
  return Unexpected(
      fmt::format("'{}' is no schedule: write one such as daily 08:00, weekly mon 08:00, or monthly 1 08:00", text));
}

tl::expected<std::chrono::seconds, std::string> parse_window(std::string_view text) {
  const auto number = text.empty()
                          ? std::nullopt
                          : number_in(text.substr(0, text.size() - 1), 0, kMostDays * kHoursOfDay * kMinutesOfHour);
  std::chrono::seconds window{-1};
  if (number && text.back() == 'm') window = std::chrono::minutes(*number);
  if (number && text.back() == 'h') window = std::chrono::hours(*number);
  if (number && text.back() == 'd') window = std::chrono::days(*number);
  if (window.count() >= 0 && window <= std::chrono::days(kMostDays)) return window;
  return Unexpected(fmt::format("'{}' is no window: write one such as 30m, 4h or 2d, at most 31d", text));
}

}  // namespace crmtrack::policy
