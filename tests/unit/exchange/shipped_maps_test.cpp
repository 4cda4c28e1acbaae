#include <doctest/doctest.h>

#include <set>

#include "exchange/import.hpp"
#include "record/validate.hpp"
#include "sample_data.hpp"

using namespace crmtrack;
using namespace crmtrack::exchange;

namespace {

ImportResult import(const std::string& map, const std::string& table, const std::vector<std::string>& set = {}) {
  return import_table(table, parse_map(map, *find_shipped_map(map), set));
}

const record::Record* find(const ImportedComplaint& complaint, record::Kind kind) {
  for (const record::Record& record : complaint.records)
    if (record.kind == kind) return &record;
  return nullptr;
}

std::string status_of(const record::Record& change) { return change.body.find("set")->text_of("status"); }

void check_all(const ImportResult& result) {
  std::set<std::string> stories;
  for (const ImportedComplaint& complaint : result.complaints) {
    CHECK(stories.insert(complaint.story.id).second);
    for (const record::Record& record : complaint.records) {
      CHECK(record::validate(record).empty());
      const auto read = record::parse(record.id, record.kind, record::render(record));
      REQUIRE(read);
      CHECK(read->body == record.body);
    }
  }
}

const std::string kCfpb =
    "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Company,"
    "State,ZIP code,Tags,Consumer consent provided?,Submitted via,Date sent to company,Company response to consumer,"
    "Timely response?,Consumer disputed?,Complaint ID\n";

std::string cfpb_row(const std::string& response, const std::string& disputed, const std::string& via = "Web") {
  return "03/12/2014,Mortgage,Other mortgage,\"Loan modification, collection\",None,\"It is, so\",,Bank,MI,483XX,"
         "\"Older American, Servicemember\",N/A," +
         via + ",03/17/2014," + response + ",Yes," + disputed + ",42\n";
}

}  // namespace

TEST_CASE("a CFPB row: fields by the exchange format, the company's response as a resolution") {
  const auto result = import("cfpb", kCfpb + cfpb_row("Closed with monetary relief", "No"));
  REQUIRE(result.complaints.size() == 1);
  const ImportedComplaint& complaint = result.complaints[0];
  const record::Record& record = complaint.records[0];
  CHECK(complaint.source == "cfpb:42");
  CHECK(record.by == "import:cfpb");
  CHECK(record.text_of("project") == "mortgage");
  CHECK(record.text_of("reason") == "loan-modification-collection");
  CHECK(record.text_of("region") == "MI");
  CHECK(record.text_of("company") == "Bank");
  CHECK(record.text_of("channel") == "web");
  CHECK(record.text_of("severity") == "medium");
  CHECK(record.text_of("summary") == "Loan modification, collection");
  CHECK(record.text_of("zip_code") == "483XX");
  CHECK(record.body.texts_of("tags") == std::vector<std::string>{"Older American", "Servicemember"});
  CHECK(record.body.find("consent") == nullptr);
  CHECK(record.body.texts_of("refs") == std::vector<std::string>{"cfpb:42"});
  REQUIRE(complaint.records.size() == 2);
  const auto* resolution = find(complaint, record::Kind::resolution);
  REQUIRE(resolution != nullptr);
  CHECK(resolution->text_of("outcome") == "not_determined");
  CHECK(resolution->text_of("code") == "redress_monetary");
  CHECK(util::format_rfc3339(resolution->at) == "2014-03-12T00:00:00Z");
  CHECK(result.warnings.empty());
  CHECK(result.words.size() == 2);
}

TEST_CASE("CFPB responses: what is no answer gives none, what was disputed is rejected") {
  for (const char* response : {"In progress", "Untimely response", "", "N/A"})
    CHECK(import("cfpb", kCfpb + cfpb_row(response, "Yes")).complaints.at(0).records.size() == 1);
  for (const char* response : {"Closed with explanation", "Closed with non-monetary relief", "Closed with relief",
                               "Closed without relief", "Closed", "CLOSED WITH EXPLANATION"}) {
    const auto result = import("cfpb", kCfpb + cfpb_row(response, "Yes"));
    const auto& records = result.complaints.at(0).records;
    REQUIRE(records.size() == 3);
    CHECK(records[1].kind == record::Kind::resolution);
    CHECK(records[2].kind == record::Kind::change);
    CHECK(status_of(records[2]) == "investigating");
    CHECK(records[1].id < records[2].id);
    check_all(result);
  }
  const auto odd = import("cfpb", kCfpb + cfpb_row("Closed by magic", "No", "Pigeon"));
  CHECK(odd.complaints.at(0).records.size() == 1);
  CHECK(odd.complaints.at(0).records[0].text_of("company_response") == "Closed by magic");
  CHECK(odd.complaints.at(0).records[0].text_of("submitted_via") == "Pigeon");
  CHECK(odd.warnings.size() == 2);
}

TEST_CASE("CFPB channels") {
  for (const auto& [via, channel] : std::vector<std::pair<std::string, std::string>>{{"Web", "web"},
                                                                                     {"Phone", "phone"},
                                                                                     {"Postal mail", "post"},
                                                                                     {"Referral", "referral"},
                                                                                     {"Web Referral", "referral"},
                                                                                     {"Email", "email"},
                                                                                     {"Fax", "fax"}}) {
    const auto result = import("cfpb", kCfpb + cfpb_row("Closed", "", via));
    CHECK(result.complaints.at(0).records[0].text_of("channel") == channel);
    check_all(result);
  }
}

