#pragma once

namespace crmtrack::statistics {

/// The centre of a control chart and its limits. A period signals strictly outside of them.
struct Limits {
  double centre = 0;
  double lower = 0;
  double upper = 0;
};

}  // namespace crmtrack::statistics
