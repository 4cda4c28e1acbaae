#include <doctest/doctest.h>

#include <map>
#include <set>

#include "exchange/import.hpp"
#include "record/path.hpp"
#include "record/validate.hpp"
#include "util/error.hpp"
#include "util/id.hpp"

using namespace crmtrack;
using namespace crmtrack::exchange;

namespace {

const std::string kMap = R"(source: desk
date_format: ["%d.%m.%Y", rfc3339]
empty: [n/a]
add: [projects, reasons]
required: [Opened]
id: Nr
at: Opened
complaint:
  customer: {column: Firm, as: slug}
  project: {column: Product, as: slug}
  reason: {column: Kind, as: slug}
  severity: {column: Prio, values: {Hoch: high, Tief: low}}
  summary: {column: Subject, as: line}
  description: Text
records:
  - name: resolution
    kind: resolution
    when: {Answered: any}
    at: Answered
    fields:
      outcome: {value: not_determined}
      code: {value: explained}
  - name: rejected
    kind: change
    when: {Answered: any, Happy: ["no"]}
    at: Answered
    set: {status: {value: investigating}, rejected: {value: "yes"}}
)";

Map map_of(const std::vector<std::string>& overrides = {}) { return parse_map("desk.yaml", kMap, overrides); }

ImportResult import(const std::string& table, const ImportOptions& options = {}) {
  return import_table(table, map_of(), options);
}

/// A ledger of imported complaints, as the command layer answers for the real one.
class Ledger {
 public:
  ImportResult import(const std::string& table, bool update = false, const Map& map = map_of()) {
    ImportOptions options;
    options.update = update;
    options.find_known = [this](const std::string& source) -> std::optional<KnownComplaint> {
      const auto found = by_source_.find(source);
      return found == by_source_.end() ? std::nullopt : std::optional(found->second);
    };
    ImportResult result = import_table(table, map, options);
    for (const auto* list : {&result.complaints, &result.updates})
      for (const ImportedComplaint& complaint : *list) add(complaint);
    return result;
  }

  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }
  KnownComplaint& operator[](const std::string& source) { return by_source_.at(source); }

 private:
  void add(const ImportedComplaint& complaint) {
    KnownComplaint& known = by_source_[complaint.source];
    known.story = complaint.story;
    for (const record::Record& record : complaint.records) {
      known.records.push_back(record);
      CHECK(files_.emplace(record::path_of(complaint.story, record.id, record.kind), record::render(record)).second);
    }
  }

  std::map<std::string, KnownComplaint> by_source_;
  std::map<std::string, std::string> files_;
};

std::string refusal_of(const std::string& table, const Map& map) {
  try {
    (void)import_table(table, map, {.file = "t.csv"});
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::refused);
    return error.what();
  }
  return "accepted";
}

const std::string kHeader = "Nr,Opened,Firm,Product,Kind,Prio,Subject,Text,Answered,Happy,Room\n";
const std::string kRow = "7,2.3.2026,Acme Inc.,Apollo 13,Late,Hoch,It is late,\"a\r\nb\rc\",4.3.2026,no,12\n";

}  // namespace

TEST_CASE("a row becomes a complaint and its further records, in order and valid") {
  const auto result = import(kHeader + kRow);
  REQUIRE(result.complaints.size() == 1);
  const ImportedComplaint& complaint = result.complaints.front();
  CHECK(complaint.source == "desk:7");
  CHECK(complaint.story.id.starts_with("20260302-"));
  CHECK(util::is_complaint_id(complaint.story.id));
  REQUIRE(complaint.records.size() == 3);
  CHECK(record::render(complaint.records[0]) == R"(kind: complaint
at: 2026-03-02T00:00:00Z
by: import:desk
after: []
customer: acme-inc
project: apollo-13
reason: late
severity: high
summary: It is late
description: "a\nb\nc"
refs: [desk:7]
source: desk:7
key: desk:7
room: "12"
)");
  std::set<std::string> ids;
  std::string last;
  for (const record::Record& record : complaint.records) {
    CHECK(record::validate(record).empty());
    CHECK(record.id > last);
    last = record.id;
    if (record.kind != record::Kind::complaint) {
      CHECK(record.after == std::vector<std::string>{complaint.records[0].id});
      CHECK(util::format_utc(record.at.utc) == "2026-03-04T00:00:00Z");
    }
  }
  CHECK(complaint.records[1].text_of("key") == "desk:7/resolution");
  CHECK(complaint.records[2].body.find("set")->text_of("rejected") == "yes");
  REQUIRE(result.customers.size() == 1);
  CHECK(result.customers[0].name == "Acme Inc.");
  CHECK(result.customers[0].story.id == "acme-inc");
  REQUIRE(result.words.size() == 2);
  CHECK(result.words[0].vocabulary == "projects");
  CHECK(result.words[0].title == "Apollo 13");
  CHECK(result.warnings ==
        std::vector<std::string>{"columns that the map 'desk.yaml' does not read are kept as fields: Room (room)"});
}

