#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "util/zone_rule.hpp"

namespace crmtrack::util {

/// The content of a zone's file (RFC 8536, version 2 and later): the changes of offset up to some year, and the rule
/// after that. One zone needs one small file; the database is never walked, which keeps commands quick.
class ZoneTable {
 public:
  /// Reads a file's bytes; nullopt where they are no such file.
  static std::optional<ZoneTable> parse(std::string_view file);
  explicit ZoneTable(ZoneRule rule) : rule_(rule) {}

  [[nodiscard]] ZoneSpan span_at(Instant time) const;
  friend bool operator==(const ZoneTable&, const ZoneTable&) = default;

 private:
  struct Change {
    Instant at;
    std::chrono::seconds offset;
    friend bool operator==(const Change&, const Change&) = default;
  };
  ZoneTable() = default;

  std::chrono::seconds first_offset_{0};
  std::vector<Change> changes_;
  std::optional<ZoneRule> rule_;
};

}  // namespace crmtrack::util
