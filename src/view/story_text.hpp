#pragma once

#include "document/document.hpp"
#include "policy/policy.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Adds the story of a complaint for people: what it is, every record in order, the escalation route, the plan, the
/// promises, the conflicts.
void add_story(const Setting& setting, const policy::Policy& policy, const story::Complaint& complaint,
               document::Document& document);
/// Adds the story of a customer for people: who it is, every record in order, the plan, the promises, the
/// conflicts.
void add_customer_story(const Setting& setting, const story::Customer& customer, document::Document& document);

}  // namespace crmtrack::view
