#include "mail/send/conversation.hpp"

#include <algorithm>

namespace crmtrack::mail {

std::vector<std::string> conversation_of(const std::vector<const record::Record*>& told, const std::string& before) {
  std::vector<std::string> ids;
  for (const record::Record* record : told) {
    if (!before.empty() && record->id >= before) break;
    const bool is_mail = record->kind == record::Kind::activity || record->kind == record::Kind::complaint;
    std::string id = record->text_of("message_id");
    if (!is_mail || id.empty() || record->text_of("automatic") == "true") continue;
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace crmtrack::mail
