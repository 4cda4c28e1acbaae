#pragma once

#include <string>
#include <vector>

#include "session/session.hpp"
#include "session/warning/warnings.hpp"
#include "warning/course.hpp"

namespace crmtrack::session {

/// The courses behind warnings that the same words selected: first that of all complaints received, then the series of
/// each signal, once. Silence of a customer has none.
std::vector<warning::Course> load_courses(Session& session, const std::vector<std::string>& words,
                                          const Warnings& warnings);

}  // namespace crmtrack::session
