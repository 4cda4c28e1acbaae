#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.hpp"
#include "calendar/pauses.hpp"
#include "calendar/target.hpp"
#include "policy/policy.hpp"
#include "query/filter_match.hpp"
#include "record/vocabulary.hpp"
#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::story {

/// The target and the calendar by which a promise is due, as policy had them at its start.
struct Clock {
  calendar::Target target;
  std::vector<calendar::WarningPoint> warn;
  std::vector<calendar::Target> remind;  ///< when the customer is asked again
  std::string calendar_name;
  calendar::Calendar calendar;
  std::string why;  ///< the entry of policy that gave the target, in words
};

/// A clock, and how policy came to it: for people who ask.
struct ClockChoice {
  Clock clock;
  std::optional<yaml::Mark> entry;  ///< of targets.yaml; none where a project's regulatory profile gave the target
  std::string calendar_why;         ///< `named by the target`
};

/// A project's part in choosing a clock.
struct ClockProject {
  std::string id, calendar, regulatory, from;
  friend bool operator==(const ClockProject&, const ClockProject&) = default;
};

/// The calendars and targets of a policy, ready to be asked for each promise (docs/domain.md, Due times). Two of equal
/// content compare equal.
class Clocks {
 public:
  Clocks() = default;
  /// `zone` is that of calendars without one of their own.
  Clocks(const policy::Policy& policy, const util::Zone& zone);

  /// The clock of a promise of this kind that starts then, for a complaint of these facts; none where policy sets no
  /// target for it.
  [[nodiscard]] std::shared_ptr<const Clock> find(record::PromiseKind kind, const query::Row& facts,
                                                  util::Instant start) const;
  /// Finds a clock as `find` does, and tells the entry that it comes from.
  [[nodiscard]] std::optional<ClockChoice> choose(record::PromiseKind kind, const query::Row& facts,
                                                  util::Instant start) const;
  /// The calendar of a complaint for what starts then: the project's, else the default; null where there is none.
  [[nodiscard]] const calendar::Calendar* calendar_of(const query::Row& facts, util::Instant start) const;
  /// The calendar by a name, as it held on a date; null where there is none.
  [[nodiscard]] const calendar::Calendar* find_calendar(std::string_view name, std::string_view date) const;
  /// Names of calendars whose zone this machine does not know; they count in the ledger's zone.
  [[nodiscard]] const std::vector<std::string>& without_zone() const { return without_zone_; }

  friend bool operator==(const Clocks& a, const Clocks& b);

 private:
  struct Named {
    std::string name, from;
    calendar::Calendar calendar;
    friend bool operator==(const Named&, const Named&) = default;
  };
  struct Rule {
    policy::PromiseTarget target;
    std::string why;
    friend bool operator==(const Rule& a, const Rule& b) {
      return a.why == b.why && a.target.promise == b.target.promise && a.target.target == b.target.target &&
             a.target.filter_text == b.target.filter_text && a.target.calendar == b.target.calendar &&
             a.target.warn == b.target.warn && a.target.remind == b.target.remind && a.target.from == b.target.from &&
             a.target.valid_to == b.target.valid_to;
    }
  };
  /// A calendar, the name that it was asked for by, and who named it.
  struct ChosenCalendar {
    std::string_view name;
    const Named* calendar = nullptr;
    enum class By { target, project, nobody } by = By::nobody;
    const ClockProject* project = nullptr;
  };
  [[nodiscard]] const Named* find_named(std::string_view name, std::string_view date) const;
  [[nodiscard]] const Rule* find_rule(record::PromiseKind kind, const query::Row& facts, std::string_view date) const;
  /// The entry of targets.yaml that holds, else the target of the project's profile in `of_profile`; null without one.
  [[nodiscard]] const Rule* rule_of(record::PromiseKind kind, const query::Row& facts, std::string_view date,
                                    std::optional<Rule>& of_profile) const;
  [[nodiscard]] ChosenCalendar choose_calendar(const Rule& rule, const query::Row& facts, std::string_view date) const;
  [[nodiscard]] ChosenCalendar choose_standing(const query::Row& facts, std::string_view date) const;
  [[nodiscard]] const ClockProject* project_of(const query::Row& facts, std::string_view date) const;

  std::vector<Named> calendars_;
  std::vector<Rule> rules_;
  /// The clocks that were asked for. Nearly all promises of a ledger share a few.
  struct Made {
    std::mutex lock;  ///< stories are folded in several threads
    std::map<std::pair<std::size_t, std::size_t>, std::shared_ptr<const Clock>> clocks;  ///< by rule and calendar
  };

  std::vector<ClockProject> projects_;
  std::vector<std::string> without_zone_;
  std::shared_ptr<Made> made_ = std::make_shared<Made>();
};

}  // namespace crmtrack::story
