#include "report/terms/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "statistics/association.hpp"

namespace crmtrack::report {

namespace {

using document::Align;

void sort_terms(std::vector<FoundTerm>& found) {
  std::sort(
      found.begin(), found.end(),
      [](const FoundTerm& a, const FoundTerm& b) {
        return std::tuple(-a.score, -static_cast<double>(a.counted.cases), std::string_view(a.counted.key)) <
               std::tuple(-b.score, -static_cast<double>(b.counted.cases), std::string_view(b.counted.key));
      });
}

Measure cases_measure(const char* name, std::string title, std::size_t n) {
  Measure measure;
  measure.name = name;
  measure.title = std::move(title);
  measure.value = static_cast<double>(n);
  measure.unit = "complaints";
  return measure;
}

std::string percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? "" : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string share_text(std::size_t part, std::size_t whole) {
  return whole == 0 ? "" : fmt::format("{:.4f}", static_cast<double>(part) / static_cast<double>(whole));
}

document::Cell number(std::size_t n) { return {std::to_string(n)}; }

std::vector<document::Column> columns_of(const TermGroup& group) {
  const bool near = !group.near.empty();
  std::vector<document::Column> columns{{"term", "Word or pair", Align::left, true, true, 12},
                                        {"cases", near ? "Both" : "Cases", Align::right},
                                        {"share", "Share", Align::right},
                                        {"other_cases", near ? "Without" : "Others", Align::right},
                                        {"other_share", "Share", Align::right}};
  if (!near) columns.push_back({"customers", "Customers", Align::right});
  columns.push_back(near ? document::Column{"bits", "Bits", Align::right}
                         : document::Column{"g_squared", "G²", Align::right});
  return columns;
}

std::vector<document::Cell> row_of(const FoundTerm& found, const TermGroup& group) {
  const CountedTerm& counted = found.counted;
  std::vector<document::Cell> cells{
      {counted.form},
      number(counted.cases),
      {share_text(counted.cases, group.cases), percent(counted.cases, group.cases)},
      number(counted.other_cases),
      {share_text(counted.other_cases, group.others), percent(counted.other_cases, group.others)}};
  if (group.near.empty()) cells.push_back(number(counted.customers));
  cells.push_back({fmt::format("{:.4f}", found.score), fmt::format("{:.1f}", found.score)});
  return cells;
}

statistics::Cells cells_of(const CountedTerm& term, std::size_t group, std::size_t others) {
  return {term.cases, group - term.cases, term.other_cases, others - term.other_cases};
}

}  // namespace

std::vector<FoundTerm> choose_terms(std::vector<CountedTerm> counted, std::size_t group, std::size_t others) {
  std::vector<FoundTerm> found;
  for (CountedTerm& term : counted) {
    if (term.cases < statistics::kFewestCases || term.customers < kEnoughCustomers) continue;
    const double surprise = statistics::log_likelihood(cells_of(term, group, others));
    if (surprise >= statistics::kSetsApart) found.push_back({std::move(term), surprise});
  }
  sort_terms(found);
  return found;
}

std::vector<FoundTerm> choose_near(std::vector<CountedTerm> counted, std::size_t group, std::size_t others) {
  std::vector<FoundTerm> found;
  for (CountedTerm& term : counted) {
    const auto bits = statistics::mutual_information(cells_of(term, group, others));
    if (bits && *bits > 0) found.push_back({std::move(term), *bits});
  }
  sort_terms(found);
  return found;
}

Report make_terms(const Input& input, const TermGroup& group, const std::vector<FoundTerm>& found) {
  Report report{"terms", "Words", input.meta, {}, {}, {}, {}, {}};
  const bool near = !group.near.empty();
  report.measures.push_back(cases_measure(
      "group_cases", near ? fmt::format("complaints with '{}'", group.near) : "complaints of the group", group.cases));
  report.measures.push_back(
      cases_measure("other_cases", near ? "complaints without it" : "other complaints", group.others));
  report.measures.push_back(
      cases_measure("terms", near ? "words that go with it" : "words and pairs that set it apart", found.size()));
  report.measures.back().unit = "terms";
  document::Table table{"terms", columns_of(group), {}};
  for (std::size_t i = 0; i < std::min(found.size(), kMostTerms); ++i) table.rows.push_back(row_of(found[i], group));
  report.tables.push_back(std::move(table));
  report.table_titles.push_back(near ? fmt::format("What goes with '{}'", group.near) : "What sets the group apart");
  if (found.size() > kMostTerms) report.notes.push_back(fmt::format("the first {} of {}", kMostTerms, found.size()));
  report.notes.push_back(fmt::format("complaints are counted, not words; stems of the language '{}'", group.language));
  return report;
}

}  // namespace crmtrack::report
