#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "exchange/map.hpp"
#include "util/zone.hpp"
#include "yaml/node.hpp"

namespace crmtrack::exchange {

/// A cell's text as the kind of value that its field has. The error says why it is none.
tl::expected<yaml::Node, std::string> to_node(std::string text, const FieldSource& source,
                                              const std::vector<DateForm>& forms, const util::Zone& zone);

/// Blanks and line ends made single blanks, cut to 250 columns.
std::string one_line(std::string_view text);
/// A cell as a message names it: on one line, cut to 60 columns, safe for a terminal.
std::string shown_cell(std::string_view text);

}  // namespace crmtrack::exchange
