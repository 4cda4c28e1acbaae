#include "view/policy_findings.hpp"

#include <fmt/format.h>

namespace crmtrack::view {

using document::Role;
using document::Value;

document::Table policy_findings_table(const std::vector<policy::Finding>& findings) {
  document::Table table;
  table.columns = {
      {"place", "Place"}, {"severity", "Severity"}, {"message", "Finding", document::Align::left, true, true}};
  for (const policy::Finding& finding : findings)
    table.rows.push_back({{fmt::format("policy/{}:{}:{}", finding.file, finding.mark.line, finding.mark.column)},
                          {finding.warning ? "warning" : "error", "", finding.warning ? Role::warning : Role::bad},
                          {finding.message}});
  return table;
}

Value policy_finding_item(const policy::Finding& finding) {
  Value item;
  item.set("file", "policy/" + finding.file);
  item.set("line", finding.mark.line);
  item.set("column", finding.mark.column);
  item.set("severity", finding.warning ? "warning" : "error");
  item.set("message", finding.message);
  return item;
}

}  // namespace crmtrack::view
