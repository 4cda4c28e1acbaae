#include "exchange/cell_value.hpp"

#include <charconv>

#include <fmt/format.h>

#include "util/text/parts.hpp"
#include "util/text/safe.hpp"
#include "util/text/slug.hpp"
#include "util/text/width.hpp"

namespace crmtrack::exchange {
namespace {

constexpr std::size_t kLineWidth = 250;
constexpr std::size_t kShownWidth = 60;

std::vector<std::string> words_between(std::string_view text, const std::string& separator) {
  std::vector<std::string> items;
  while (true) {
    const std::size_t end = separator.empty() ? std::string_view::npos : text.find(separator);
    if (const std::string_view item = util::trim(text.substr(0, end)); !item.empty()) items.emplace_back(item);
    if (end == std::string_view::npos) return items;
    text.remove_prefix(end + separator.size());
  }
}

tl::expected<yaml::Node, std::string> to_integer(std::string_view text) {
  text = util::trim(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return tl::unexpected(fmt::format("'{}' is no whole number", shown_cell(text)));
  return yaml::Node::integer(value);
}

tl::expected<yaml::Node, std::string> to_boolean(std::string_view text) {
  const std::string folded = fold_name(text);
  for (const char* word : {"yes", "y", "true", "t", "1"})
    if (folded == word) return yaml::Node::boolean(true);
  for (const char* word : {"no", "n", "false", "f", "0"})
    if (folded == word) return yaml::Node::boolean(false);
  return tl::unexpected(fmt::format("'{}' is neither yes nor no", shown_cell(text)));
}

tl::expected<yaml::Node, std::string> to_time(std::string_view text, bool date_only, const std::vector<DateForm>& forms,
                                              const util::Zone& zone) {
  const auto time = read_date(text, forms, zone);
  if (!time) return tl::unexpected(time.error());
  return yaml::Node::scalar(date_only ? util::format_date(zone.date_of(time->utc)) : util::format_rfc3339(*time));
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line.size() <= kLineWidth ? line : util::truncate(line, kLineWidth);
}

std::string shown_cell(std::string_view text) {
  return util::visible_line(util::truncate(one_line(text), kShownWidth));
}

tl::expected<yaml::Node, std::string> to_node(std::string text, const FieldSource& source,
                                              const std::vector<DateForm>& forms, const util::Zone& zone) {
  switch (source.as) {
    case As::text:
      return yaml::Node::scalar(std::move(text));
    case As::line:
      return yaml::Node::scalar(one_line(text));
    case As::slug:
      return yaml::Node::scalar(util::to_slug(util::trim(text)));
    case As::integer:
      return to_integer(text);
    case As::boolean:
      return to_boolean(text);
    case As::time:
      return to_time(text, false, forms, zone);
    case As::date:
      return to_time(text, true, forms, zone);
    case As::list:
      return yaml::Node::list_of(words_between(text, source.separator));
  }
  return yaml::Node::scalar(std::move(text));
}

}  // namespace crmtrack::exchange
