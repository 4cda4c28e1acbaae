#include "ledger/write/attributes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr std::size_t kLargestAttributes = 1U << 20U;

}  // namespace

bool has_attributes(const git::Location& location, std::string_view line) {
  const std::filesystem::path path = location.common_dir / "info" / "attributes";
  const std::vector<std::string> lines = util::split(util::find_file_text(path, kLargestAttributes).value_or(""), '\n');
  return std::ranges::find(lines, line) != lines.end();
}

void add_attributes(const git::Location& location, std::string_view line) {
  const std::filesystem::path path = location.common_dir / "info" / "attributes";
  std::string text = util::find_file_text(path, kLargestAttributes).value_or("");
  const std::vector<std::string> lines = util::split(text, '\n');
  if (std::ranges::find(lines, line) != lines.end()) return;
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  util::make_private_directory(path.parent_path());
  util::replace_file(path, text.append(line).append("\n"));
}

}  // namespace crmtrack::ledger
