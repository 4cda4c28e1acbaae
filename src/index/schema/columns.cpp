#include "index/schema/columns.hpp"

#include <fmt/format.h>

namespace crmtrack::index {

std::string_view prefix_of(Place place) { return place == Place::temporary ? "temp." : "main."; }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string at_moment(std::string sql, util::Instant now) {
  return replaced(std::move(sql), "{now}", fmt::to_string(now.time_since_epoch().count()));
}

std::string shown_text(std::string_view alias, std::string_view name, const Shown& shown) {
  switch (shown.how) {
    case Shown::How::expression:
      return fmt::format("{} AS {}", shown.sql, name);
    case Shown::How::time:
      return fmt::format("strftime('%Y-%m-%dT%H:%M:%SZ', {}, 'unixepoch') AS {}", shown.sql, name);
    case Shown::How::itself:
    case Shown::How::not_at_all:
      break;
  }
  return fmt::format("{}.{}", alias, name);
}

std::string seconds_text(std::string_view name, const Shown& shown) {
  return shown.how == Shown::How::time ? fmt::format("{} AS {}", shown.sql, name) : std::string();
}

}  // namespace crmtrack::index
