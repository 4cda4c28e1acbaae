#include "report/volume.hpp"

#include <fmt/format.h>

#include <unordered_set>

#include "util/counted.hpp"

namespace crmtrack::report {

Measure volume_of(const Input& input) {
  std::vector<CaseIndex> received;
  std::unordered_set<std::string_view> customers;
  std::size_t without_customer = 0;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (!input.in_period(item.received)) continue;
    received.push_back(i);
    if (item.customer.empty())
      ++without_customer;
    else
      customers.insert(item.customer);
  }
  Measure measure = tally("volume", "received", std::move(received));
  measure.head = "Received";
  measure.shows_change = true;
  measure.note = fmt::format("from {}{}{}", util::counted(customers.size(), "customer"),
                             without_customer == 0 ? "" : fmt::format(", {} without one", without_customer),
                             input.void_count == 0 ? "" : fmt::format(", {} void left out", input.void_count));
  return measure;
}

Measure ended_of(const Input& input) {
  std::vector<CaseIndex> ended;
  for (CaseIndex i = 0; i < input.cases.size(); ++i)
    if (input.in_period(input.cases[i].ended, input.cases[i].first_ended)) ended.push_back(i);
  Measure measure = tally("ended", "ended", std::move(ended));
  measure.head = "Ended";
  return measure;
}

Measure clearance_of(const Input& input) {
  std::size_t received = 0;
  for (const Case& item : input.cases) received += input.in_period(item.received) ? 1 : 0;
  Measure clearance = share("clearance", "ended, for each received", ended_of(input).records, received);
  clearance.head = "Ended each";
  clearance.low = clearance.high = std::nullopt;  // a ratio of two flows: no share of one, so no Wilson interval
  clearance.unit = "ratio";
  return clearance;
}

}  // namespace crmtrack::report
