#include "policy/targets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "policy/fact_filter.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using record::PromiseKind;

/// An entry has no more warning points, and no more reminders.
constexpr std::size_t kMostTimes = 20;

void read_kind(EntryReader& reader, PromiseTarget& target) {
  const std::string name = reader.required("promise");
  if (name.empty()) return;
  const auto kind = record::parse_promise_kind(name);
  if (kind && std::find(kTargetKinds.begin(), kTargetKinds.end(), *kind) != kTargetKinds.end()) {
    target.promise = *kind;
    return;
  }
  std::vector<std::string> known;
  for (const PromiseKind one : kTargetKinds) known.emplace_back(record::name_of(one));
  const std::string why = kind ? "has the date that somebody states" : "is none";
  reader.refuse(reader.entry().find("promise")->mark,
                fmt::format("'promise' is '{}', which {}: it must be one of {}", name, why, util::join(known, ", ")));
}

void read_time(EntryReader& reader, PromiseTarget& target) {
  const std::string text = reader.required("target");
  if (text.empty()) return;
  const auto parsed = calendar::parse_target(text);
  if (parsed)
    target.target = *parsed;
  else
    reader.refuse(reader.entry().find("target")->mark, fmt::format("'target': {}", parsed.error()));
}

void read_warnings(EntryReader& reader, PromiseTarget& target) {
  const std::vector<std::string> texts = reader.texts("warn");
  if (texts.size() > kMostTimes)
    return reader.refuse(reader.entry().find("warn")->mark, fmt::format("'warn' has {} times at most", kMostTimes));
  for (const std::string& text : texts) {
    const auto point = calendar::parse_warning_point(text);
    if (point)
      target.warn.push_back(*point);
    else
      reader.refuse(reader.entry().find("warn")->mark, fmt::format("'warn': {}", point.error()));
  }
}

/// The reminders of `confirm`, after 2 and 4 business days where the entry does not say: the customer is asked again.
void read_reminders(EntryReader& reader, PromiseTarget& target) {
  const bool is_confirm = target.promise == PromiseKind::confirm;
  const std::vector<std::string> texts = reader.texts("remind");
  if (is_confirm && reader.entry().is_map() && reader.entry().find("remind") == nullptr)
    target.remind = {{2, calendar::Target::Unit::business_days}, {4, calendar::Target::Unit::business_days}};
  if (!texts.empty() && !is_confirm)
    return reader.refuse(reader.entry().find("remind")->mark, "'remind' is for the promise 'confirm' alone");
  if (texts.size() > kMostTimes)
    return reader.refuse(reader.entry().find("remind")->mark, fmt::format("'remind' has {} times at most", kMostTimes));
  for (const std::string& text : texts) {
    const auto parsed = calendar::parse_target(text);
    if (parsed)
      target.remind.push_back(*parsed);
    else
      reader.refuse(reader.entry().find("remind")->mark, fmt::format("'remind': {}", parsed.error()));
  }
}

PromiseTarget regulatory(PromiseKind kind, int count, calendar::Target::Unit unit) {
  PromiseTarget target;
  target.promise = kind;
  target.target = {count, unit};
  target.warn.push_back({calendar::WarningPoint::Kind::share, 75 * calendar::kPercent});
  return target;
}

struct Profile {
  std::string_view name;
  std::vector<PromiseTarget> targets;
};

const std::vector<Profile>& profiles() {
  using Unit = calendar::Target::Unit;
  static const std::vector<Profile> kProfiles{{"disp",
                                               {regulatory(PromiseKind::final_response, 56, Unit::days),
                                                regulatory(PromiseKind::summary, 3, Unit::business_days)}},
                                              {"rg271", {regulatory(PromiseKind::final_response, 30, Unit::days)}}};
  return kProfiles;
}

}  // namespace

PromiseTarget read_target(EntryReader& reader, std::string_view text, const Policy& policy) {
  PromiseTarget target;
  read_kind(reader, target);
  read_time(reader, target);
  FactFilter facts = read_fact_filter(reader, text, policy);
  target.filter = std::move(facts.filter);
  target.filter_text = std::move(facts.text);
  target.calendar = reader.text("calendar");
  read_warnings(reader, target);
  target.valid_to = reader.date("valid_to");
  read_reminders(reader, target);
  reader.text("why");
  return target;
}

const std::vector<PromiseTarget>& regulatory_targets(std::string_view profile) {
  static const std::vector<PromiseTarget> kNone;
  const auto found = std::ranges::find(profiles(), profile, &Profile::name);
  return found == profiles().end() ? kNone : found->targets;
}

std::vector<std::string> regulatory_profiles() {
  std::vector<std::string> names;
  for (const Profile& profile : profiles()) names.emplace_back(profile.name);
  return names;
}

}  // namespace crmtrack::policy
