#include "command/write/ended.hpp"

#include <fmt/format.h>

#include "session/linked.hpp"
#include "session/lookup.hpp"

namespace crmtrack::command {

void hint_at_ended(Context& context, const story::Complaint& complaint) {
  const std::string shown = short_id(context, complaint.id);
  const std::string original = session::original_of(complaint);
  if (complaint.status == record::Status::closed)
    context.hint(fmt::format("{0} is closed: take it up again with crmtrack reopen {0} --why WHY", shown));
  else if (complaint.status == record::Status::void_ && !original.empty())
    context.hint(fmt::format("{} is void, a duplicate of {}: go on there", shown, short_id(context, original)));
  else if (complaint.status == record::Status::void_ || complaint.status == record::Status::withdrawn)
    context.hint(fmt::format("{0} is {1}: take a new complaint with crmtrack new --follows {0}", shown,
                             record::name_of(complaint.status)));
}

}  // namespace crmtrack::command
