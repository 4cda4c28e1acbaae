#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "util/zone_rule.hpp"

namespace crmtrack::util {

/// What a zone's file (RFC 8536, version 2 and later) says: the changes of offset up to some year, and the rule after.
/// One small file is read for one zone; the database is never walked, which keeps commands quick.
class ZoneTable {
 public:
  /// nullopt where the bytes are no such file.
  static std::optional<ZoneTable> parse(std::string_view file);
  explicit ZoneTable(ZoneRule rule) : rule_(rule) {}

  [[nodiscard]] ZoneSpan span_at(Instant time) const;

 private:
  struct Change {
    Instant at;
    std::chrono::seconds offset;
  };
  ZoneTable() = default;

  std::chrono::seconds first_offset_{0};
  std::vector<Change> changes_;
  std::optional<ZoneRule> rule_;
};

}  // namespace crmtrack::util
