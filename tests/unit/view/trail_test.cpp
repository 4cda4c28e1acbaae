#include "view/trail.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"
#include "render/json.hpp"
#include "view/history.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;
using view::TrailEntry;

namespace {

std::vector<TrailEntry> trail_of(const story::Complaint& complaint) {
  std::vector<TrailEntry> trail;
  for (const story::Entry& entry : complaint.entries)
    trail.push_back({&entry, {"Asha", "asha@example.com"}, {"Asha", "asha@example.com"}, std::string(40, 'b'), "good"});
  return trail;
}

}  // namespace

TEST_CASE("a trail has every record to the letter, with its commit, blob and signature") {
  const story::Complaint complaint = told_invoice().fold();
  std::vector<TrailEntry> trail = trail_of(complaint);
  trail[1].committer.mail = "relay@example.com";
  const view::LedgerState ledger{std::string(40, 'c'), std::string(40, 'd'), setting().now};
  const std::string text = text_of(view::trail_document(ledger, complaint, trail));
  CAPTURE(text);
  CHECK(text.starts_with("Trail of 20260301-7f3q2mxab4\n"));
  CHECK(has(text, "folder     complaints/2026/03/01/7f3q2mxab4\n"));
  CHECK(has(text, "made       2026-03-01T02:00:00Z\n"));
  CHECK(has(text, "records    3\nsigned     3\nrefused    0\n"));
  CHECK(has(text, "1. complaint received by phone\n"));
  CHECK(has(text, "    summary: Invoice 4711 charged twice\n"));
  CHECK(has(text, "committer  Asha <relay@example.com>\n"));
  const auto table = view::trail_table(complaint, trail);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].size() == table.columns.size());
  CHECK(table.rows[0].back().text == complaint.entries[0].source);
}

TEST_CASE("a record that was moved lies where it was") {
  const story::Complaint complaint = told_invoice().fold();
  story::Entry moved = complaint.entries[1];
  moved.moved_from = "20260228-aaaabbbbcc";
  CHECK(view::path_of(complaint, complaint.entries[1]).starts_with("complaints/2026/03/01/7f3q2mxab4/"));
  CHECK(view::path_of(complaint, moved).starts_with("complaints/2026/02/28/aaaabbbbcc/"));
}

TEST_CASE("history: one line a record, with what it says") {
  const story::Complaint complaint = told_invoice().fold();
  const auto trail = trail_of(complaint);
  const auto table = view::history_table(util::Zone::utc(), complaint.entries, trail);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0][0].shown == "2026-03-01 00:01");
  CHECK(table.rows[0][2].text == "Asha <asha@example.com>");
  CHECK(table.rows[0][6].text == "complaint received by phone");
  const auto item = view::history_item(trail[0]);
  CHECK(render::render_json(*item.find("author_name")) == "\"Asha\"");
  CHECK(item.find("refused")->is_null());
}
