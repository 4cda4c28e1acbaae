#include "report/regulator.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <tuple>

#include "report/money.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using document::Cell;

/// The figures of one firm, or of a part of it.
struct Figures {
  std::size_t outstanding = 0, opened = 0, sent = 0, upheld = 0, vulnerable = 0, unmet = 0;
  std::array<std::size_t, 3> bands{};

  [[nodiscard]] bool is_nil() const { return outstanding == 0 && opened == 0 && sent == 0; }
};

struct Paid {
  MoneySum upheld, goodwill;
};

bool is_upheld(const Case& item) { return item.outcome == "upheld" || item.outcome == "partly_upheld"; }
bool is_vulnerable(const ReturnCase& each) { return each.vulnerable == "identified" || each.vulnerable == "unmet"; }

/// Goes through the complaints once and fills in all parts of the return.
class Return {
 public:
  Return(const Input& input, const std::vector<std::string>& firms) : input_(input) {
    for (const std::string& firm : firms) firms_[firm];
  }

  void add(const ReturnCase& each) {
    const Case& item = input_.cases[each.complaint];
    const bool opened = input_.in_period(item.received);
    const bool sent = input_.in_period(item.answered, item.first_responded);
    const bool waited = was_outstanding(item);
    for (Figures* figures : {&firms_[each.firm], &products_[{each.firm, each.product}]}) {
      figures->outstanding += waited ? 1 : 0;
      if (opened) add_opened(each, *figures);
      if (sent) add_sent(each, item, *figures);
    }
    if (opened) ++issues_[{each.firm, each.product, input_.mapped_reason(item.reason)}];
    if (opened && is_vulnerable(each)) vulnerable_.push_back(each.complaint);
    if (opened && each.vulnerable == "unmet") unmet_.push_back(each.complaint);
    if (opened) opened_.push_back(each.complaint);
    if (waited) outstanding_.push_back(each.complaint);
    if (!sent) return;
    sent_.at(static_cast<std::size_t>(each.band)).push_back(each.complaint);
    if (is_upheld(item)) upheld_.push_back(each.complaint);
    if (!item.outcome.empty() && item.outcome != "not_determined") ++decided_;
    auto& cause = causes_[{each.firm, each.cause.empty() ? "unknown" : each.cause}];
    ++cause.sent;
    cause.upheld += is_upheld(item) ? 1 : 0;
    if (!each.currency.empty())
      (is_upheld(item) ? paid_[{each.firm, each.currency}].upheld : paid_[{each.firm, each.currency}].goodwill)
          .add(each.amount);
  }

  void write(Report& report) {
    add_measures(report);
    add_table(report, "Firms", firms_table());
    add_table(report, "By product", products_table());
    add_table(report, "What it was about", issues_table());
    add_table(report, "What it came from", causes_table());
    add_table(report, "Redress", redress_table());
  }

 private:
  /// Not answered, withdrawn or ended otherwise when the period began.
  [[nodiscard]] bool was_outstanding(const Case& item) const {
    const auto from = input_.meta.from;
    if (!from || item.received >= *from) return false;
    const bool answered = item.answered && (!item.first_responded || *item.first_responded < *from);
    const bool ended = item.ended && (!item.first_ended || *item.first_ended < *from);
    return !answered && !ended;
  }

  static void add_opened(const ReturnCase& each, Figures& figures) {
    ++figures.opened;
    figures.vulnerable += is_vulnerable(each) ? 1 : 0;
    figures.unmet += each.vulnerable == "unmet" ? 1 : 0;
  }

  static void add_sent(const ReturnCase& each, const Case& item, Figures& figures) {
    ++figures.sent;
    ++figures.bands.at(static_cast<std::size_t>(each.band));
    figures.upheld += is_upheld(item) ? 1 : 0;
  }

  void add_measures(Report& report) {
    const std::size_t sent = sent_[0].size() + sent_[1].size() + sent_[2].size();
    report.measures.push_back(tally("outstanding", "open when the period began", outstanding_));
    report.measures.push_back(tally("opened", "opened", opened_));
    report.measures.push_back(share("within_3_business_days", "answered within 3 business days", sent_[0], sent));
    report.measures.push_back(share("within_8_weeks", "later, within 8 weeks", sent_[1], sent));
    report.measures.push_back(share("after_8_weeks", "after 8 weeks", sent_[2], sent));
    report.measures.push_back(share("uphold_rate", "upheld, of those decided", upheld_, decided_));
    report.measures.push_back(
        share("vulnerable", "customer in vulnerable circumstances, of those opened", vulnerable_, opened_.size()));
    report.measures.push_back(
        share("vulnerable_unmet", "of these, about our failure to respond to that", unmet_, vulnerable_.size()));
  }

  static void add_table(Report& report, const char* title, document::Table table) {
    report.tables.push_back(std::move(table));
    report.table_titles.emplace_back(title);
  }

