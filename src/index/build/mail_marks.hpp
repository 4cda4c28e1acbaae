#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace crmtrack::index {

// The marks by which incoming mail finds what the ledger knows: of a mail, ours or theirs, its Message-ID; the token
// that a mail of ours carried, by its digest; the identity of a mail that was taken; the address of a customer's
// contact; and the mail itself, by the SHA-256 of the file beside a record of it.
std::string message_id_mark(std::string_view message_id);
std::string token_mark(std::string_view digest);
std::string identity_mark(std::string_view identity);
std::string contact_mark(std::string_view mail);
std::string raw_mark(std::string_view sha256);

/// The beginning of a raw_mark.
inline constexpr std::string_view kRawMark = "raw ";
/// The mark of a message in the inbox, and that of the record which says where it was put.
inline constexpr std::string_view kInboxMark = "inbox";
inline constexpr std::string_view kAssignedMark = "assigned";

/// The beginning of the `key` of a record that `mail receive` made; the mail's identity follows, then `/` and the
/// story.
inline constexpr std::string_view kMailKey = "mail/";
/// The beginning of the `source` of a complaint that a mail became; the mail's identity follows.
inline constexpr std::string_view kMailSource = "mail:";

/// The files in which a record keeps a mail.
inline constexpr std::array<std::string_view, 2> kMailFiles{"mail.eml", "mail-header.txt"};

/// The marks of a record.
std::vector<std::string> mail_marks_of(const record::Record& record);

}  // namespace crmtrack::index
