#pragma once

#include <cstdint>
#include <string>

namespace crmtrack::mail {

/// A mail as it came. Of one that is larger than an attachment may be, only the front is kept.
struct RawMail {
  std::string bytes;
  std::string from_line = {};  ///< the `From ` line that a delivery agent put before it; empty where there was none
  std::uint64_t size = 0;      ///< of all of it
  std::string sha256 = {};     ///< of all of it

  [[nodiscard]] bool is_whole() const { return size == bytes.size(); }
};

/// A mail whose bytes are all here.
RawMail make_raw_mail(std::string bytes, std::string from_line = {});
/// Reads one mail from a descriptor to its end, without the one `From ` line that may lead it. Keeps at most
/// policy::kLargestAttachment bytes. Throws Error(busy) where reading fails: whoever hands the mail over tries again.
RawMail read_raw_mail(int descriptor);

}  // namespace crmtrack::mail
