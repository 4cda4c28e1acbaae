#include "report/again.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "util/counted.hpp"

namespace crmtrack::report {

namespace {

constexpr std::chrono::days kWindow{30};

std::string left_out_note(std::size_t left_out) {
  return left_out == 0 ? ""
                       : fmt::format("{} left out, whose 30 days are not over", util::counted(left_out, "complaint"));
}

}  // namespace

Measure reopen_rate_of(const Input& input) {
  std::vector<CaseIndex> reopened;
  std::size_t resolved = 0, left_out = 0;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    const auto& time = item.first_resolved;
    if (!time || !input.in_period(*time)) continue;
    if (*time + kWindow > input.meta.now) {
      ++left_out;
      continue;
    }
    ++resolved;
    if (item.first_reopened && *item.first_reopened >= *time && *item.first_reopened < *time + kWindow)
      reopened.push_back(i);
  }
  Measure measure = share("reopen_rate", "reopened in 30 days, of those resolved", std::move(reopened), resolved);
  measure.note = left_out_note(left_out);
  measure.head = "Reopened";
  return measure;
}

Measure repeat_contact_of(const Input& input) {
  // By customer and reason in order of receipt, so that the next one stands behind.
  std::vector<std::tuple<std::string_view, std::string, util::Instant, CaseIndex>> sorted;
  for (CaseIndex i = 0; i < input.cases.size(); ++i)
    if (const Case& item = input.cases[i]; !item.customer.empty())
      sorted.emplace_back(item.customer, input.mapped_reason(item.reason), item.received, i);
  std::sort(sorted.begin(), sorted.end());
  std::set<std::string_view> customers, again;
  std::vector<CaseIndex> records;
  std::size_t left_out = 0;
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    const auto& [customer, reason, received, complaint] = sorted[k];
    if (!input.in_period(received)) continue;
    if (received + kWindow > input.meta.now) {
      ++left_out;
      continue;
    }
    customers.insert(customer);
    if (k + 1 == sorted.size()) continue;
    const auto& [next_customer, next_reason, next_received, next] = sorted[k + 1];
    if (next_customer != customer || next_reason != reason || next_received >= received + kWindow) continue;
    again.insert(customer);
    records.push_back(next);
  }
  Measure measure = share("repeat_contact", "customers who came again within 30 days", again.size(), customers.size());
  measure.records = std::move(records);
  measure.note = left_out_note(left_out);
  measure.spans_periods = true;
  measure.head = "Again";
  return measure;
}

}  // namespace crmtrack::report
