#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// A person as people type one: `Ben Ode <ben@acme.example>`, `ben@acme.example` or `Ben Ode`.
struct NamedMail {
  std::string name;  ///< empty where there is none
  std::string mail;  ///< as it was typed; empty where there is none
};

/// Splits such a text. Does not judge the address.
NamedMail parse_named_mail(std::string_view text);

}  // namespace crmtrack::util
