#include "policy/check_promises.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "policy/calendars.hpp"
#include "policy/sheet.hpp"
#include "policy/targets.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::policy {

namespace {

using std::chrono::seconds;
using yaml::Mark;
using yaml::Node;

bool is_same_term(const query::Term& a, const query::Term& b) {
  return a.key == b.key && a.modifier == b.modifier && a.values == b.values && a.phrase == b.phrase;
}

std::string name_of_target(const PromiseTarget& target) {
  std::string name =
      fmt::format("target {} of {}", calendar::format_target(target.target), record::name_of(target.promise));
  if (!target.filter_text.empty()) name += fmt::format(" for {}", target.filter_text);
  return name;
}

/// The open time of the longest day of a week; of nights, the hours after midnight too.
seconds longest_day(const calendar::Week& week) {
  seconds longest{0};
  for (const auto& day : week) {
    seconds open{0};
    for (const calendar::WallSpan& span : calendar::merge_hours(day)) open += span.to - span.from;
    longest = std::max(longest, open);
  }
  return longest;
}

class PromiseChecker {
 public:
  PromiseChecker(const Policy& policy, const Files& files) : policy_(policy), files_(files) {}

  std::vector<Finding> run() {
    check_targets();
    check_projects();
    check_default();
    return std::move(findings_);
  }

 private:
  void tell(const std::string& file, Mark mark, const std::string& message, bool is_warning = true) {
    findings_.push_back({file, place_of(mark), util::visible_line(message), is_warning});
  }

  /// The sheet as people wrote it; nothing is said of built-in ones.
  [[nodiscard]] Sheet written_sheet(std::string_view name) const {
    std::vector<Finding> known;
    Sheet sheet = read_sheet(files_, name, known);
    if (!sheet.given) sheet.content = Node::list();
    return sheet;
  }

  /// Where a field of the entry at `mark` stands; the entry itself where it has no such field.
  static Mark place_of_field(const Sheet& sheet, Mark mark, std::string_view field) {
    for (const Node& item : sheet.content.items)
      if (item.mark.line == mark.line && item.mark.column == mark.column)
        if (const Node* const found = item.find(field)) return found->mark;
    return mark;
  }

  void check_targets() {
    const Sheet sheet = written_sheet("targets");
    if (!sheet.given) return;
    for (std::size_t i = 0; i < policy_.targets.size(); ++i) {
      const PromiseTarget& target = policy_.targets[i];
      if (const PromiseTarget* const twin = find_twin(i))
        tell(
            sheet.file, target.mark,
            fmt::format("the {} overlaps another target of the same promise, filter and 'from' ({}), which holds: give "
                        "one of them another 'from', or take it out",
                        name_of_target(target), calendar::format_target(twin->target)),
            false);
      else
        check_reach(sheet, i);
      check_calendar(sheet.file, place_of_field(sheet, target.mark, "calendar"), target.calendar,
                     fmt::format("the {}", name_of_target(target)), "the calendar of the project, or default, counts");
      check_warnings(sheet, target);
      if (!target.valid_to.empty() && target.valid_to <= target.from)
        tell(sheet.file, place_of_field(sheet, target.mark, "valid_to"),
             fmt::format("the {} ends before it begins: 'valid_to' must be after 'from'", name_of_target(target)));
    }
  }

