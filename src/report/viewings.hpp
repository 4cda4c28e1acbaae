#pragma once

#include <string>
#include <vector>

#include "report/case.hpp"

namespace crmtrack::report {

/// Somebody opened a report of what others own.
struct SeenView {
  util::Instant at{};
  std::string by, report;
  std::vector<std::string> about;
  std::string record;
  bool is_of_reader = false;  ///< the reader opened it; else it is about them
};

/// Who looked at what the reader owns, and at whom the reader looked.
Report make_viewings(const Input& input, const std::vector<SeenView>& views);

}  // namespace crmtrack::report
