#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/message/address.hpp"
#include "mail/message/nature.hpp"
#include "util/time.hpp"

namespace crmtrack::mail {

/// A mail as we understand it.
struct Message {
  /// Names the mail, whichever way it came: a hash of its Message-ID and its decoded body. The bytes of a mail differ
  /// by their way, and programs give several mails one Message-ID.
  std::string identity;
  std::string message_id;              ///< without brackets; may be empty
  std::vector<std::string> refers_to;  ///< the ids of In-Reply-To and References, the nearest first
  bool is_reply = false;               ///< it has one of these headers
  Address from;
  std::vector<std::string> recipients;  ///< addresses that it came to, by all headers that tell them
  std::string subject;
  std::string text;                 ///< the writer's own words
  std::size_t history_lines = 0;    ///< lines of earlier mails that `text` leaves out
  std::size_t signature_lines = 0;  ///< lines of the signature, which it leaves out too
  std::vector<std::string> files;
  std::optional<util::Timestamp> at;
  std::string date_doubt;  ///< why `at` is not what Date says; empty where it is
  Finding finding;
  std::vector<std::string> tokens;  ///< of ours, in Subject and in address extensions
  bool is_cut = false;              ///< it had more parts than are read
};

/// Reads a mail. It takes any bytes, and gives the part of them that it understands. `from_line`: the `From ` line that
/// stood before it, or empty. Throws Error(program_failed) where GMime is not installed.
Message read_message(std::string_view bytes, std::string_view from_line = {});

}  // namespace crmtrack::mail
