#include "report/grouped.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>

#include "report/axis.hpp"
#include "report/page.hpp"
#include "report/parts.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using document::Cell;
using document::Column;

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
constexpr const char* kAllName = "all";

Cell value_cell(const Measure& measure) {
  if (!measure.value) return {};
  return {fmt::format("{}", *measure.value), shown_value(measure)};
}

Cell count_cell(const std::optional<std::size_t>& count) { return count ? Cell{fmt::to_string(*count)} : Cell{}; }

/// Makes the parts of a report, and collects their measures.
class Grouper {
 public:
  Grouper(const Grouping& grouping, const std::function<Report(const Input&)>& make)
      : grouping_(grouping), make_(make) {
    for (const Axis& axis : grouping.axes) is_series_ = is_series_ || axis.key == Key::period;
    if (grouping.before == nullptr) return;
    for (const Measure& measure : grouping.before->measures) before_[{measure.name, measure.group}] = measure.value;
  }

  Report run(const Input& input) {
    Report total = make_(input);
    total.is_grouped = true;
    total.tables.clear();
    total.table_titles.clear();
    total.bars.clear();
    total.sections.clear();
    total.told = {};
    for (std::size_t i = 0; i < grouping_.axes.size(); ++i)
      plans_.push_back(plan_of(input, grouping_.axes[i], i == 0 ? kMostGroups : kMostColumns));
    report_ = std::move(total);
    if (grouping_.before != nullptr) report_.meta.before = grouping_.before->meta.from;
    take_total();
    std::vector<CaseIndex> all(input.cases.size());
    std::iota(all.begin(), all.end(), 0);
    split(input, all, 0, {kAll, kAll});
    if (plans_.size() == 2) split(input, all, 1, {kAll, kAll});
    name_title();
    add_table();
    return std::move(report_);
  }

 private:
  using Slots = std::array<std::size_t, 2>;

  void set_before(Measure& measure) const {
    const auto found = before_.find({measure.name, measure.group});
    if (measure.of_now || grouping_.before == nullptr) return;
    if (found != before_.end())
      measure.before = found->second;
    else if (measure.unit == "complaints")
      measure.before = 0;  // a group that had none then
  }

  [[nodiscard]] bool is_left_out(const Measure& measure) const {
    return is_series_ && (measure.of_now || measure.spans_periods);
  }

  void take_total() {
    std::erase_if(report_.measures, [&](const Measure& measure) { return is_left_out(measure); });
    if (!grouping_.figure.empty())
      figure_ = get_measure(report_, grouping_.figure).name;
    else if (plans_.size() == 2 && !report_.measures.empty())
      figure_ = report_.measures.front().name;
    for (Measure& measure : report_.measures) {
      measure.note.clear();
      set_before(measure);
      if (!grouping_.keeps_records) measure.records.clear();
      remember(measure, {kAll, kAll});
    }
  }

  /// Splits a part by the axis, and what comes of it by the next one.
  void split(const Input& part, const std::vector<CaseIndex>& origin, std::size_t depth, Slots slots) {
    const Plan& plan = plans_[depth];
    const Parts parts(part);
    const Buckets buckets = buckets_of(part, plan);
    for (std::size_t slot = 0; slot < buckets.size(); ++slot) {
      const std::vector<CaseIndex>& bucket = buckets[slot];
      if (bucket.empty() && plan.axis->key != Key::period) continue;
      Input below = parts.part(bucket);
      if (plan.axis->key == Key::period) {
        below.meta.from = plan.axis->periods[slot].from;
        below.meta.to = plan.axis->periods[slot].until;
      }
      std::vector<CaseIndex> below_origin;
      below_origin.reserve(bucket.size());
      for (const CaseIndex i : bucket) below_origin.push_back(origin[i]);
      slots[depth] = slot;
      add(make_(below), below_origin, slots);
      const bool has_all_above = depth == 0;
      if (has_all_above && plans_.size() == 2) split(below, below_origin, 1, slots);
    }
  }

