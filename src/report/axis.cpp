#include "report/axis.hpp"

#include <algorithm>

namespace crmtrack::report {

namespace {

bool is_ordered_by_value(Key key) { return key == Key::month || key == Key::level || key == Key::severity; }

/// Complaints received in the period, by value.
std::vector<std::size_t> volumes_of(const Input& input, const KeyColumn& column) {
  std::vector<std::size_t> volumes(column.names->size());
  for (CaseIndex i = 0; i < input.cases.size(); ++i)
    if (input.in_period(input.cases[i].received)) ++volumes[column.of[i]];
  return volumes;
}

Plan plan_of_values(const Input& input, const Axis& axis, std::size_t most) {
  const KeyColumn& column = input.key(axis.key);
  Plan plan{&axis, {}, {}};
  if (!column.is_loaded()) return plan;
  const std::vector<std::size_t> volumes = volumes_of(input, column);
  std::vector<bool> is_used(column.names->size());
  for (const std::uint32_t value : column.of) is_used[value] = true;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < is_used.size(); ++i)
    if (is_used[i]) order.push_back(i);
  if (!is_ordered_by_value(axis.key))
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return volumes[a] > volumes[b]; });
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return (*column.names)[i] != kNoValue; });
  plan.slot_of.resize(column.names->size());
  for (const std::size_t value : order) {
    const bool is_last_place = plan.names.size() + 1 >= most && order.size() > most;
    if (!is_last_place)
      plan.names.push_back((*column.names)[value]);
    else if (plan.names.empty() || plan.names.back() != kOthers)
      plan.names.emplace_back(kOthers);
    plan.slot_of[value] = static_cast<std::uint32_t>(plan.names.size() - 1);
    if (plan.names.back() == kOthers) most = plan.names.size();
  }
  return plan;
}

}  // namespace

Plan plan_of(const Input& input, const Axis& axis, std::size_t most) {
  if (axis.key != Key::period) return plan_of_values(input, axis, most);
  Plan plan{&axis, {}, {}};
  for (const query::UnitSpan& period : axis.periods) plan.names.push_back(period.name);
  return plan;
}

namespace {

/// Sorts complaints into the periods in which something of theirs happened.
class PeriodBuckets {
 public:
  explicit PeriodBuckets(const std::vector<query::UnitSpan>& periods) : periods_(periods), buckets_(periods.size()) {}

  void add(CaseIndex complaint, const std::optional<util::Instant>& time) {
    if (!time) return;
    const auto behind =
        std::upper_bound(periods_.begin(), periods_.end(), *time,
                         [](util::Instant at, const query::UnitSpan& period) { return at < period.from; });
    if (behind == periods_.begin() || *time >= std::prev(behind)->until) return;
    buckets_[static_cast<std::size_t>(behind - periods_.begin()) - 1].push_back(complaint);
  }

  Buckets take() {
    for (std::vector<CaseIndex>& bucket : buckets_) {
      std::sort(bucket.begin(), bucket.end());
      bucket.erase(std::unique(bucket.begin(), bucket.end()), bucket.end());
    }
    return std::move(buckets_);
  }

 private:
  const std::vector<query::UnitSpan>& periods_;
  Buckets buckets_;
};

Buckets buckets_by_period(const Input& input, const Plan& plan) {
  PeriodBuckets buckets(plan.axis->periods);
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    buckets.add(i, item.received);
    buckets.add(i, item.first_responded);
    buckets.add(i, item.first_resolved);
    buckets.add(i, item.first_ended);
  }
  for (const Due& promise : input.promises)
    if (promise.complaint) buckets.add(*promise.complaint, promise.due);
  for (const Redress& redress : input.redresses) buckets.add(redress.complaint, redress.at);
  for (const Wait& wait : input.waits) buckets.add(wait.complaint, wait.from);
  for (const PlannedStep& step : input.steps)
    if (step.complaint) buckets.add(*step.complaint, step.first_due);
  for (const Feeling& feeling : input.feelings)
    if (feeling.complaint) buckets.add(*feeling.complaint, feeling.at);
  for (const Work& work : input.works)
    if (work.complaint) buckets.add(*work.complaint, work.at);
  return buckets.take();
}

}  // namespace

Buckets buckets_of(const Input& input, const Plan& plan) {
  if (plan.axis->key == Key::period) return buckets_by_period(input, plan);
  Buckets buckets(plan.names.size());
  const KeyColumn& column = input.key(plan.axis->key);
  for (CaseIndex i = 0; i < input.cases.size(); ++i) buckets[plan.slot_of[column.of[i]]].push_back(i);
  return buckets;
}

}  // namespace crmtrack::report
