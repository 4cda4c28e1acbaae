#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// A sender or recipient.
struct Address {
  std::string name;  ///< as shown, decoded; may be empty
  std::string mail;  ///< with its domain in lower case; empty where none can be read

  /// `Ada Byron <ada@example.com>`, or what there is of it.
  [[nodiscard]] std::string shown() const;
};

/// The addresses of a header such as From or To: `Ada <a@b.example>`, `a@b.example (Ada)`, `"Byron, Ada"
/// <a@b.example>`, members of a group. At most 100.
std::vector<Address> addresses_of(std::string_view value);
/// The first of them; empty where there is none.
Address address_of(std::string_view value);

/// Whether a text is one plain address: ASCII, one `@`, no blank.
bool is_mail_address(std::string_view text);

}  // namespace crmtrack::mail