TEST_CASE("equal bytes give equal files; the order of columns does not matter, nor does the delimiter") {
  Ledger one;
  Ledger two;
  one.import(kHeader + kRow);
  two.import(
      "Opened;Nr;Firm;Product;Kind;Prio;Subject;Answered;Happy;Room;Text\r\n"
      "2.3.2026;7;Acme Inc.;Apollo 13;Late;Hoch;It is late;4.3.2026;no;12;\"a\nb\nc\"\r\n");
  CHECK(one.files() == two.files());
}

TEST_CASE("importing again, or an overlapping table, adds only what is new") {
  Ledger ledger;
  const std::string second = "8,3.3.2026,,,,,Other,,,,\n";
  CHECK(ledger.import(kHeader + kRow).counts.added == 1);
  const auto again = ledger.import(kHeader + kRow);
  CHECK(again.counts.added == 0);
  CHECK(again.counts.known == 1);
  const auto overlapping = ledger.import(kHeader + second + kRow + second);
  CHECK(overlapping.counts.added == 1);
  CHECK(overlapping.counts.known == 2);
  Ledger other;  // another clone, the other way round
  other.import(kHeader + second);
  other.import(kHeader + kRow);
  CHECK(other.files() == ledger.files());
}

TEST_CASE("rows without an id get one from their content and count") {
  Ledger ledger;
  const std::string row = ",2.3.2026,,,,,Late,,,,\n";
  const auto first = ledger.import(kHeader + row + row + ",2.3.2026,,,,,Other,,,,\n");
  CHECK(first.counts.added == 3);
  CHECK(first.complaints[0].source.starts_with("desk:row-"));
  CHECK(first.complaints[1].source == first.complaints[0].source + "-2");
  CHECK(first.complaints[0].records[0].body.find("refs") == nullptr);
  CHECK(ledger.import(kHeader + row).counts.known == 1);
  const auto third = ledger.import(kHeader + row + row + row);
  CHECK(third.counts.known == 2);
  CHECK(third.counts.added == 1);
}

TEST_CASE("a known id with other content is differing, and corrected with update") {
  Ledger ledger;
  const auto row = [](const std::string& subject, const std::string& answered) {
    return kHeader + "7,2.3.2026,acme,,,Tief," + subject + ",," + answered + ",,\n";
  };
  ledger.import(row("A", ""));
  const std::size_t files = ledger.files().size();
  const auto left = ledger.import(row("B", "5.3.2026"));
  CHECK(left.counts.differing == 1);
  CHECK(left.counts.corrected == 0);
  CHECK(ledger.files().size() == files);

  const auto updated = ledger.import(row("B", "5.3.2026"), true);
  CHECK(updated.counts.corrected == 1);
  REQUIRE(updated.updates.size() == 1);
  REQUIRE(updated.updates[0].records.size() == 2);
  const record::Record& correction = updated.updates[0].records[0];
  CHECK(correction.kind == record::Kind::correction);
  CHECK(correction.body.find("set")->entries.size() == 1);
  CHECK(correction.body.find("set")->text_of("summary") == "B");
  CHECK(record::validate(correction).empty());
  CHECK(updated.updates[0].records[1].kind == record::Kind::resolution);
  CHECK(updated.updates[0].records[1].after == correction.after);  // the complaint's record as the ledger has it
  CHECK(correction.after == std::vector<std::string>{correction.text_of("corrects")});

  SUBCASE("after which it is known") {
    CHECK(ledger.import(row("B", "5.3.2026"), true).counts.known == 1);
    CHECK(ledger.import(row("B", "5.3.2026")).counts.known == 1);
  }
  SUBCASE("what was true before may be true again, and again not") {
    const std::string before = correction.id;
    const auto back = ledger.import(row("A", "5.3.2026"), true);
    REQUIRE(back.counts.corrected == 1);
    CHECK(back.updates[0].records[0].id > before);
    CHECK(ledger.import(row("A", "5.3.2026")).counts.known == 1);
    CHECK(ledger.import(row("B", "5.3.2026"), true).counts.corrected == 1);
    CHECK(ledger.import(row("B", "5.3.2026")).counts.known == 1);
  }
  SUBCASE("what is said no more is taken away") {
    const auto less = ledger.import(kHeader + "7,2.3.2026,,,,Tief,B,,5.3.2026,,\n", true);
    REQUIRE(less.counts.corrected == 1);
    const auto* set = less.updates[0].records[0].body.find("set");
    REQUIRE(set->find("customer") != nullptr);
    CHECK(set->find("customer")->is_null());
    CHECK(ledger.import(kHeader + "7,2.3.2026,,,,Tief,B,,5.3.2026,,\n").counts.known == 1);
  }
  SUBCASE("what people changed since is no difference") {
    auto change = record::make(record::Kind::change, correction.at, "asha@example.com", {correction.id},
                               yaml::Node::map({{"set", yaml::Node::map({{"severity", yaml::Node::scalar("high")}})}}));
    change.id = "01zzzzzzzzzzzzzzzzzzzzzzzz";
    ledger["desk:7"].records.push_back(change);
    CHECK(ledger.import(row("B", "5.3.2026")).counts.known == 1);
  }
}

