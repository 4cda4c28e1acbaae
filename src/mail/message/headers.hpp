#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crmtrack::mail {

/// The header of a mail, unfolded, bytes as they came. It takes what mails really have: lines that are no header are
/// passed over, and an empty line (or the end) ends it. At most 2,000 headers of 64 KiB each are kept.
class Headers {
 public:
  /// Reads from the front of a message, or of a part such as a delivery report.
  explicit Headers(std::string_view message);

  /// The first header of that name, in lower case; empty where there is none.
  [[nodiscard]] std::string_view find(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  /// The first header of that name as a person reads it: encoded words (RFC 2047) decoded, on one line.
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] bool empty() const { return headers_.empty(); }
  /// How many bytes the header takes, its empty line included.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void add_line(std::string_view line);
  std::vector<std::pair<std::string, std::string>> headers_;
  std::size_t size_ = 0;
};

}  // namespace crmtrack::mail
