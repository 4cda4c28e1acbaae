#pragma once

#include <optional>

#include "story/complaint.hpp"

namespace crmtrack::story {

/// When we and the customer were last in touch: at their last contact, or at the last of ours that was at least sent,
/// answers included. None where nothing followed the receipt.
std::optional<util::Instant> last_contact(const Complaint& complaint);

/// When a mail of the customer came in by itself after our answer, and nobody has said since whether it confirms or
/// rejects that; or when the customer last spoke after the complaint was closed, withdrawn or void, where we have not
/// been in touch since; none where there is nothing of the kind.
std::optional<util::Instant> unheard_word(const Complaint& complaint);

}  // namespace crmtrack::story