  void add(Report made, const std::vector<CaseIndex>& origin, const Slots& slots) {
    for (Measure& measure : made.measures) {
      if (is_left_out(measure)) continue;
      measure.group = group_name(names_of(slots));
      measure.note.clear();
      set_before(measure);
      if (grouping_.keeps_records)
        for (CaseIndex& record : measure.records) record = origin[record];
      else
        measure.records = {};
      remember(measure, slots);
      report_.measures.push_back(std::move(measure));
    }
  }

  [[nodiscard]] std::vector<std::string> names_of(const Slots& slots) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < plans_.size(); ++i) names.push_back(slots[i] == kAll ? "*" : plans_[i].names[slots[i]]);
    return names;
  }

  /// Keeps what the table shows of a measure.
  void remember(const Measure& measure, const Slots& slots) {
    if (!figure_.empty() ? measure.name != figure_ : measure.head.empty()) return;
    Measure kept = measure;
    kept.records = {};
    shown_[slots].push_back(std::move(kept));
  }

  void name_title() {
    std::vector<std::string> keys;
    for (const Axis& axis : grouping_.axes) {
      keys.emplace_back(name_of(axis.key));
      report_.meta.by.push_back(keys.back());
    }
    report_.title += " by " + util::join(keys, " and ");
    if (!figure_.empty())
      for (const Measure& measure : report_.measures)
        if (measure.name == figure_ && measure.group.empty()) {
          report_.title += ": " + measure.title;
          break;
        }
  }

  void add_table() {
    document::Table table = plans_.size() == 2 ? cross_table() : figure_.empty() ? overview() : figure_table();
    for (Column& column : table.columns) column.shrinks = column.align == Align::left;
    report_.tables.push_back(std::move(table));
    report_.table_titles.emplace_back();
    if (plans_.size() == 1) add_bars();
  }

  [[nodiscard]] const Measure* find_shown(const Slots& slots, std::size_t place) const {
    const auto found = shown_.find(slots);
    if (found == shown_.end() || place >= found->second.size()) return nullptr;
    return &found->second[place];
  }

  /// The groups of the first axis that something is known of, then all.
  [[nodiscard]] std::vector<std::size_t> rows() const {
    std::vector<std::size_t> rows;
    for (std::size_t slot = 0; slot < plans_[0].names.size(); ++slot)
      if (shown_.contains({slot, kAll})) rows.push_back(slot);
    rows.push_back(kAll);
    return rows;
  }

  [[nodiscard]] Cell group_cell(std::size_t slot) const {
    if (slot == kAll) return {kAllName, "", document::Role::strong};
    return {plans_[0].names[slot]};
  }

  [[nodiscard]] Column group_column() const {
    const std::string key(name_of(grouping_.axes[0].key));
    return {key, key};
  }

  /// All measures that have a short name, a group a row.
  [[nodiscard]] document::Table overview() const {
    document::Table table{"groups", {group_column()}, {}};
    const auto total = shown_.find({kAll, kAll});
    if (total == shown_.end()) return table;
    int drops = 0;
    for (const Measure& measure : total->second) {
      table.columns.push_back({measure.name, measure.head, Align::right, true, false, 0, drops++});
      if (has_change(measure))
        table.columns.push_back({measure.name + "_change", "+/-", Align::right, true, false, 0, drops++});
    }
    for (const std::size_t slot : rows()) {
      std::vector<Cell> row{group_cell(slot)};
      for (const Measure& measure : total->second) {
        row.push_back(cell_named({slot, kAll}, measure.name));
        if (has_change(measure)) row.push_back(change_named({slot, kAll}, measure.name));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  [[nodiscard]] bool has_change(const Measure& measure) const {
    return measure.shows_change && grouping_.before != nullptr;
  }

  [[nodiscard]] const Measure* find_named(const Slots& slots, const std::string& name) const {
    const auto found = shown_.find(slots);
    if (found == shown_.end()) return nullptr;
    for (const Measure& measure : found->second)
      if (measure.name == name) return &measure;
    return nullptr;
  }

  [[nodiscard]] Cell cell_named(const Slots& slots, const std::string& name) const {
    const Measure* const measure = find_named(slots, name);
    return measure != nullptr ? value_cell(*measure) : Cell{};
  }

  /// The change against the period before; empty where either has no value.
  [[nodiscard]] Cell change_named(const Slots& slots, const std::string& name) const {
    const Measure* const measure = find_named(slots, name);
    if (measure == nullptr || !measure->value || !measure->before) return {};
    return {fmt::format("{}", *measure->value - *measure->before), shown_change(*measure)};
  }

  /// One measure with its basis, a group a row.
  [[nodiscard]] document::Table figure_table() const {
    document::Table table{"groups", {group_column()}, {}};
    for (const char* name : {"value", "n", "denominator", "low", "high"})
      table.columns.push_back({name, name, Align::right});
    const Measure* const total = find_shown({kAll, kAll}, 0);
    if (total == nullptr) return table;
    table.columns[3].title = "of";
    const auto bound = [&](const Measure& measure, const std::optional<double>& value) {
      if (!value || measure.denominator.value_or(0) == 0) return Cell{};
      Measure limit = measure;
      limit.value = value;
      return value_cell(limit);
    };
    for (const std::size_t slot : rows()) {
      const Measure* const measure = find_shown({slot, kAll}, 0);
      if (measure == nullptr) continue;
      table.rows.push_back({group_cell(slot), value_cell(*measure), count_cell(measure->n),
                            count_cell(measure->denominator), bound(*measure, measure->low),
                            bound(*measure, measure->high)});
    }
    for (Column& column : table.columns) {
      const auto place = static_cast<std::size_t>(&column - table.columns.data());
      column.shown = std::any_of(table.rows.begin(), table.rows.end(),
                                 [&](const std::vector<Cell>& row) { return !row[place].text.empty(); });
    }
    return table;
  }

  [[nodiscard]] document::Table cross_table() const {
    document::Table table{"cross", {group_column()}, {}};
    std::vector<std::size_t> columns;
    for (std::size_t slot = 0; slot < plans_[1].names.size(); ++slot)
      if (shown_.contains({kAll, slot})) columns.push_back(slot);
    for (const std::size_t slot : columns)
      table.columns.push_back({plans_[1].names[slot], plans_[1].names[slot], Align::right});
    columns.push_back(kAll);
    table.columns.push_back({kAllName, kAllName, Align::right});
    const Measure* const total = find_shown({kAll, kAll}, 0);
    const bool is_count = total != nullptr && total->value && !total->denominator && total->unit == "complaints";
    for (const std::size_t row : rows()) {
      std::vector<Cell> cells{group_cell(row)};
      for (const std::size_t column : columns) {
        const Measure* const measure = find_shown({row, column}, 0);
        cells.push_back(measure != nullptr ? value_cell(*measure) : is_count ? Cell{"0"} : Cell{});
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  /// Bars of the figure, or of the first one that the table shows, where they are not too many.
  void add_bars() {
    constexpr std::size_t kBarsShown = 31;
    document::Bars bars;
    double most = 0;
    for (const std::size_t slot : rows()) {
      const Measure* const measure = slot == kAll ? nullptr : find_shown({slot, kAll}, 0);
      if (measure == nullptr || !measure->value) continue;
      bars.items.push_back({plans_[0].names[slot], *measure->value, shown_value(*measure)});
      most = std::max(most, *measure->value);
    }
    if (bars.items.size() > 1 && bars.items.size() <= kBarsShown && most > 0) report_.bars.push_back(std::move(bars));
  }

  const Grouping& grouping_;
  const std::function<Report(const Input&)>& make_;
  bool is_series_ = false;
  std::vector<Plan> plans_;
  Report report_;
  std::string figure_;
  std::map<Slots, std::vector<Measure>> shown_;
  std::map<std::pair<std::string, std::string>, std::optional<double>> before_;  ///< by measure and group
};

}  // namespace

std::string group_name(const std::vector<std::string>& groups) { return util::join(groups, ", "); }

Report make_grouped(const Input& input, const Grouping& grouping, const std::function<Report(const Input&)>& make) {
  return Grouper(grouping, make).run(input);
}

}  // namespace crmtrack::report
