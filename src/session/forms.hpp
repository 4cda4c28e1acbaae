#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/forms.hpp"
#include "query/filter.hpp"
#include "session/session.hpp"
#include "yaml/node.hpp"

namespace crmtrack::session {

/// The fields that a complaint lacks, or that do not fit, by the forms of policy that hold on a date; where that is
/// empty, by all.
std::vector<policy::FormFault> find_form_faults(Session& session, const yaml::Node& fields, std::string_view date = {});
/// Holds a complaint's fields against the forms of policy. Throws Error(refused): the field, why, an example.
void require_forms(Session& session, const yaml::Node& fields);
/// Whether a complaint that is not written yet meets a filter of policy.
bool meets_facts(Session& session, const query::Filter& filter, const yaml::Node& fields);
/// Throws Error(refused) for a field that has a command of its own, or that crmtrack derives.
void require_settable(const std::string& field);

}  // namespace crmtrack::session
