#pragma once

#include <string_view>

#include "session/session.hpp"

namespace crmtrack::session {

/// The person of the directory that a word means: by mail address, by name, or by the part of the address before the
/// `@` where only one person has it. nullptr where it means nobody. Throws Error(ambiguous) where several have it.
const policy::Person* find_person_by_word(Session& session, std::string_view word);

}  // namespace crmtrack::session