TEST_CASE("two rows of one table with one id: the first counts") {
  const auto result = import(kHeader + "7,2.3.2026,,,,,A,,,,\n7,2.3.2026,,,,,B,,,,\n7,2.3.2026,,,,,A,,,,\n");
  CHECK(result.counts.added == 1);
  CHECK(result.counts.differing == 1);
  CHECK(result.counts.known == 1);
  REQUIRE(result.warnings.size() == 2);
  CHECK(result.warnings[1] == "line 3: 'desk:7' stands in the table before with other content: the first one counts");
}

TEST_CASE("a bad row is told with line, column and why, and the good ones are read") {
  const auto result = import(kHeader +
                             "1,2.3.2026,,,,,A,,,,\n"
                             "2,30.2.2026,,,,,B,,,,\n"
                             "3,2.3.2026,,,,Mittel,C,,,,\n"
                             "4,2.3.2026\n"
                             "5,,,,,,D,,,,\n"
                             "6,2.3.2026,,,,,\"E\"x,,,,\n"
                             "7,1.1.1969,,,,,F,,,,\n"
                             "8,2.3.2026,,,,,\"two\nlines\",,9.9,,\n");
  CHECK(result.counts.added == 1);
  REQUIRE(result.counts.rejected == 7);
  std::vector<std::string> told;
  for (const BadRow& row : result.bad) told.push_back(describe(row, "t.csv"));
  CHECK(told ==
        std::vector<std::string>{"t.csv:3:3: column 'Opened': '30.2.2026' is no date of the form %d.%m.%Y, rfc3339",
                                 "t.csv:4:15: column 'Prio': 'Mittel' is not a value that the map knows for severity",
                                 "t.csv:5:1: the row has 2 cells, the header 11",
                                 "t.csv:6:3: column 'Opened': the date on which it was received is missing",
                                 "t.csv:7:19: text stands behind the closing quote of a cell",
                                 "t.csv:8:3: column 'Opened': '1.1.1969' is before 1970",
                                 "t.csv:10:9: column 'Answered': '9.9' is no date of the form %d.%m.%Y, rfc3339"});

  SUBCASE("the rejects are a table of the bad rows") {
    const auto again = import(render_rejects(result));
    CHECK(again.counts.added == 0);
    CHECK(again.counts.rejected == 7);
  }
}

TEST_CASE("a bad cell is told on one short line, whatever it holds") {
  const auto result = import(kHeader + "1,\"2.3.\n2026\",,,,,A,,,,\n" + "2,\"\x1b[31m" + std::string(100000, 'x') +
                             "\",,,,,B,,,,\n" + "3,2.3.2026,,,,\"\x07\",C,,,,\n");
  REQUIRE(result.bad.size() == 3);
  CHECK(describe(result.bad[0], "t.csv") ==
        "t.csv:2:3: column 'Opened': '2.3. 2026' is no date of the form %d.%m.%Y, rfc3339");
  for (const BadRow& row : result.bad) {
    const std::string told = describe(row, "t.csv");
    CHECK(told.size() < 300);
    CHECK(told.find_first_of("\n\x1b\x07") == std::string::npos);
  }
}

TEST_CASE("an id is one line, and not long") {
  const auto result = import(kHeader + "\"1\n2\",2.3.2026,,,,,A,,,,\n" + std::string(201, '1') +
                             ",2.3.2026,,,,,A,,,,\n" + " 12 ,2.3.2026,,,,,A,,,,\n");
  CHECK(result.counts.rejected == 2);
  CHECK(result.bad[0].column == "Nr");
  CHECK(result.complaints.at(0).source == "desk:12");
}

TEST_CASE("a row that policy refuses is a bad one") {
  ImportOptions options;
  options.judge = [](const ImportedComplaint& complaint) {
    return complaint.source == "desk:2" ? std::string("no such project") : std::string();
  };
  const auto result = import(kHeader + "1,2.3.2026,,,,,A,,,,\n2,2.3.2026,Firm,,Kind,,B,,,,\n", options);
  CHECK(result.counts.added == 1);
  REQUIRE(result.bad.size() == 1);
  CHECK(describe(result.bad[0], "t") == "t:3:1: no such project");
  CHECK(result.words.empty());
  CHECK(result.customers.empty());
}

