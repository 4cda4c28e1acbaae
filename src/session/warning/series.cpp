#include "session/warning/series.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "index/read/report_rows.hpp"
#include "index/read/warned.hpp"
#include "policy/meant.hpp"
#include "session/day_zone.hpp"

namespace crmtrack::session {

namespace {

using warning::Event;
using warning::Measure;
using warning::Series;

/// The complaint that a row is of, as far as its groups matter.
struct Place {
  std::uint32_t project = 0, customer = 0;  ///< 0: none
  bool is_counted = false;
};

/// Names by numbers from 1 on.
class Names {
 public:
  std::uint32_t add(std::string_view name) {
    if (name.empty()) return 0;
    if (const auto found = numbers_.find(std::string(name)); found != numbers_.end()) return found->second;
    names_.emplace_back(name);
    numbers_.emplace(names_.back(), static_cast<std::uint32_t>(names_.size()));
    return static_cast<std::uint32_t>(names_.size());
  }
  [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number - 1]; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Puts events into the series of everything and of one group.
class Collector {
 public:
  explicit Collector(util::Instant until) : until_(until) {}

  void add(Measure measure, std::uint32_t project, const Event& event) {
    if (event.at >= until_) return;
    Groups& groups = by_project_[static_cast<std::size_t>(measure)];
    events_of(groups, 0).push_back(event);
    if (project != 0) events_of(groups, project).push_back(event);
  }
  void add_reason(std::uint32_t reason, const Event& event) {
    if (reason != 0 && event.at < until_) events_of(by_reason_, reason).push_back(event);
  }

  /// All series, by measure and group.
  std::vector<Series> take(const Names& projects, const Names& reasons) {
    for (std::size_t i = 0; i < by_project_.size(); ++i)
      for (std::size_t number = 0; number < by_project_[i].size(); ++number) {
        const std::string project = number == 0 ? std::string() : projects.name(static_cast<std::uint32_t>(number));
        add_series({static_cast<Measure>(i), number == 0 ? std::string() : "project:" + project, project,
                    std::move(by_project_[i][number])});
      }
    for (std::size_t number = 1; number < by_reason_.size(); ++number)
      add_series({Measure::volume,
                  "reason:" + reasons.name(static_cast<std::uint32_t>(number)),
                  {},
                  std::move(by_reason_[number])});
    std::sort(series_.begin(), series_.end(), [](const Series& a, const Series& b) {
      return std::tie(a.measure, a.group) < std::tie(b.measure, b.group);
    });
    return std::move(series_);
  }

 private:
  using Groups = std::vector<std::vector<Event>>;  ///< by number; 0: everything

  static std::vector<Event>& events_of(Groups& groups, std::uint32_t number) {
    if (number >= groups.size()) groups.resize(number + 1);
    return groups[number];
  }

  void add_series(Series series) {
    if (series.events.empty()) return;
    const auto is_before = [](const Event& a, const Event& b) {
      return std::tie(a.at, a.story) < std::tie(b.at, b.story);
    };
    if (!std::is_sorted(series.events.begin(), series.events.end(), is_before))
      std::sort(series.events.begin(), series.events.end(), is_before);
    series_.push_back(std::move(series));
  }

  util::Instant until_;
  std::array<Groups, std::size(warning::kMeasureNames)> by_project_;
  Groups by_reason_;
  std::vector<Series> series_;
};

class Loader {
 public:
  Loader(Session& session, const query::Filter& filter, Watched& watched)
      : session_(session),
        filter_(filter),
        until_(watched.periods.end()),
        collector_(watched.periods.end()),
        watched_(watched) {}

  /// Returns when the first complaint was received; nullopt without one.
  std::optional<util::Instant> load() {
    const query::Moment moment = session_.moment(filter_);
    index::each_warned_complaint(session_.index(), filter_, moment,
                                 [this](const index::WarnedComplaint& row) { add_complaint(row); });
    const index::ReportRows rows(session_.index(), filter_, moment, {.all = true});
    rows.each_rung([this](const index::ReportedRung& row) {
      if (row.to_level > row.from_level) add(Measure::escalations, row.story, row.at, true);
    });
    const index::ReportRows due(session_.index(), filter_, moment, {.to = until_, .all = true});
    due.each_promise([this](const index::ReportedPromise& row) { add_promise(row); });
    rows.each_step([this](const index::ReportedStep& row) { add_step(row); });
    rows.each_feeling([this](const index::ReportedFeeling& row) {
      if (row.sentiment == "positive" || row.type == "compliment") add(Measure::praise, row.story, row.at, true);
    });
    index::each_inbound_contact(session_.index(), [this](const index::InboundContact& row) { add_contact(row); });
    watched_.series = collector_.take(projects_, reasons_);
    take_customers();
    return first_;
  }

 private:
  Place& place_of(std::int64_t story) {
    const auto key = static_cast<std::size_t>(story);
    if (key >= places_.size()) places_.resize(std::max(key + 1, places_.size() * 2));
    return places_[key];
  }

  /// The number of the reason that a code counts under today.
  std::uint32_t reason_of(std::string_view code) {
    const auto [known, is_new] = standing_.try_emplace(std::string(code));
    if (is_new) known->second = reasons_.add(policy::standing_reason(session_.policy(), known->first, {}));
    return known->second;
  }

