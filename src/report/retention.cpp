#include "report/retention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/again.hpp"
#include "report/figures.hpp"
#include "util/counted.hpp"

namespace crmtrack::report {

namespace {

constexpr std::chrono::days kWatched{90};

/// A customer with their first complaint of the period, and what they did around it.
struct Complainer {
  CaseIndex first = 0;
  std::size_t before = 0, after = 0;
  bool complained_again = false;
};
using Complainers = std::map<std::string_view, Complainer>;

/// Those whose 90 days are over; `left_out` is the number of the others.
Complainers find_complainers(const Input& input, std::size_t& left_out) {
  Complainers found;
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const Case& item = input.cases[i];
    if (item.customer.empty() || !input.in_period(item.received)) continue;
    const auto [place, is_new] = found.emplace(item.customer, Complainer{i});
    const Case& first = input.cases[place->second.first];
    if (std::tie(item.received, item.id) < std::tie(first.received, first.id)) place->second.first = i;
  }
  left_out = std::erase_if(
      found, [&](const auto& each) { return input.cases[each.second.first].received + kWatched > input.meta.now; });
  return found;
}

/// Counts something that a customer did at a time, where it is not their first complaint itself.
void count_deed(const Input& input, Complainer& complainer, util::Instant at) {
  const util::Instant first = input.cases[complainer.first].received;
  if (at >= first - kWatched && at < first) ++complainer.before;
  if (at >= first && at < first + kWatched) ++complainer.after;
}

void count_deeds(const Input& input, const std::vector<CustomerContact>& contacts, Complainers& complainers) {
  for (CaseIndex i = 0; i < input.cases.size(); ++i) {
    const auto found = complainers.find(input.cases[i].customer);
    if (found == complainers.end() || found->second.first == i) continue;
    const util::Instant received = input.cases[i].received;
    const util::Instant first = input.cases[found->second.first].received;
    count_deed(input, found->second, received);
    if (received >= first && received < first + kWatched) found->second.complained_again = true;
  }
  for (const CustomerContact& contact : contacts) {
    const auto found = complainers.find(contact.customer);
    if (found != complainers.end() && contact.complaint != found->second.first)
      count_deed(input, found->second, contact.at);
  }
}

template <class Chosen>
std::vector<CaseIndex> firsts_of(const Complainers& complainers, const Chosen& is_chosen) {
  std::vector<CaseIndex> records;
  for (const auto& [customer, each] : complainers)
    if (is_chosen(each)) records.push_back(each.first);
  return records;
}

/// The mean number of contacts of a customer.
Measure mean_contacts(const Complainers& complainers, std::size_t Complainer::*when, const char* name,
                      const char* title) {
  std::size_t sum = 0;
  for (const auto& [customer, each] : complainers) sum += each.*when;
  const std::size_t n = complainers.size();
  return figure(name, title, "contacts",
                n == 0 ? std::nullopt : std::optional(static_cast<double>(sum) / static_cast<double>(n)), n);
}

}  // namespace

Report make_retention(const Input& input, const std::vector<CustomerContact>& contacts) {
  Report report{"retention", "Retention", input.meta, {}, {}, {}, {}, {}};
  std::size_t left_out = 0;
  Complainers complainers = find_complainers(input, left_out);
  count_deeds(input, contacts, complainers);
  Measure customers = figure("customers", "customers who complained", "customers",
                             static_cast<double>(complainers.size()), complainers.size());
  customers.records = firsts_of(complainers, [](const Complainer&) { return true; });
  if (left_out > 0)
    customers.note = fmt::format("{} left out, whose 90 days are not over", util::counted(left_out, "customer"));
  report.measures.push_back(std::move(customers));
  const auto was_here = [](const Complainer& each) { return each.before > 0; };
  const std::vector<CaseIndex> before = firsts_of(complainers, was_here);
  report.measures.push_back(share("active_before", "in touch in the 90 days before", before, complainers.size()));
  report.measures.push_back(share("active_after", "in touch in the 90 days after",
                                  firsts_of(
                                      complainers, [](const Complainer& each) { return each.after > 0; }),
                                  complainers.size()));
  report.measures.push_back(share(
      "retained", "of those in touch before, also after",
      firsts_of(complainers, [&](const Complainer& each) { return was_here(each) && each.after > 0; }), before.size()));
  report.measures.push_back(
      mean_contacts(complainers, &Complainer::before, "contacts_before", "contacts of each in the 90 days before"));
  report.measures.push_back(
      mean_contacts(complainers, &Complainer::after, "contacts_after", "contacts of each in the 90 days after"));
  report.measures.push_back(share("complained_again", "complained again in the 90 days after",
                                  firsts_of(complainers, [](const Complainer& each) { return each.complained_again; }),
                                  complainers.size()));
  report.measures.push_back(repeat_contact_of(input));
  return report;
}

}  // namespace crmtrack::report
