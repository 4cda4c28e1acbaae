#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/message/headers.hpp"
#include "mail/mime/parts.hpp"

namespace crmtrack::mail {

/// The nature of a mail, before anything is asked of its text.
enum class Nature {
  personal,   ///< a person may have written it
  bounce,     ///< a mail of ours could not be delivered
  delayed,    ///< it is not delivered yet
  relayed,    ///< it was handed on to a place that reports nothing more
  delivered,  ///< it was delivered (a delivery receipt)
  read,       ///< it was shown (a read receipt)
  automatic,  ///< a program answered, or wrote by itself
};

/// The nature of a mail, and its news about mails of ours.
struct Finding {
  Nature nature = Nature::personal;
  std::string recipient;               ///< of a report: whom it is about; may be empty
  std::string detail;                  ///< of a report: its status and what the other side said, on one line
  std::vector<std::string> about_ids;  ///< of a report: the Message-IDs of the mails that it is about
};

/// Tells a report from an answer, and a program from a person, bounces first: an empty envelope sender, MAILER-DAEMON
/// in the raw From, or a part message/delivery-status at any place. Of reports only `Action: failed` is a failure
/// (RFC 3464), and only a mail that was displayed was read (RFC 8098). Programs mark what they write by themselves by
/// RFC 3834, or by one of the older headers. `from_line`: the `From ` line that a delivery agent put before the mail,
/// or empty.
Finding find_nature(const Headers& headers, const Parts& parts, std::string_view from_line);

std::string_view name_of(Nature nature);

}  // namespace crmtrack::mail
