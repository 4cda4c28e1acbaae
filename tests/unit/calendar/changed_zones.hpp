#pragma once

#include <filesystem>
#include <string_view>

#include "util/zone.hpp"

namespace crmtrack::calendar::testing {

/// A folder of zones that zic makes of `zones.zic`, removed at the end. Even where the machine has older data, they are
/// those of version 2026f.
class ChangedZones {
 public:
  ChangedZones();
  ChangedZones(const ChangedZones&) = delete;
  ChangedZones& operator=(const ChangedZones&) = delete;
  ~ChangedZones();

  [[nodiscard]] util::Zone load(std::string_view name) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace crmtrack::calendar::testing
