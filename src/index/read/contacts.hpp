#pragma once

#include <functional>
#include <string_view>

#include "index/index.hpp"

namespace crmtrack::index {

/// A contact that came in from a customer. Texts last until the next row.
struct ContactOfCustomer {
  std::string_view customer;
  std::string_view complaint;  ///< empty: it stands in the customer's own story
  util::Instant at{};
};
/// Visits the contacts that came in from customers who are known, in no order; those on void complaints are left out.
void each_contact_of_customers(const Index& index, const std::function<void(const ContactOfCustomer&)>& visit);

}  // namespace crmtrack::index
