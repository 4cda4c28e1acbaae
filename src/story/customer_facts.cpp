#include "story/customer_facts.hpp"

#include "story/complaint.hpp"
#include "story/customer.hpp"

namespace crmtrack::story {

namespace {

/// `customer`, `set.customer` …: the field that a name of a record's or a correction's field means at last.
bool means_customer(std::string_view field) { return field.substr(field.rfind('.') + 1) == "customer"; }

void collect_customers(const yaml::Node& fields, std::set<std::string>& customers) {
  for (const auto& [field, value] : fields.entries) {
    if (value.is_scalar() && !value.is_null() && !value.text.empty() && means_customer(field))
      customers.insert(value.text);
    if (field == "set" || field.ends_with(".set")) collect_customers(value, customers);
  }
}

}  // namespace

CustomerFacts facts_of(const Customer& customer) { return {customer.segment, customer.region, customer.merged_into}; }

std::string standing_customer(const CustomerBook& book, const std::string& id) {
  std::string standing = id;
  for (std::size_t steps = 0; steps <= book.size(); ++steps) {
    const auto found = book.find(standing);
    if (found == book.end() || found->second.merged_into.empty()) return standing;
    standing = found->second.merged_into;
  }
  return id;
}

void take_customer_facts(const CustomerBook& book, Complaint& complaint) {
  complaint.region = complaint.text_of("region");
  const auto customer = book.find(complaint.text_of("customer"));
  if (customer == book.end()) return;
  complaint.segment = customer->second.segment;
  if (complaint.region.empty()) complaint.region = customer->second.region;
}

std::set<std::string> customers_named(const Story& complaint) {
  std::set<std::string> customers;
  for (const Entry& entry : complaint.entries)
    if (entry.fault.empty()) collect_customers(entry.record.body, customers);
  return customers;
}

}  // namespace crmtrack::story
