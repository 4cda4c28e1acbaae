#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"
#include "render/delimited.hpp"
#include "render/json.hpp"
#include "render/table.hpp"
#include "view/agenda.hpp"
#include "view/complaint_table.hpp"
#include "view/found.hpp"
#include "view/overview.hpp"
#include "view/short_name.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;
using view::Reader;

namespace {

const std::string kId = "20260301-7f3q2mxab4";

index::Row row() {
  index::Row row;
  row.id = kId;
  row.status = "received";
  row.severity = "high";
  row.customer = "acme";
  row.summary = "Invoice 4711 charged twice";
  row.received_at = at("2026-03-01T00:01:00Z");
  row.overdue = true;
  row.next_kind = "acknowledge";
  row.owes = "us";
  row.next_due_at = at("2026-03-01T01:00:00Z");
  return row;
}

index::PromiseRow owed(std::optional<util::Instant> due) {
  index::PromiseRow row;
  row.story = {record::StoryKind::complaint, kId};
  row.customer = "acme";
  row.summary = "Invoice 4711 charged twice";
  row.owner = "asha@example.com";
  row.promise.kind = record::PromiseKind::reply;
  row.promise.due_at = due;
  return row;
}

view::Found found() {
  view::Found found;
  found.story = {record::StoryKind::complaint, kId};
  found.record_id = "01kk0000000000000000000000";
  found.kind = "complaint";
  found.by = "asha@example.com";
  found.at = at("2026-03-01T00:01:00Z");
  found.snippet = {{"Invoice"}, {" "}, {"4711", true}};
  return found;
}

}  // namespace

TEST_CASE("complaints for a person: what is due next, and no column that says nothing") {
  const auto table = view::complaint_table(setting(), {row()}, Reader::person);
  CHECK(render::render_table(table, {}) ==
        "ID    Severity  Age  Next         Status    Customer  Summary\n"
        "7f3q  high       0d  1h late ack  received  acme      Invoice 4711 charged twice\n");
}

TEST_CASE("complaints for a person: columns go before the summary is cut under 24") {
  index::Row wide = row();
  wide.status = "investigating";
  wide.owner = "asha@example.com";
  wide.project = "apollo";
  wide.reason = "billing-wrong-amount";
  wide.level = 2;
  wide.summary = "Invoice 4711 charged twice, and nobody answers the telephone";
  const auto at_width = [&](std::size_t width) {
    return render::render_table(view::complaint_table(setting(), {wide}, Reader::person), {.width = width});
  };
  CHECK(at_width(40) ==
        "ID    Next     Summary\n"
        "7f3q  1h late  Invoice 4711 charged twi…\n");
  CHECK(at_width(80) ==
        "ID    Severity  Age  Next         Status      Customer  Summary\n"
        "7f3q  high       0d  1h late ack  investiga…  acme      Invoice 4711 charged tw…\n");
  CHECK(
      at_width(120) ==
      "ID    Severity  Age  Next         Status         Customer  Owner  Lv  Project  Summary\n"
      "7f3q  high       0d  1h late ack  investigating  acme      asha    2  apollo   Invoice 4711 charged twice, and "
      "nobody a…\n");
}

TEST_CASE("complaints for a person: a contested one is marked at every width") {
  index::Row contested = row();
  contested.id = "20260301-9kx2q2mxab";
  contested.status = "investigating";
  contested.contested = true;
  for (const std::size_t width : {20, 30, 40, 60, 80, 120}) {
    const auto table = view::complaint_table(setting(), {row(), contested}, Reader::person);
    const std::string text = render::render_table(table, {.width = width});
    CHECK(text.find("9kx2  !") != std::string::npos);
    CHECK(text.find("7f3q  -") != std::string::npos);
  }
  CHECK(render::render_table(view::complaint_table(setting(), {row()}, Reader::person), {}).find('!') ==
        std::string::npos);
}

TEST_CASE("a natural person is shown by the name, to people alone") {
  view::Setting with_names = setting();
  with_names.name_of_person = [](std::string_view slug) { return slug == "p-0123456789" ? "Eva Berg" : ""; };
  index::Row person = row();
  person.customer = "p-0123456789";
  CHECK(render::render_table(view::complaint_table(with_names, {person}, Reader::person), {.width = 80})
            .find("Eva Berg") != std::string::npos);
  const std::string for_programs = render::render_tsv(view::complaint_table(with_names, {person}, Reader::program));
  CHECK(for_programs.find("p-0123456789") != std::string::npos);
  CHECK(for_programs.find("Eva Berg") == std::string::npos);
  CHECK(view::shown_customer(with_names, "p-0123456788") == "p-0123456788");
  CHECK(view::shown_customer(with_names, "acme") == "acme");
}

TEST_CASE("complaints for a program: whole ids and all columns") {
  view::Setting none = setting();
  none.short_id = nullptr;  // it is not asked for
  CHECK(render::render_tsv(view::complaint_table(none, {row()}, Reader::program)) ==
        "20260301-7f3q2mxab4\treceived\thigh\t2026-03-01T00:01:00Z\tacme\t\t\t\t0\tyes\tInvoice 4711 charged twice\n");
}

TEST_CASE("the agenda names who owes, by when, and of what") {
  const auto late = owed(at("2026-03-01T01:00:00Z"));
  CHECK(
      render::render_tsv(view::agenda_table(setting(), {late}, Reader::program)) ==
      "2026-03-01T01:00:00Z\t20260301-7f3q2mxab4\treply\toverdue\t\tus\tasha@example.com\t\tacme\tInvoice 4711 charged "
      "twice\n");
  const auto table = view::agenda_table(setting(), {late, owed(std::nullopt)}, Reader::person);
  CHECK(table.rows[0][0].shown == "03-01 01:00");
  CHECK(table.rows[0][1].shown == "1 h late");
  CHECK(table.rows[0][2].shown == "7f3q");
  CHECK(table.rows[1][0].shown == "no date");
  const auto item = view::agenda_item(setting(), late);
  CHECK(render::render_json(*item.find("short")) == "\"7f3q\"");
  CHECK(render::render_json(*item.find("state")) == "\"overdue\"");
}

TEST_CASE("the hits of a search have their words marked") {
  CHECK(text_of(view::found_document(setting(), {found()})) ==
        "7f3q  2026-03-01 00:01  complaint by asha@example.com\n  Invoice 4711\n");
  const auto item = view::found_item(found());
  CHECK(render::render_json(*item.find("snippet")) == "\"Invoice [4711]\"");
  CHECK(item.find("customer")->is_null());
}

TEST_CASE("the overview: what is owed first, and how much more there is") {
  view::Overview overview;
  CHECK(text_of(view::overview_document(setting(), overview)).starts_with("Your open complaints\nnone\n\nNext\n"));
  overview.owed = {owed(at("2026-03-01T01:00:00Z"))};
  overview.owed_count = 3;
  overview.mine = {row()};
  const std::string text = text_of(view::overview_document(setting(), overview));
  CHECK(
      text.starts_with("You owe\n"
                       "7f3q  reply, by 2026-03-01 01:00  acme: Invoice 4711 charged twice\n"
                       "and 2 more: crmtrack agenda\n"));
  overview.owed.front().promise.kind = record::PromiseKind::commitment;
  overview.owed.front().promise.what = "call back";
  CHECK(text_of(view::overview_document(setting(), overview))
            .starts_with("You owe\n7f3q  call back, by 2026-03-01 01:00"));
}