  static std::vector<document::Column> figure_columns(std::vector<document::Column> columns) {
    for (document::Column& column : std::vector<document::Column>{{"outstanding", "Before", Align::right},
                                                                  {"opened", "Opened", Align::right},
                                                                  {"sent", "Sent", Align::right},
                                                                  {"within_3_business_days", "3 days", Align::right},
                                                                  {"within_8_weeks", "8 wks", Align::right},
                                                                  {"after_8_weeks", "Later", Align::right},
                                                                  {"upheld", "Upheld", Align::right},
                                                                  {"vulnerable", "Vuln.", Align::right},
                                                                  {"vulnerable_unmet", "Unmet", Align::right}})
      columns.push_back(std::move(column));
    return columns;
  }

  static void add_cells(const Figures& figures, std::vector<Cell>& cells) {
    for (const std::size_t figure :
         {figures.outstanding, figures.opened, figures.sent, figures.bands[0], figures.bands[1], figures.bands[2],
          figures.upheld, figures.vulnerable, figures.unmet})
      cells.push_back({fmt::to_string(figure)});
  }

  [[nodiscard]] document::Table firms_table() const {
    document::Table table{
        "firms", figure_columns({{"firm", "Firm", Align::left, true, true, 6}, {"nil_return", "Nil"}}), {}};
    for (const auto& [firm, figures] : firms_) {
      std::vector<Cell> cells{{std::string(firm)}, {figures.is_nil() ? "yes" : "no"}};
      add_cells(figures, cells);
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  [[nodiscard]] document::Table products_table() const {
    document::Table table{"products",
                          figure_columns({{"firm", "Firm", Align::left, true, true, 6},
                                          {"product", "Product", Align::left, true, true, 6}}),
                          {}};
    for (const auto& [key, figures] : products_) {
      if (figures.is_nil()) continue;
      std::vector<Cell> cells{{std::string(key.first)}, {std::string(key.second)}};
      add_cells(figures, cells);
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  [[nodiscard]] document::Table issues_table() const {
    document::Table table{"issues",
                          {{"firm", "Firm", Align::left, true, true, 6},
                           {"product", "Product", Align::left, true, true, 6},
                           {"issue", "Issue", Align::left, true, true},
                           {"opened", "Opened", Align::right}},
                          {}};
    for (const auto& [key, opened] : issues_)
      table.rows.push_back({{std::string(std::get<0>(key))},
                            {std::string(std::get<1>(key))},
                            {std::get<2>(key)},
                            {fmt::to_string(opened)}});
    return table;
  }

  [[nodiscard]] document::Table causes_table() const {
    document::Table table{"causes",
                          {{"firm", "Firm", Align::left, true, true, 6},
                           {"cause", "Cause"},
                           {"sent", "Sent", Align::right},
                           {"upheld", "Upheld", Align::right}},
                          {}};
    for (const auto& [key, counts] : causes_)
      table.rows.push_back({{std::string(key.first)},
                            {std::string(key.second)},
                            {fmt::to_string(counts.sent)},
                            {fmt::to_string(counts.upheld)}});
    return table;
  }

  [[nodiscard]] document::Table redress_table() const {
    document::Table table{"redress",
                          {{"firm", "Firm", Align::left, true, true, 6},
                           {"currency", "Currency"},
                           {"redress_upheld", "Upheld", Align::right},
                           {"redress_not_upheld", "Not upheld", Align::right}},
                          {}};
    for (const auto& [key, paid] : paid_) {
      const int places = minor_digits(key.second);
      table.rows.push_back({{std::string(key.first)},
                            {std::string(key.second)},
                            {paid.upheld.text(places)},
                            {paid.goodwill.text(places)}});
    }
    return table;
  }

  using Pair = std::pair<std::string_view, std::string_view>;
  struct Cause {
    std::size_t sent = 0, upheld = 0;
  };

  const Input& input_;
  std::map<std::string_view, Figures> firms_;
  std::map<Pair, Figures> products_;
  std::map<std::tuple<std::string_view, std::string_view, std::string>, std::size_t> issues_;
  std::map<Pair, Cause> causes_;
  std::map<Pair, Paid> paid_;
  std::array<std::vector<CaseIndex>, 3> sent_;
  std::vector<CaseIndex> outstanding_, opened_, upheld_, vulnerable_, unmet_;
  std::size_t decided_ = 0;
};

}  // namespace

Report make_regulator(const Input& input, const std::vector<ReturnCase>& cases, const std::vector<std::string>& firms) {
  Report report{"regulator", "Regulator's return", input.meta, {}, {}, {}, {}, {}};
  Return made(input, firms);
  for (const ReturnCase& each : cases) made.add(each);
  made.write(report);
  return report;
}

}  // namespace crmtrack::report
