#include "changed_zones.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>

#include "util/process.hpp"

namespace crmtrack::calendar::testing {

ChangedZones::ChangedZones()
    : folder_(std::filesystem::temp_directory_path() / ("crmtrack-changed-zones." + std::to_string(getpid()))) {
  std::filesystem::create_directories(folder_);
  util::ProcessOptions options;
  const char* const path = getenv("PATH");  // Debian has zic in /usr/sbin, which not everybody looks into
  options.variables = {{"PATH", std::string(path != nullptr ? path : "/usr/bin:/bin") + ":/usr/sbin"}};
  const auto made =
      util::run_process({"zic", "-d", folder_.string(), CRMTRACK_SOURCE_DIR "/tests/unit/calendar/zones.zic"}, options);
  REQUIRE_MESSAGE(made.status == 0, made.err);
}

ChangedZones::~ChangedZones() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

util::Zone ChangedZones::load(std::string_view name) const { return util::Zone::load_from(folder_, name); }

}  // namespace crmtrack::calendar::testing
