#pragma once

#include <map>
#include <set>
#include <string>

namespace crmtrack::story {

struct Complaint;
struct Customer;
struct Story;

/// The facts that complaints take over from the story of their customer.
struct CustomerFacts {
  std::string segment, region;
  std::string merged_into = {};  ///< the customer that stands for this one; empty: none
  friend bool operator==(const CustomerFacts&, const CustomerFacts&) = default;
};
CustomerFacts facts_of(const Customer& customer);

/// By the customer's id.
using CustomerBook = std::map<std::string, CustomerFacts, std::less<>>;

/// The customer that stands for `id` after all merges; `id` itself where it was not merged, or merges go in a circle.
std::string standing_customer(const CustomerBook& book, const std::string& id);

/// Takes segment and region from the complaint's customer. A region of the complaint's own goes before the customer's.
void take_customer_facts(const CustomerBook& book, Complaint& complaint);

/// The customers whose facts the fold of a complaint may ask for: all that one of its records names.
std::set<std::string> customers_named(const Story& complaint);

}  // namespace crmtrack::story
