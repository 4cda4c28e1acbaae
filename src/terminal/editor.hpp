#pragma once

#include <string>

namespace crmtrack::terminal {

/// Opens the user's editor (`command`) on a private file with this template; lines that begin with `#` are left out of
/// what comes back. Throws Error(cancelled) where the text is empty or unchanged, Error(program_failed) where the
/// editor failed.
std::string edit_text(const std::string& command, const std::string& text_template);

}  // namespace crmtrack::terminal
