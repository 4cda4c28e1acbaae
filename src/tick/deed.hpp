#pragma once

#include <string>

#include "policy/policy.hpp"
#include "record/machine_record.hpp"
#include "story/complaint.hpp"

namespace crmtrack::tick {

/// Something that `tick` does on a complaint: a record, and its content for people.
struct Deed {
  enum class What {
    told,       ///< the owner, of a promise that is due soon
    escalated,  ///< a promise broke: the complaint went up
    resolved,   ///< the customer's silence counts as acceptance
  } what = What::told;
  std::string complaint, customer;
  std::string promise;  ///< its kind; empty where it is none
  std::string of;       ///< the promise by its record
  int from_level = 0, to_level = 0;
  std::string to;  ///< the person; may be empty
  std::string why;
  util::Instant at{};
  record::MachineRecord made;
};

std::string_view name_of(Deed::What what);

/// Makes the record of a rung that a promise of the complaint has crossed. Every host makes the same one of the same
/// story and policy.
Deed make_escalation(const story::Complaint& complaint, const story::DueRung& rung, const policy::Policy& policy);

/// Makes the record of a silence that has become acceptance. Precondition: `silent_at`.
Deed make_silence(const story::Complaint& complaint);

}  // namespace crmtrack::tick
