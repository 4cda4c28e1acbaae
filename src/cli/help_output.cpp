#include "cli/help_output.hpp"

#include <algorithm>

#include "util/text/parts.hpp"

namespace crmtrack::cli {

std::size_t help_width(const command::Context& context) {
  const terminal::Streams& streams = context.streams();
  return streams.out_is_terminal ? std::clamp<std::size_t>(streams.width, 40, 100) : 80;
}

void print_help(command::Context& context, const std::string& text) {
  context.page();
  const std::string_view trimmed = std::string_view(text).substr(0, text.find_last_not_of('\n') + 1);
  for (const std::string& line : util::split(trimmed, '\n')) context.out().line(line);
}

}  // namespace crmtrack::cli
