#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::cli {

/// `help filter`, `help formats`: help on what many commands share; nullopt where there is no such topic.
std::optional<std::string> render_topic(std::string_view name, std::size_t width);

}  // namespace crmtrack::cli
