#pragma once

#include <string>
#include <string_view>

namespace crmtrack::mail {

/// The text that a person would read of an HTML mail: paragraphs and table rows as lines, list items behind `- `,
/// quotes behind `> `, links with their address behind them where that says more, images as their alternative text.
/// Styles, scripts and comments are left out. Precondition: valid UTF-8.
std::string html_to_text(std::string_view html);

}  // namespace crmtrack::mail
