#include <doctest/doctest.h>

#include "policy/policy.hpp"

using crmtrack::policy::check;
using crmtrack::policy::load;
using crmtrack::policy::templates;

TEST_CASE("the templates are sound and say what holds without them") {
  for (const auto& finding : check(templates())) {
    FAIL(finding.file << ":" << finding.mark.line << ":" << finding.mark.column << ": " << finding.message);
  }
  const auto written = load(templates());
  const auto built_in = load({});
  CHECK(built_in.findings.empty());
  CHECK(written.reasons.size() == 12);
  CHECK(built_in.reasons.size() == 12);
}
