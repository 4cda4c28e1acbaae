#include "command/write/unacknowledged.hpp"

#include <fmt/format.h>

#include "session/lookup.hpp"

namespace crmtrack::command {

void hint_at_unacknowledged(Context& context, const session::Draft& contact, const story::Complaint& after) {
  const bool is_outbound = contact.fields.text_of("direction") == "out";
  if (!is_outbound || after.status != record::Status::received || after.acknowledged_at) return;
  if (contact.fields.text_of("purpose") == "acknowledge") return;  // its evidence was too weak, as stated
  const std::string shown = short_id(context, after.id);
  context.hint(
      fmt::format("{0} is still to be acknowledged: crmtrack acknowledge {0} -m …, or a contact with --purpose "
                  "acknowledge",
                  shown));
}

}  // namespace crmtrack::command
