#include "exchange/open_table.hpp"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {
namespace {

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    shown.push_back(shown.size() < most ? util::visible_line(name) : "…");
    if (shown.size() > most) break;
  }
  return util::join(shown, ", ");
}

[[noreturn]] void refuse(const std::string& file, const std::string& why, std::vector<std::string> hints = {}) {
  throw util::Error(util::ErrorKind::refused, fmt::format("cannot import '{}': {}", file, why), std::move(hints));
}

std::optional<OpenedTable> read_header(std::string_view text, char delimiter, const std::string& file) {
  CsvReader reader(text, {.delimiter = delimiter});
  OpenedTable opened{delimiter, {}};
  const auto read = reader.next(opened.row);
  if (!read) {
    const CsvFault& fault = read.error();
    refuse(file, fmt::format("line {}, column {}: {}", fault.at.line, fault.at.column, fault.message));
  }
  return *read ? std::optional(std::move(opened)) : std::nullopt;
}

}  // namespace

OpenedTable open_table(std::string_view text, const Map& map, const std::string& file) {
  std::string candidates(1, map.delimiter.value_or(detect_delimiter(text)));
  if (!map.delimiter) candidates += kDelimiters;
  std::optional<OpenedTable> first;
  std::optional<util::Error> fault;
  for (const char delimiter : candidates) {
    // A delimiter that was only guessed may break the header's quotes: that is no fault of the table.
    std::optional<OpenedTable> opened;
    try {
      opened = read_header(text, delimiter, file);
    } catch (const util::Error& error) {
      fault = fault ? fault : error;
      continue;
    }
    if (!opened) refuse(file, "it has no header line");
    if (TableHeader(opened->row.cells, map).missing().empty()) return std::move(*opened);
    if (!first) first = std::move(opened);
  }
  if (!first) throw util::Error(*fault);
  return std::move(*first);
}

void check_header(const TableHeader& header, const Map& map, const std::string& file) {
  const auto missing = header.missing();
  if (missing.empty()) return;
  std::vector<std::string> wanted;
  for (const std::string& column : missing) {
    const auto alias = map.columns.find(column);
    wanted.push_back(alias == map.columns.end() ? fmt::format("'{}'", column)
                                                : fmt::format("{} ({})", column, listed(alias->second, 6)));
  }
  refuse(file, fmt::format("it has no column for {}, which the map '{}' requires", util::join(wanted, ", "), map.name),
         {"the table has: " + listed(header.names(), 60),
          fmt::format("say which it is with --set columns.{}=NAME, or give a map of your own with --map FILE",
                      missing.front())});
}

}  // namespace crmtrack::exchange
