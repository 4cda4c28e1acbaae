#include "util/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "util/error.hpp"
#include "util/file.hpp"
#include "util/text/safe.hpp"
#include "util/zone_name.hpp"
#include "util/zone_table.hpp"

namespace crmtrack::util {

namespace {

constexpr std::string_view kDatabase = "/usr/share/zoneinfo/";
constexpr std::size_t kLargestFile = 1U << 20;

bool is_utc(std::string_view name) {
  return name == "UTC" || name == "Etc/UTC" || name == "UTC0" || name == "Z" || name == "Zulu" || name == "Etc/Zulu";
}

/// Names whose tables count leap seconds, which no time of ours has; Debian's end in 2027 besides.
bool is_right(std::string_view name) { return name.starts_with("right/") || name.find("/right/") != name.npos; }

/// The path that links lead to; as it is where they lead nowhere.
std::string resolve_links(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path found = std::filesystem::canonical(path, failed);
  return failed ? path : found.string();
}

/// The name of a file: `Europe/London` in the database's folder, elsewhere its path as given.
std::string name_of_file(const std::string& path) {
  const std::string found = resolve_links(path);
  if (!found.starts_with(kDatabase)) return path;
  return found.substr(kDatabase.size());
}

std::shared_ptr<const ZoneTable> find_table(const std::filesystem::path& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return nullptr;
  const auto file = find_file_text(path, kLargestFile);
  auto table = file ? ZoneTable::parse(*file) : std::nullopt;
  return table ? std::make_shared<const ZoneTable>(std::move(*table)) : nullptr;
}

Error unknown_zone(std::string_view name) {
  return {ErrorKind::refused,
          fmt::format("cannot use the time zone '{}': there is none of that name", visible_line(name)),
          {"names are those of the IANA database, such as Europe/London; /usr/share/zoneinfo lists them"}};
}

Error unusable_file(std::string_view path, std::string_view why) {
  return {ErrorKind::refused,
          fmt::format("cannot use the time zone '{}': {}", visible_line(path), why),
          {"set TZ to a name of the IANA database, such as Europe/London"}};
}

/// Throws Error(refused) for names below `right/`.
void require_not_right(std::string_view name) {
  if (is_right(name)) throw unusable_file(name, "its table counts leap seconds");
}

}  // namespace

Zone Zone::utc() { return Zone(); }

Zone Zone::load(std::string_view name) { return load_from(kDatabase, name); }

Zone Zone::load_from(const std::filesystem::path& folder, std::string_view name) {
  require_not_right(name);
  Zone zone;
  zone.name_ = std::string(name);
  if (!is_utc(name)) {
    zone.table_ = is_zone_name(name) ? find_table(folder / name) : nullptr;
    if (!zone.table_) throw unknown_zone(name);
  }
  return zone;
}

Zone Zone::load_local(const char* tz) {
  constexpr const char* kLocaltime = "/etc/localtime";
  std::error_code none;
  if (tz == nullptr && !std::filesystem::exists(kLocaltime, none)) return utc();
  std::string name = tz != nullptr ? tz : kLocaltime;
  if (name.starts_with(':')) name.erase(0, 1);
  if (name.empty()) return utc();
  if (name.front() != '/') {
    const auto rule = ZoneRule::parse(name);
    if (!rule || find_table(std::string(kDatabase).append(name))) return load(name);
    Zone zone;
    zone.name_ = std::move(name);
    zone.table_ = std::make_shared<const ZoneTable>(*rule);
    return zone;
  }
  require_not_right(resolve_links(name));
  Zone zone;
  zone.name_ = name_of_file(name);
  zone.table_ = find_table(name);
  if (!zone.table_) throw unusable_file(name, "the file is no time zone's");
  return zone;
}

Timestamp Zone::at(Instant time) const {
  // Offsets of whole minutes are all that RFC 3339 can say; those of before about 1937 have seconds.
  return {time, std::chrono::floor<std::chrono::minutes>(to_local(time).time_since_epoch() - time.time_since_epoch())};
}

std::chrono::local_seconds Zone::to_local(Instant time) const {
  const auto offset = table_ ? table_->span_at(time).offset : std::chrono::seconds(0);
  return std::chrono::local_seconds((time + offset).time_since_epoch());
}

Instant Zone::to_instant(std::chrono::local_seconds local) const {
  const Instant as_utc(local.time_since_epoch());
  if (!table_) return as_utc;
  // Forward through the spans from before any that could hold it; the first that reaches so far has it, unless it
  // begins later: then the local time lies in the gap before it.
  constexpr std::chrono::hours kFurthest(26);
  for (ZoneSpan span = table_->span_at(as_utc - kFurthest);; span = table_->span_at(span.end)) {
    const Instant time = as_utc - span.offset;
    if (time < span.end) return std::max(time, span.begin);
  }
}

std::chrono::year_month_day Zone::date_of(Instant time) const {
  return std::chrono::year_month_day(
      std::chrono::local_days(std::chrono::floor<std::chrono::days>(to_local(time)).time_since_epoch()));
}

Instant Zone::start_of(std::chrono::year_month_day date) const {
  return to_instant(std::chrono::local_seconds(std::chrono::local_days(date)));
}

bool operator==(const Zone& a, const Zone& b) {
  if (a.name_ != b.name_) return false;
  return a.table_ == b.table_ || (a.table_ && b.table_ && *a.table_ == *b.table_);
}

}  // namespace crmtrack::util
