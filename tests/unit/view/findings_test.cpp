#include "view/findings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"
#include "render/json.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;
using ledger::Finding;
using ledger::FindingKind;

namespace {

Finding finding_of(FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  finding.severity = ledger::severity_of(kind);
  finding.commit = "1234567890abcdef1234567890abcdef12345678";
  finding.path = "complaints/2026/03/01/7f3q2mxab4/01kk0000000000000000000000-activity.yaml";
  finding.author = "mal@example.com";
  finding.at = at("2026-03-01T09:12:00Z");
  finding.message = "the record was removed";
  return finding;
}

}  // namespace

TEST_CASE("the item of a finding says which record and what to do") {
  CHECK(render::render_json(view::finding_item(finding_of(FindingKind::author_unknown)))
            .starts_with("{\"finding\": \"author_unknown\", \"severity\": \"" +
                         std::string(ledger::name_of(ledger::severity_of(FindingKind::author_unknown))) +
                         "\", \"commit\": \"1234567890abcdef1234567890abcdef12345678\", "
                         "\"path\": \"complaints/2026/03/01/7f3q2mxab4/01kk0000000000000000000000-activity.yaml\", "
                         "\"record\": \"01kk0000000000000000000000\", \"complaint\": \"20260301-7f3q2mxab4\", "
                         "\"author\": \"mal@example.com\", \"at\": \"2026-03-01T09:12:00Z\", \"message\": \"the record "
                         "was removed\", "
                         "\"mend\": "));
  const document::Value bare = view::finding_item(Finding{});
  CHECK(bare.find("commit")->is_null());
  CHECK(bare.find("at")->is_null());
  CHECK(bare.find("record")->is_null());
}

TEST_CASE("a mend can be typed as it is: names are quoted for the shell") {
  Finding finding = finding_of(FindingKind::author_unknown);
  finding.author = "it's; rm -rf";
  const std::string mend = view::mend_for(finding);
  CHECK(mend.find("MAIL") == std::string::npos);
  if (ledger::mend_of(finding.kind).find("MAIL") != std::string_view::npos)
    CHECK(mend.find("'it'\\''s; rm -rf'") != std::string::npos);
}

TEST_CASE("findings for people are grouped, with what to do about each group; many are cut") {
  std::vector<Finding> findings(23, finding_of(FindingKind::record_removed));
  findings.push_back(finding_of(FindingKind::entered_late));
  const std::string text = text_of(view::findings_document(util::Zone::utc(), findings));
  CAPTURE(text);
  CHECK(text.starts_with("fault: record_removed (23)\n"));
  CHECK(text.find("1234567890  2026-03-01 09:12  mal@example.com") != std::string::npos);
  CHECK(text.find("and 3 more: crmtrack audit --json has all\n") != std::string::npos);
  CHECK(text.find("entered_late (1)\n") != std::string::npos);
}

TEST_CASE("findings as a table have a row each") {
  const auto table = view::findings_table({finding_of(FindingKind::record_removed)});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows.front().size() == table.columns.size());
  CHECK(table.rows.front()[0].text == "fault");
  CHECK(table.rows.front()[2].shown == "1234567890");
}
