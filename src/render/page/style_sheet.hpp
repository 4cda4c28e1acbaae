#pragma once

#include <string_view>

namespace crmtrack::render {

/// The style of a page: light and dark as the reader's screen asks for, on a phone and a desk, and on paper. It loads
/// nothing, and uses no variables, which programs for mail do not know.
extern const std::string_view kStyleSheet;

}  // namespace crmtrack::render
