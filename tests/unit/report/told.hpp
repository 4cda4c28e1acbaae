#pragma once

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

#include "report/case.hpp"

/// Rows as tests tell them. Days are counted from the first of March 2026, 00:00 UTC.
namespace crmtrack::report::test {

inline util::Instant day(double n) {
  return util::parse_rfc3339("2026-03-01T00:00:00Z").value().utc +
         std::chrono::seconds(static_cast<std::int64_t>(n * 86'400));
}

/// Rows in UTC, looked at on day 100.
inline Input input() {
  Input told;
  told.zone = util::Zone::utc();
  told.meta.now = day(100);
  told.meta.zone = "UTC";
  return told;
}

/// An open case received on a day.
inline Case received_on(double received) {
  Case item;
  item.id = "20260301-7f3q2mxab4";
  item.status = "received";
  item.received = day(received);
  return item;
}

/// One that was answered, and with that over.
inline Case answered_on(double received, double answered, std::string_view outcome = "upheld") {
  Case item = received_on(received);
  item.status = "resolved";
  item.first_responded = day(answered);
  item.first_ended = day(answered);
  item.answered = item.ended = item.first_responded.has_value();
  item.outcome = outcome;
  item.open = false;
  return item;
}

/// A rung from level 0 to 1.
inline Rung rung_up(CaseIndex complaint, double at) {
  Rung rung;
  rung.complaint = complaint;
  rung.to_level = 1;
  rung.at = day(at);
  return rung;
}

inline const document::Table& table_of(const Report& report, std::string_view name) {
  const auto found = std::find_if(report.tables.begin(), report.tables.end(),
                                  [&](const document::Table& table) { return table.name == name; });
  REQUIRE(found != report.tables.end());
  return *found;
}

/// The rows of a table as lines, cells separated by a blank.
inline std::vector<std::string> rows_of(const Report& report, std::string_view name) {
  std::vector<std::string> lines;
  for (const auto& row : table_of(report, name).rows) {
    std::string line;
    for (const document::Cell& cell : row) line += (line.empty() ? "" : " ") + cell.text;
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;
using Cases = std::vector<CaseIndex>;

}  // namespace crmtrack::report::test
