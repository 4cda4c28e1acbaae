#include "command/report/warning_listing.hpp"

#include <fmt/format.h>

#include "util/time.hpp"
#include "view/text_or_null.hpp"
#include "warning/sentence.hpp"

namespace crmtrack::command {

using document::Align;
using document::Cell;
using document::Role;
using document::Value;
using session::Warning;
using session::Warnings;

namespace {

/// The parts of a warning that a signal has, and that the records of an alarm say as well.
struct Parts {
  std::string method, measure, group, period;
};

Parts warning_parts(const Warning& item) {
  if (item.signal == nullptr) return {item.alarm->method, item.alarm->measure, item.alarm->group, item.alarm->period};
  return {std::string(name_of(item.signal->trial.method)), std::string(name_of(item.signal->measure)),
          item.signal->group, item.signal->period};
}

Cell figure_cell(const std::optional<double>& value) {
  if (!value) return {};
  return {fmt::format("{:.6g}", *value), warning::short_figure(*value)};
}

Role warning_role(const Warning& item) { return item.is_new() ? Role::bad : Role::plain; }

std::vector<Cell> warning_cells(const Warnings& warnings, const Warning& item, view::Reader reader) {
  const Parts parts = warning_parts(item);
  const warning::Trial trial = item.signal == nullptr ? warning::Trial{} : item.signal->trial;
  const auto of_signal = [&](const std::optional<double>& value) {
    return item.signal == nullptr ? Cell{} : figure_cell(value);
  };
  const std::string records = item.signal == nullptr ? "" : fmt::to_string(item.signal->stories.size());
  Cell group{parts.group};
  if (reader == view::Reader::person && group.text.empty()) group.shown = "everything";
  return {{item.name(), {}, Role::id},
          {item.state(), {}, warning_role(item)},
          {parts.measure},
          group,
          {parts.period},
          {parts.method},
          of_signal(trial.value),
          of_signal(trial.baseline),
          of_signal(trial.limit),
          of_signal(trial.p),
          {records},
          {item.alarm ? item.alarm->owner : std::string()},
          {warning_sentence(warnings, item)}};
}

Value figure_value(const std::optional<double>& value) { return value ? Value(*value) : Value(); }

}  // namespace

std::string warning_sentence(const Warnings& warnings, const Warning& item) {
  if (item.signal == nullptr) return "trips no more; it was: " + item.alarm->why;
  return warning::sentence_of(*item.signal, warnings.periods);
}

document::Document warning_document(const Warnings& warnings) {
  document::Lines lines;
  for (const Warning& item : warnings.items) {
    const Parts parts = warning_parts(item);
    const std::string group = parts.group.empty() ? "everything" : parts.group;
    const std::string owner = item.alarm ? item.alarm->owner : std::string();
    lines.lines.push_back({{item.name(), Role::id},
                           {"  "},
                           {item.state(), warning_role(item)},
                           {owner.empty() ? "" : " by " + owner},
                           {fmt::format("  {} of {}, since {}", parts.measure, group, parts.period), Role::strong}});
    lines.lines.push_back({{"  " + warning_sentence(warnings, item)}});
  }
  document::Document document;
  document.add(std::move(lines));
  return document;
}

document::Table warning_table(const Warnings& warnings, view::Reader reader) {
  const bool for_programs = reader == view::Reader::program;
  document::Table table{"warnings", {}, {}};
  table.columns = {{"signal", "Signal"},
                   {"state", "State"},
                   {"measure", "Measure"},
                   {"group", "Group", Align::left, true, true, 10},
                   {"period", "Since"},
                   {"method", "Method", Align::left, for_programs},
                   {"value", "Value", Align::right, for_programs},
                   {"baseline", "Baseline", Align::right, for_programs},
                   {"limit", "Limit", Align::right, for_programs},
                   {"p", "p", Align::right, for_programs},
                   {"records", "Records", Align::right, for_programs},
                   {"owner", "Owner", Align::left, for_programs},
                   {"what", "What", Align::left, true, true, 24}};
  for (const Warning& item : warnings.items) table.rows.push_back(warning_cells(warnings, item, reader));
  return table;
}

Value warning_item(Context& context, const Warnings& warnings, const Warning& item) {
  const Parts parts = warning_parts(item);
  const warning::Signal* const signal = item.signal;
  const auto of_signal = [&](const std::optional<double>& value) {
    return signal == nullptr ? Value() : figure_value(value);
  };
  const warning::Trial trial = signal == nullptr ? warning::Trial{} : signal->trial;
  Value::List records;
  if (signal != nullptr)
    for (std::string& id : session::records_of(context, *signal)) records.emplace_back(std::move(id));
  Value value;
  value.set("signal", item.name());
  value.set("method", parts.method);
  value.set("measure", parts.measure);
  value.set("group", view::text_or_null(parts.group));
  value.set("period", parts.period);
  value.set("value", of_signal(trial.value));
  value.set("baseline", of_signal(trial.baseline));
  value.set("limit", of_signal(trial.limit));
  value.set("p", of_signal(trial.p));
  value.set("state", item.state());
  value.set("trips", signal != nullptr);
  value.set("owner", view::text_or_null(item.alarm ? item.alarm->owner : std::string()));
  value.set("why", view::text_or_null(item.alarm ? item.alarm->why : std::string()));
  value.set("raised_at", item.alarm ? Value(util::format_utc(item.alarm->since)) : Value());
  value.set("says", warning_sentence(warnings, item));
  value.set("records", std::move(records));
  return value;
}

}  // namespace crmtrack::command
