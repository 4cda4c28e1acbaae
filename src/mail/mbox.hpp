#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::mail {

/// Reads the messages of an mbox file one after the other.
///
/// A message begins at a dated `From ` line (`From ada@example.com Sat Nov 21 09:12:00 2026`) at the front or after an
/// empty line. Its Content-Length counts only where such a line, or the end of the file, follows the body: a sender may
/// have written any number. Where it counts, the body may have undated and dated `From ` lines of its own (Dovecot and
/// procmail write such files); elsewhere `>From ` in the body is `From ` that the writer quoted.
class MboxReader {
 public:
  /// `bytes` must outlive the reader.
  explicit MboxReader(std::string_view bytes) : bytes_(bytes) {}
  /// The next message without its `From ` line; nullopt at the end.
  std::optional<std::string> next();
  /// The `From ` line of the message that `next` gave last; empty where it had none.
  [[nodiscard]] std::string_view from_line() const { return from_line_; }

 private:
  std::string_view bytes_;
  std::size_t position_ = 0;
  std::string_view from_line_;
};

/// Whether a line, without its end, is a dated `From ` line.
bool is_from_line(std::string_view line);

/// A message without the one `From ` line that a delivery agent may have put before it.
struct Unwrapped {
  std::string_view from_line;  ///< empty where there was none
  std::string_view message;
};
Unwrapped without_from_line(std::string_view bytes);

}  // namespace crmtrack::mail
