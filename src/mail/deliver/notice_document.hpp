#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "index/read/notices.hpp"
#include "policy/rules.hpp"
#include "session/session.hpp"

namespace crmtrack::mail {

/// The words of a notification. The subject has none of a customer's.
struct NoticeDocument {
  std::string subject;
  document::Document document;
  bool is_empty = false;  ///< on schedule: there is nothing to tell
};

/// A notification as its recipient reads it: to people of ours with the facts of the complaint and the command that
/// shows it; to the customer only what they may see. Of a digest a line for each of `gathered`.
NoticeDocument notice_document(session::Session& session, const policy::Rules& rules, const index::Notice& notice,
                               const std::vector<index::Notice>& gathered);

}  // namespace crmtrack::mail
