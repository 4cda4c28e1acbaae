#include "util/text/named_mail.hpp"

#include "util/text/parts.hpp"

namespace crmtrack::util {

NamedMail parse_named_mail(std::string_view text) {
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>', open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close != std::string_view::npos)
    return {std::string(trim(text.substr(0, open))), std::string(trim(text.substr(open + 1, close - open - 1)))};
  const std::string whole(trim(text));
  return whole.find('@') == std::string::npos ? NamedMail{whole, {}} : NamedMail{{}, whole};
}

}  // namespace crmtrack::util
