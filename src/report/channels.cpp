#include "report/channels.hpp"

#include "report/volume.hpp"

namespace crmtrack::report {

Report make_channels(const Input& input) {
  Report report{"channels", "Channels", input.meta, {}, {}, {}, {}, {}};
  report.measures.push_back(volume_of(input));
  return report;
}

}  // namespace crmtrack::report