  void add_complaint(const index::WarnedComplaint& row) {
    if (row.bad || row.status == "void") return;
    if (!first_ || row.received < *first_) first_ = row.received;
    const Place place{projects_.add(row.project), customers_.add(row.customer), true};
    place_of(row.story) = place;
    const Event received{row.received, row.story, true};
    collector_.add(Measure::volume, place.project, received);
    collector_.add_reason(reason_of(row.reason), received);
    const bool is_severe = row.severity == "high" || row.severity == "critical";
    if (!row.severity.empty()) collector_.add(Measure::severity, place.project, {row.received, row.story, is_severe});
    collector_.add(Measure::escalations, place.project, {row.received, row.story, false});
    if (place.customer != 0) add_contact(place.customer, row.received, row.story);
    if (place.customer != 0) set_last_project(place, row.received);
  }

  void add(Measure measure, std::int64_t story, util::Instant at, bool hit) {
    const Place& place = place_of(story);
    if (place.is_counted) collector_.add(measure, place.project, {at, story, hit});
  }

  /// Of our promises to customers that are due: those kept in time, and those that are not.
  void add_promise(const index::ReportedPromise& row) {
    using Ended = story::Promise::Ended;
    const bool is_ours = row.debtor == story::Debtor::us && !row.to_us && row.kind != record::PromiseKind::step &&
                         row.kind != record::PromiseKind::accept;
    if (!is_ours || row.ended == Ended::waived || row.ended == Ended::void_) return;
    const bool is_broken = row.ended == Ended::no || (row.settled && *row.settled > row.due);
    add(Measure::broken_promises, row.story, row.due, is_broken);
  }

  void add_step(const index::ReportedStep& row) {
    const auto due = row.first_due ? row.first_due : row.due;
    if (!due || row.state == "dropped") return;
    add(Measure::slipped_steps, row.story, *due, !row.done || *row.done > *due);
  }

  void add_contact(const index::InboundContact& row) {
    const Place& place = place_of(row.story);
    if (place.is_counted && place.customer != 0) add_contact(place.customer, row.at, row.story);
    // Contacts beside any complaint count where their customer has complaints among the selected ones.
    if (!row.customer.empty()) beside_.push_back({std::string(row.customer), row.at});
  }

  void add_contact(std::uint32_t customer, util::Instant at, std::int64_t story) {
    if (customer >= contacts_.size()) contacts_.resize(customer + 1);
    Contact& contact = contacts_[customer];
    if (contact.count == 0 || at < contact.first) contact.first = at;
    if (contact.count == 0 || at >= contact.last) contact.last = at;
    if (story != 0 && (contact.story == 0 || at >= contact.story_at)) {
      contact.story = story;
      contact.story_at = at;
    }
    ++contact.count;
  }

  void set_last_project(const Place& place, util::Instant received) {
    Contact& contact = contacts_[place.customer];
    if (place.project == 0 || received < contact.project_at) return;
    contact.project = place.project;
    contact.project_at = received;
  }

  void take_customers() {
    for (const auto& [customer, at] : beside_)
      if (const std::uint32_t number = customers_.add(customer);
          number < contacts_.size() && contacts_[number].count > 0)
        add_contact(number, at, 0);
    std::vector<std::string> departed = index::departed_customers(session_.index());
    std::sort(departed.begin(), departed.end());
    for (std::uint32_t number = 1; number < contacts_.size(); ++number) {
      const Contact& contact = contacts_[number];
      if (contact.count == 0) continue;
      const std::string& name = customers_.name(number);
      if (std::binary_search(departed.begin(), departed.end(), name)) continue;
      watched_.customers.push_back({name, contact.project == 0 ? std::string() : projects_.name(contact.project),
                                    contact.count, contact.first, contact.last, contact.story});
    }
    std::sort(watched_.customers.begin(), watched_.customers.end(),
              [](const warning::Contacts& a, const warning::Contacts& b) { return a.customer < b.customer; });
  }

  struct Contact {
    std::size_t count = 0;
    util::Instant first{}, last{}, story_at{}, project_at{};
    std::int64_t story = 0;
    std::uint32_t project = 0;
  };

  Session& session_;
  const query::Filter& filter_;
  util::Instant until_;
  Collector collector_;
  Names projects_, reasons_, customers_;
  std::unordered_map<std::string, std::uint32_t> standing_;  ///< by code of a reason
  std::vector<Place> places_;
  std::vector<Contact> contacts_;
  std::vector<std::pair<std::string, util::Instant>> beside_;
  std::optional<util::Instant> first_;
  Watched& watched_;
};

}  // namespace

Watched load_watched(Session& session, const query::Filter& filter) {
  const util::Zone zone = day_zone(session);
  const util::Instant now = session.now();
  const warning::Length length =
      warning::parse_length(session.policy().settings.period).value_or(warning::Length::week);
  Watched watched{warning::Periods(length, zone, now, now), {}, {}};
  const auto first = Loader(session, filter, watched).load();
  if (first) watched.periods = warning::Periods(length, zone, *first, now);
  return watched;
}

}  // namespace crmtrack::session