  /// An earlier entry of the same promise, filter and `from`.
  [[nodiscard]] const PromiseTarget* find_twin(std::size_t index) const {
    const PromiseTarget& target = policy_.targets[index];
    for (std::size_t i = 0; i < index; ++i) {
      const PromiseTarget& other = policy_.targets[i];
      if (other.promise == target.promise && other.filter_text == target.filter_text && other.from == target.from)
        return &other;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_replaced(const PromiseTarget& target, const std::string& date) const {
    return std::any_of(
        policy_.targets.begin(), policy_.targets.end(),
        [&](const PromiseTarget& other) {
          return other.promise == target.promise && other.filter_text == target.filter_text &&
                 other.from > target.from && other.from <= date;
        });
  }

  [[nodiscard]] bool holds(const PromiseTarget& target, const std::string& date) const {
    return target.from <= date && (target.valid_to.empty() || date < target.valid_to) && !is_replaced(target, date);
  }

  /// The entry that takes all complaints of another one on a date; null where some are left to it.
  [[nodiscard]] const PromiseTarget* find_taker(std::size_t index, const std::string& date) const {
    const PromiseTarget& target = policy_.targets[index];
    for (std::size_t i = 0; i < index; ++i) {
      const PromiseTarget& other = policy_.targets[i];
      if (other.promise == target.promise && holds(other, date) && is_as_general(other, target)) return &other;
    }
    return nullptr;
  }

  /// Which entry holds changes only on the dates that entries name, so those are all that have to be looked at.
  void check_reach(const Sheet& sheet, std::size_t index) {
    const PromiseTarget& target = policy_.targets[index];
    std::set<std::string> dates{target.from};
    for (const PromiseTarget& other : policy_.targets) {
      if (other.promise != target.promise) continue;
      for (const std::string& date : {other.from, other.valid_to})
        if (date > target.from) dates.insert(date);
    }
    const PromiseTarget* taker = nullptr;
    for (const std::string& date : dates) {
      if (!holds(target, date)) continue;
      const PromiseTarget* const found = find_taker(index, date);
      if (found == nullptr) return;
      taker = taker == nullptr ? found : taker;
    }
    if (taker == nullptr) return;  // retired before it began, or replaced on its first day
    tell(sheet.file, target.mark,
         fmt::format("the {} is unreachable: the {} above it fits all of its complaints; put it above that one",
                     name_of_target(target), name_of_target(*taker)));
  }

  void check_calendar(const std::string& file, Mark mark, const std::string& name, const std::string& what,
                      std::string_view instead) {
    if (name.empty()) return;
    std::vector<std::string> known;
    for (const CalendarEntry& each : policy_.calendars) {
      if (each.name == name) return;
      known.push_back(each.name);
    }
    const auto near = util::nearest(name, known, 1);
    const std::string meant = near.empty() ? "" : fmt::format("; did you mean '{}'", near.front());
    tell(file, mark,
         fmt::format("{} names the calendar '{}', which calendars.yaml does not have: {}{}", what, name, instead,
                     meant));
  }

  /// The most open time that a target may stand for, by the calendars that may count it.
  [[nodiscard]] seconds most_time_of(const PromiseTarget& target) const {
    if (target.target.unit == calendar::Target::Unit::hours) return std::chrono::hours(target.target.count);
    seconds longest{0};
    for (const CalendarEntry& each : policy_.calendars)
      if (target.calendar.empty() || target.calendar == each.name) longest = std::max(longest, longest_day(each.week));
    const seconds day = longest.count() == 0 ? calendar::kDay : longest;
    return day * (target.target.count + 1);
  }

  void check_warnings(const Sheet& sheet, const PromiseTarget& target) {
    const seconds most = most_time_of(target);
    for (const calendar::WarningPoint& point : target.warn) {
      if (point.kind != calendar::WarningPoint::Kind::before_due || seconds(point.amount) <= most) continue;
      tell(sheet.file, place_of_field(sheet, target.mark, "warn"),
           fmt::format("the warning point {} is longer than the {}: it warns at the start",
                       calendar::format_warning_point(point), name_of_target(target)));
    }
  }

  void check_projects() {
    const Sheet sheet = written_sheet("projects");
    for (const Node& item : sheet.content.items) {
      const std::string what = fmt::format("project '{}'", item.text_of("id"));
      if (const Node* const named = item.find("calendar"))
        check_calendar(sheet.file, named->mark, item.text_of("calendar"), what, "default counts");
      const Node* const profile = item.find("regulatory");
      const std::string word = item.text_of("regulatory");
      const auto profiles = regulatory_profiles();
      if (profile == nullptr || word.empty() || std::find(profiles.begin(), profiles.end(), word) != profiles.end())
        continue;
      tell(sheet.file, profile->mark,
           fmt::format("{} has the regulatory profile '{}', which gives no targets here: it must be one of {}", what,
                       word, util::join(profiles, ", ")));
    }
  }

  void check_default() {
    const bool has_default = std::any_of(policy_.calendars.begin(), policy_.calendars.end(),
                                         [](const CalendarEntry& each) { return each.name == kDefaultCalendar; });
    if (!has_default)
      tell("calendars.yaml", {1, 1},
           fmt::format("there is no calendar '{}': a target that names no calendar has no due time", kDefaultCalendar));
  }

  const Policy& policy_;
  const Files& files_;
  std::vector<Finding> findings_;
};

}  // namespace

bool is_as_general(const PromiseTarget& target, const PromiseTarget& other) {
  return std::ranges::all_of(
      target.filter.terms,
      [&](const query::Term& term) {
        return std::ranges::any_of(
            other.filter.terms, [&](const query::Term& each) { return is_same_term(term, each); });
      });
}

std::vector<Finding> check_promises(const Policy& policy, const Files& files) {
  return PromiseChecker(policy, files).run();
}

std::vector<Finding> check_zones(const Policy& policy, const Files& files,
                                 const std::function<bool(const std::string& zone)>& knows_zone) {
  std::vector<Finding> findings;
  for (const CalendarEntry& each : policy.calendars) {
    if (each.zone.empty() || knows_zone(each.zone)) continue;
    findings.push_back({"calendars.yaml", each.mark,
                        util::visible_line(fmt::format("this machine does not know the zone '{}' of calendar '{}': it "
                                                       "counts in the ledger's zone; see tzselect(8)",
                                                       each.zone, each.name)),
                        true});
  }
  if (const std::string& zone = policy.settings.zone; !zone.empty() && !knows_zone(zone)) {
    std::vector<Finding> known;
    const Sheet sheet = read_sheet(files, "settings", known);
    const Node* const field = sheet.content.find("zone");
    findings.push_back({"settings.yaml", field == nullptr ? Mark{1, 1} : place_of(field->mark),
                        util::visible_line(fmt::format("this machine does not know the zone '{}': each reader's own "
                                                       "stands for it; see tzselect(8)",
                                                       zone)),
                        true});
  }
  return findings;
}

}  // namespace crmtrack::policy
