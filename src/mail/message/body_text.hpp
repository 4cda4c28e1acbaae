#pragma once

#include <string>
#include <vector>

#include "mail/mime/parts.hpp"

namespace crmtrack::mail {

/// The text that a person would read of a mail: its parts text/plain or, where it has none that says something, what
/// its HTML says. At most 1 MiB of each part is read.
std::string text_of_parts(const Parts& parts);

/// The files that came with a mail, as their senders named them, or by their type.
std::vector<std::string> files_of(const Parts& parts);

}  // namespace crmtrack::mail
