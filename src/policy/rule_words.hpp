#pragma once

#include <chrono>
#include <string_view>
#include <tl/expected.hpp>

#include "policy/rules.hpp"

/// The words of rules.yaml, each with what is wrong with another one and the way out.
namespace crmtrack::policy {

tl::expected<RuleEvent, std::string> parse_rule_event(std::string_view text);
tl::expected<RuleRecipient, std::string> parse_recipient(std::string_view text);
/// `calendar`, `none`, or hours such as `20:00-07:00`.
tl::expected<QuietHours, std::string> parse_quiet(std::string_view text);
tl::expected<Digest, std::string> parse_digest(std::string_view text);
tl::expected<Rule::State, std::string> parse_rule_state(std::string_view text);
/// `daily 08:00`, `weekly mon 08:00`, `monthly 1 08:00`.
tl::expected<Schedule, std::string> parse_schedule(std::string_view text);
/// A time on the clock such as `30m`, `4h` or `2d`, at most 31 days.
tl::expected<std::chrono::seconds, std::string> parse_window(std::string_view text);

}  // namespace crmtrack::policy
