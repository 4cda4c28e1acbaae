#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/value.hpp"
#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::report {

/// Counts up whenever a measure's definition changes (docs/measures.md), so that nobody compares figures of two
/// definitions by accident.
inline constexpr int kMeasuresVersion = 1;

/// A complaint of a report: its place in Input::cases.
using CaseIndex = std::uint32_t;

/// One figure with its basis (docs/measures.md): a share has n, its denominator and its 95 % Wilson interval.
struct Measure {
  std::string name;       ///< snake_case, from the table of measures
  std::string title;      ///< for people
  std::string group;      ///< empty: all; see group_name
  std::string head = {};  ///< a short title for the head of a table; empty: no table of groups shows it
  std::optional<double> value;
  std::optional<std::size_t> n, denominator;
  std::optional<double> low, high;
  std::string unit;                ///< complaints, share, calendar_days, level …
  std::string note;                ///< for people
  std::optional<double> before;    ///< the value in the period before
  bool is_shown = true;            ///< to people; programs get all
  std::string basis = {};          ///< for people, what it stands on, in place of `of n`
  std::string instead = {};        ///< for people, where there is no value but something to say of it
  bool is_withheld = false;        ///< it tells of too few (report/person_view.hpp)
  bool of_now = false;             ///< of the moment of the report, whatever its period
  bool spans_periods = false;      ///< counts across the bounds of a period: no series has it
  bool shows_change = false;       ///< a table of groups has its change against the period before
  std::vector<CaseIndex> records;  ///< the complaints that it counts, for --records
};

/// A page has so many rows of a table, or so many stories; `--table` has all of them.
inline constexpr std::size_t kMostOnPage = 50;

/// The data from which a report was computed, and its moment.
struct Meta {
  std::string commit;  ///< of the ledger; several, with blanks between them, where clones had not met
  std::string policy_commit;
  std::optional<util::Instant> from, to;  ///< the period [from, to); absent: all time
  util::Instant now{};
  std::string zone, filter;
  std::string tzdata;  ///< the version of the time zone data by which days were counted; empty: unknown
  util::Zone place;    ///< the zone itself, in which people read times
  std::optional<util::Instant> before;  ///< where the period before begins, whose figures stand beside
  std::vector<std::string> by = {};     ///< the keys by which the report is split
};

/// A heading before some measures, for people.
struct Section {
  std::string title;
  std::size_t first = 0;  ///< the measure that it stands before
};

/// The parts of a report. It is rendered as a document for people, and as JSON.
struct Report {
  std::string name, title;
  Meta meta;
  std::vector<Measure> measures;
  std::vector<document::Table> tables;
  std::vector<std::string> table_titles;
  std::vector<document::Bars> bars;  ///< drawn behind the measures, for people
  std::vector<std::string> notes;
  document::Lines told = {};                 ///< for people, in place of the tables
  std::vector<document::Chart> charts = {};  ///< where somebody asks for them; each in place of the table of its name
  /// How many rows a table has, by its name, where for a page alone only the first were made.
  std::map<std::string, std::size_t> rows_in_all = {};
  std::vector<Section> sections = {};
  bool is_grouped = false;  ///< people get the table of groups in place of the measures

  /// The measures that are added from here on stand under this heading.
  void begin_section(std::string heading) { sections.push_back({std::move(heading), measures.size()}); }
};

/// A share as a measure: value, n, denominator, Wilson interval.
Measure share(std::string name, std::string title, std::size_t hits, std::size_t denominator);
/// A share of which each hit is a complaint of `records`.
Measure share(std::string name, std::string title, std::vector<CaseIndex> records, std::size_t denominator);
Measure tally(std::string name, std::string title, std::vector<CaseIndex> records);

/// Sets beside each measure its value in another report of the same name, that of the period before.
void set_beside(Report& report, const Report& before);

document::Value to_value(const Report& report);
/// The name of the table that has the measures.
inline constexpr std::string_view kMeasuresTable = "measures";
/// One table of a report, for CSV and TSV, which have tables only: the measures, or one of Report::tables. Throws
/// Error(usage) with the names where the report has no such table.
document::Table get_table(const Report& report, const std::string& name);
/// The names of the tables that `get_table` takes beside this one.
std::vector<std::string> other_tables(const Report& report, const std::string& name);
/// The measure of this name or title, whatever their case; of a group where the word ends in its name in brackets,
/// `volume[apollo]`. Throws Error(usage) with the nearest, and with all.
const Measure& get_measure(const Report& report, const std::string& word);

}  // namespace crmtrack::report