TEST_CASE("CFPB layouts: dates in every form, snake case, sixteen columns, only what is required") {
  for (const char* date : {"2014-03-12", "03/12/2014", "3/12/2014", "03/12/14", "3/12/14", "2014-03-12T00:00:00Z"}) {
    const auto result =
        import("cfpb", std::string("complaint_id,DATE-RECEIVED,product,issue\r\n9,") + date + ",A b,C d\r\n");
    REQUIRE(result.complaints.size() == 1);
    CHECK(util::format_utc(result.complaints[0].records[0].at.utc) == "2014-03-12T00:00:00Z");
  }
  try {
    (void)import("cfpb", "Date received,Product,Complaint ID\n2014-03-12,a,1\n");
    FAIL("accepted");
  } catch (const std::exception& error) {
    CHECK(std::string(error.what()).find("no column for issue (Issue)") != std::string::npos);
  }
}

TEST_CASE("the CFPB samples are imported whole, and again as known") {
  if (!test::has_sample_data()) return;
  const std::vector<std::pair<std::string, std::size_t>> samples{{"cfpb-2013-snakecase.csv", 500},
                                                                 {"cfpb-2023-standard.csv", 1000},
                                                                 {"cfpb-mixed-years.csv", 399},
                                                                 {"cfpb-payday-narratives.csv", 897},
                                                                 {"official/v2-public.csv", 30}};
  for (const auto& [name, rows] : samples) {
    CAPTURE(name);
    const std::string bytes = test::read_bytes(test::sample_data() / "cfpb" / name);
    const auto result = import("cfpb", bytes);
    CHECK(result.counts.added == rows);
    CHECK(result.counts.rejected == 0);
    CHECK(result.warnings.size() == (name == "official/v2-public.csv" ? 1 : 0));
    check_all(result);
    const auto again = import("cfpb", bytes);
    REQUIRE(again.complaints.size() == rows);
    for (std::size_t i = 0; i < rows; ++i) {
      CHECK(again.complaints[i].story == result.complaints[i].story);
      CHECK(again.complaints[i].records[0].id == result.complaints[i].records[0].id);
    }
  }
}

TEST_CASE("the ticket map: open, resolved and closed tickets") {
  const auto result =
      import("tickets",
             "Ticket ID,Created Date,Subject,Status,Priority,Channel,Organization,Assignee,Resolved Date\n"
             "1,2025-04-18 18:48:47,A,Open,Urgent,Email,Acme Inc.,Asha,\n"
             "2,2025-04-18 18:48:47,B,Resolved,P3,Live chat,Acme Inc.,,2025-04-19 12:41:47\n"
             "3,2025-04-18 18:48:47,C,Closed,low,Pigeon,,,2025-04-20 01:00:00\n"
             "4,2025-04-18 18:48:47,D,In Progress,Odd,,,,2025-04-20 01:00:00\n");
  REQUIRE(result.complaints.size() == 4);
  check_all(result);
  const auto& open = result.complaints[0];
  CHECK(open.records[0].text_of("severity") == "critical");
  CHECK(open.records[0].text_of("customer") == "acme-inc");
  REQUIRE(open.records.size() == 2);
  CHECK(open.records[1].text_of("to") == "Asha");
  const auto& resolved = result.complaints[1];
  CHECK(resolved.records[0].text_of("channel") == "chat");
  REQUIRE(resolved.records.size() == 2);
  CHECK(resolved.records[1].kind == record::Kind::resolution);
  CHECK(util::format_utc(resolved.records[1].at.utc) == "2025-04-19T12:41:47Z");
  const auto& closed = result.complaints[2];
  REQUIRE(closed.records.size() == 4);
  CHECK(closed.records[1].kind == record::Kind::resolution);
  CHECK(status_of(closed.records[2]) == "resolved");
  CHECK(status_of(closed.records[3]) == "closed");
  CHECK(closed.records[0].body.find("channel") == nullptr);
  CHECK(result.complaints[3].records.size() == 1);
  CHECK(result.customers.size() == 1);
}

TEST_CASE("the ticket map leaves an ambiguous date to the user") {
  const std::string table = "Key,Created,Summary\nA-1,03/04/2025,x\nA-2,21/Oct/24 9:15 AM,y\n";
  const auto result = import("tickets", table);
  REQUIRE(result.bad.size() == 1);
  CHECK(result.bad[0].message.find("--set date_format") != std::string::npos);
  const auto told = import("tickets", table, {"date_format=%d/%m/%Y", "date_format=%d/%b/%y %I:%M %p"});
  CHECK(told.counts.added == 2);
  CHECK(util::format_utc(told.complaints[0].records[0].at.utc) == "2025-04-03T00:00:00Z");
}

TEST_CASE("the ticket map on real exports") {
  if (!test::has_sample_data()) return;
  struct Sample {
    std::string file;
    std::size_t rows;
    std::vector<std::string> set;
  };
  const std::vector<Sample> samples{
      {"support/sla-tickets.csv", 400, {}},
      {"support/zendesk-seeds/ticket_data.csv", 10, {}},
      {"telecom/comcast-fcc-2015.csv", 1000, {}},
      {"telecom/comcast-fcc-2015.csv", 1000, {"at.join=Date_month_year", "at.join=Time"}},
      {"city311/nyc311-2018.csv", 500, {"date_format=%m/%d/%Y %I:%M:%S %p"}},
      {"city311/nyc311-2023-api-export.csv", 200, {}},
      {"support/jira-hive-list.csv", 1000, {"at.value=2024-10-01"}},
      {"support/jira-mesos-issues.csv", 296, {"at.value=2024-10-01"}},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.file);
    const auto result = import("tickets", test::read_bytes(test::sample_data() / sample.file), sample.set);
    CHECK(result.counts.added == sample.rows);
    CHECK(result.counts.rejected == 0);
    check_all(result);
  }
}
