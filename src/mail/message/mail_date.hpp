#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mail/message/headers.hpp"
#include "util/time.hpp"

namespace crmtrack::mail {

/// Reads the date of a mail (RFC 5322, and what programs write in its place): `Sat, 21 Nov 2026 09:12:00 +0100`, names
/// of zones, `GMT+0100`, `+01:00`, years of two digits, the order of `ctime`. nullopt where a part is missing, or the
/// zone is none that means one offset.
std::optional<util::Timestamp> parse_mail_date(std::string_view text);

/// When a mail was written.
struct MailDate {
  std::optional<util::Timestamp> at;  ///< nullopt: nothing in the mail tells it
  std::string doubt;                  ///< why it is not what Date says; empty where it is
};

/// The Date of a mail. Where it cannot be read, or lies more than a day after the newest Received, which our own side
/// wrote, that one counts.
MailDate date_of(const Headers& headers);

}  // namespace crmtrack::mail
