#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "session/write.hpp"
#include "story/customer.hpp"

namespace crmtrack::session {

/// Throws Error(refused) with the nearest slug where `text` is none.
void require_slug(std::string_view kind, const std::string& text);
/// Whether `undo` took a customer's registration back, and nobody has registered them since.
bool was_taken_back(const story::Customer& customer);
/// The id of the record by which `undo` did so; empty where it did not.
std::string find_taken_back(const story::Customer& customer);
/// The registration of a customer on first use, or again after `undo`, with a word on stderr and a hint where a similar
/// one exists; nullopt where it is known (or empty). `name`: as the user typed it, where that was no slug.
std::optional<Draft> registration_of(Session& session, const std::string& customer, const util::Timestamp& at,
                                     const std::string& by, const std::string& name = {});

}  // namespace crmtrack::session
