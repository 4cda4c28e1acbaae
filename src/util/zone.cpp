#include "util/zone.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "util/error.hpp"

namespace crmtrack::util {

namespace {

constexpr std::string_view kZoneinfo = "/zoneinfo/";

bool is_utc(std::string_view name) {
  return name == "UTC" || name == "Etc/UTC" || name == "UTC0" || name == "Z" || name == "Zulu" || name == "Etc/Zulu";
}

/// `Europe/London` of `/usr/share/zoneinfo/Europe/London`; empty where the path is in no such folder.
std::string_view name_in_path(std::string_view path) {
  const auto folder = path.rfind(kZoneinfo);
  return folder == std::string_view::npos ? std::string_view{} : path.substr(folder + kZoneinfo.size());
}

std::string_view name_of_tz(std::string_view tz) {
  if (!tz.empty() && tz.front() == ':') {
    tz.remove_prefix(1);
  }
  return tz.starts_with('/') ? name_in_path(tz) : tz;
}

}  // namespace

Zone Zone::utc() { return Zone(); }

Zone Zone::load(std::string_view name) {
  Zone zone;
  zone.name_ = std::string(name);
  if (is_utc(name)) {
    return zone;
  }
  try {
    zone.zone_ = date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw Error(ErrorKind::refused, fmt::format("cannot use the time zone '{}': there is none of that name", name),
                {"names are those of the IANA database, such as Europe/London; /usr/share/zoneinfo lists them"});
  }
  return zone;
}

Zone Zone::load_local(const char* tz) {
  if (tz != nullptr) {
    const std::string_view name = name_of_tz(tz);
    return name.empty() ? utc() : load(name);
  }
  std::error_code none;
  const std::string path = std::filesystem::canonical("/etc/localtime", none).string();
  const std::string_view name = none ? std::string_view{} : name_in_path(path);
  return name.empty() ? utc() : load(name);
}

Timestamp Zone::at(Instant time) const {
  if (zone_ == nullptr) {
    return {time, std::chrono::minutes(0)};
  }
  // Offsets of whole minutes are all that RFC 3339 can say; those of before about 1937 have seconds.
  return {time, std::chrono::floor<std::chrono::minutes>(zone_->get_info(time).offset)};
}

std::chrono::local_seconds Zone::to_local(Instant time) const {
  const auto offset = zone_ == nullptr ? std::chrono::seconds(0) : zone_->get_info(time).offset;
  return std::chrono::local_seconds((time + offset).time_since_epoch());
}

Instant Zone::to_instant(std::chrono::local_seconds local) const {
  const Instant as_utc(local.time_since_epoch());
  if (zone_ == nullptr) {
    return as_utc;
  }
  const auto info = zone_->get_info(date::local_seconds(local.time_since_epoch()));
  // In a gap `first` ends where it begins; of a repeated time `first` is the first occurrence.
  return info.result == date::local_info::nonexistent ? info.first.end : as_utc - info.first.offset;
}

std::chrono::year_month_day Zone::date_of(Instant time) const {
  return std::chrono::year_month_day(
      std::chrono::local_days(std::chrono::floor<std::chrono::days>(to_local(time)).time_since_epoch()));
}

Instant Zone::start_of(std::chrono::year_month_day date) const {
  return to_instant(std::chrono::local_seconds(std::chrono::local_days(date)));
}

}  // namespace crmtrack::util
