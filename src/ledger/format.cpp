#include "ledger/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ledger/ledger.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

/// 0 where the text says nothing of a format: a file that is none of ours forbids nothing.
int parse_format(const std::string& text) {
  constexpr std::string_view kKey = "format:";
  int highest = 0;
  for (const std::string& line : util::split(text, '\n')) {
    if (!line.starts_with(kKey)) continue;
    const std::string_view value = util::trim(std::string_view(line).substr(kKey.size()));
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc::result_out_of_range) return std::numeric_limits<int>::max();
    highest = std::max(highest, number);
  }
  return highest;
}

/// Empty where it is larger than any of ours: that is no reason not to open the ledger.
std::string read_small(const ObjectStore& objects, const ObjectId& blob) {
  constexpr std::size_t kLimit = 64U << 10U;
  try {
    return objects.read_blob(blob, kLimit);
  } catch (const util::Error& error) {
    if (error.kind() != util::ErrorKind::refused) throw;
    return {};
  }
}

}  // namespace

std::string format_path(std::string_view ledger_id) { return fmt::format("{}/{}.yaml", kFormatFolder, ledger_id); }

std::string format_text() { return fmt::format("format: {}\n", kFormat); }

void refuse_newer_format(const ObjectStore& objects, const ObjectId& root) {
  const auto folder = objects.find_folder(root, kFormatFolder);
  if (!folder)
    throw util::Error(util::ErrorKind::repository,
                      "cannot use branch 'ledger': it is no ledger of crmtrack's, it has no folder 'ledgers'",
                      {"make a data repository of its own with: crmtrack init DIR"});
  const TreeBytes tree = objects.read_tree(*folder);
  for (TreeCursor cursor(*tree); !cursor.done(); cursor.next()) {
    if (cursor.entry().mode != kFileMode) continue;
    const int format = parse_format(read_small(objects, cursor.entry().id()));
    if (format <= kFormat) continue;
    throw util::Error(util::ErrorKind::repository,
                      fmt::format("cannot use the ledger: its format is {}, this crmtrack knows {}", format, kFormat),
                      {"install a newer crmtrack"});
  }
}

}  // namespace crmtrack::ledger
