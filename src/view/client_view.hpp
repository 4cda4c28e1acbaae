#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/policy.hpp"
#include "story/complaint.hpp"
#include "story/customer.hpp"

namespace crmtrack::view {

/// Something that was said or done, in the customer's words and ours.
struct ClientEvent {
  util::Instant at{};
  std::string what;                      ///< `call from us`
  std::string text;                      ///< of several lines
  std::vector<std::string> attachments;  ///< names
};

/// Something that we undertook.
struct ClientPromise {
  std::string what;
  std::optional<util::Instant> due_at, done_at;
  enum class State { open, kept, let_go } state = State::open;
};

/// Something that we need from them.
struct ClientNeed {
  std::string what;
  std::optional<util::Instant> due_at;
};

/// A complaint as the customer may see it.
struct ClientComplaint {
  std::string id, summary, status, reason, project, channel, contact, description, remedy_sought;
  util::Instant received_at{};
  std::vector<std::string> attachments;
  std::vector<ClientEvent> events;
  std::vector<ClientPromise> promises;
  std::vector<ClientNeed> needs;
};

/// All that a customer may see, and nothing else (record/kinds.hpp, Audience).
struct ClientView {
  std::string customer;  ///< their name; empty in the view of one complaint
  std::vector<ClientComplaint> complaints;
  std::vector<ClientEvent> events;  ///< beside any complaint
  std::vector<ClientPromise> promises;
  std::vector<ClientNeed> needs;
};

/// A complaint as its customer may see it. Policy has the words for its reason and project.
ClientComplaint client_complaint(const story::Complaint& complaint, const policy::Policy& policy);
/// A customer's own story as they may see it, without any complaint.
ClientView client_view(const story::Customer& customer);

}  // namespace crmtrack::view