TEST_CASE("a cell larger than a record may be is refused") {
  const auto result = import(kHeader + "1,2.3.2026,,,,,A," + std::string(300'000, 'x') + ",,,\n");
  REQUIRE(result.bad.size() == 1);
  CHECK(result.bad[0].message.find("larger than a record may be") != std::string::npos);
}

TEST_CASE("a header that the map does not fit names what is missing and what is there") {
  try {
    (void)import_table("a,b\n1,2\n", map_of(), {.file = "t.csv"});
    FAIL("accepted");
  } catch (const util::Error& error) {
    CHECK(std::string(error.what()) ==
          "cannot import 't.csv': it has no column for 'Opened', which the map 'desk.yaml' requires");
    REQUIRE(error.hints().size() == 2);
    CHECK(error.hints()[0] == "the table has: a, b");
  }
  CHECK(refusal_of("", map_of()) == "cannot import 't.csv': it has no header line");
  CHECK(refusal_of("\n\n", map_of()) == "cannot import 't.csv': it has no header line");
  CHECK(refusal_of("\"Opened", map_of()) ==
        "cannot import 't.csv': line 1, column 1: a quoted cell begins here and never ends");
}

TEST_CASE("unknown columns never take the name of a field that means something") {
  const auto result = import(
      "Opened,Status,severity,,links,Größe,a b,A-B,room,column_status,Id\n"
      "2.3.2026,open,huge,x,y,12,1,,r,cs,9\n");
  REQUIRE(result.complaints.size() == 1);
  const yaml::Node& body = result.complaints[0].records[0].body;
  CHECK(body.text_of("column_status") == "open");
  CHECK(body.text_of("column_severity") == "huge");
  CHECK(body.text_of("column_4") == "x");
  CHECK(body.text_of("column_links") == "y");
  CHECK(body.text_of("a_b") == "1");
  CHECK(body.text_of("column_column_status") == "cs");
  CHECK(body.text_of("column_id") == "9");
  CHECK(body.find("status") == nullptr);
  CHECK(record::validate(result.complaints[0].records[0]).empty());
}

TEST_CASE("a header that stands several times gives its cells together") {
  const auto result = import("Opened,Comment,Comment,Comment\n2.3.2026,one,,three\n");
  REQUIRE(result.complaints.size() == 1);
  CHECK(result.complaints[0].records[0].text_of("comment") == "one\nthree");
}

TEST_CASE("blank rows say nothing, cells that say nothing are empty") {
  const auto result = import(kHeader + ",,,,,,,,,,\n1,2.3.2026,N/A,n/a,,,A,,,,\n\n");
  CHECK(result.counts.added == 1);
  CHECK(result.counts.rejected == 0);
  CHECK(result.complaints[0].records[0].body.find("customer") == nullptr);
}

TEST_CASE("dates without a time are of the map's zone, and the id's day is of UTC") {
  const auto result = import_table(kHeader + kRow, map_of({"zone=Asia/Tokyo"}));
  REQUIRE(result.complaints.size() == 1);
  CHECK(util::format_rfc3339(result.complaints[0].records[0].at) == "2026-03-02T00:00:00+09:00");
  CHECK(result.complaints[0].story.id.starts_with("20260301-"));
}

TEST_CASE("encodings reach the same records") {
  const std::string row = "1,2.3.2026,,,,,D\xE9j\xE0,,,,\n";
  const auto result = import_table(kHeader + row, map_of(), {.encoding = "windows-1252"});
  CHECK(result.complaints.at(0).records[0].text_of("summary") == "Déjà");
  CHECK(import_table(kHeader + row, map_of({"encoding=latin-1"})).counts.added == 1);
  CHECK(refusal_of(kHeader + row, map_of()) == "cannot read 't.csv': line 2, column 17: byte 0xe9 is not UTF-8");
}

TEST_CASE("progress is told, and an interruption ends the run") {
  std::string table = kHeader;
  for (int i = 0; i < 2000; ++i) table += std::to_string(i) + ",2.3.2026,,,,,A,,,,\n";
  std::size_t last = 0;
  ImportOptions options;
  options.progress = [&](std::size_t done, std::size_t total) {
    CHECK(done >= last);
    CHECK(total == table.size());
    last = done;
  };
  CHECK(import_table(table, map_of(), options).counts.added == 2000);
  CHECK(last == table.size());
  int asked = 0;
  options.interrupted = [&] { return ++asked > 3; };
  options.progress = nullptr;
  const auto cut = import_table(table, map_of(), options);
  CHECK(cut.interrupted);
  CHECK(cut.counts.added < 2000);
}
