#pragma once

#include <string>
#include <string_view>

namespace crmtrack::mail {

/// The text with the character references of HTML replaced: numeric ones, and those names that mails use. Others stay.
std::string replace_entities(std::string_view text);

}  // namespace crmtrack::mail
