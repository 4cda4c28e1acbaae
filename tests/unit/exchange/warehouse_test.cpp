#include <doctest/doctest.h>

#include <string>

#include "exchange/warehouse/copied_row.hpp"
#include "exchange/warehouse/database_url.hpp"
#include "exchange/warehouse/table_text.hpp"
#include "util/error.hpp"

namespace crmtrack::exchange::test {

namespace {

std::string fault_of(const std::string& url) {
  try {
    check_database_url(url);
  } catch (const util::Error& error) {
    CHECK(error.kind() == util::ErrorKind::usage);
    std::string text = error.what();
    for (const std::string& hint : error.hints()) text += hint;
    CHECK(text.find("secret") == std::string::npos);
    return error.what();
  }
  return {};
}

/// The fields that `add` makes, without the header.
template <class Add>
std::string fields_of(Add add) {
  BinaryRows rows;
  rows.clear();
  add(rows);
  return rows.bytes();
}

std::string text_field(std::string_view text) {
  return fields_of([&](BinaryRows& rows) { rows.add_text(text); });
}

std::string time_field(std::int64_t seconds) {
  return fields_of([&](BinaryRows& rows) { rows.add_time(seconds); });
}

}  // namespace

TEST_CASE("an address of a database has no password, nor what may be one") {
  for (const char* fine :
       {"postgresql://bob@db.example/crm", "postgres://db.example:5432,other:5433/crm?sslmode=require",
        "postgresql:///crm?host=/run/postgresql", "postgresql://bob%40firm@[::1]:5432/crm", "postgresql://"})
    CHECK(fault_of(fine).empty());
  for (const char* has_one :
       {"postgresql://bob:secret@db/crm", "postgresql://bob%3Asecret@db/crm", "postgresql://bob:@db/crm",
        "postgresql://db/crm?user=bob&password=secret", "postgresql://db/crm?sslpassword=secret",
        "postgresql://db/crm?pass%77ord=secret", "postgresql://bob:se@secret@db/crm"})
    CHECK(fault_of(has_one).find("it has a password") != std::string::npos);
  CHECK(fault_of("postgresql://bob:secret/crm").find("port is no number") != std::string::npos);
  CHECK(fault_of("postgresql://[::1]:secret/crm").find("port is no number") != std::string::npos);
  CHECK(fault_of("postgresql://bob/se@secret/crm").find("'/' before an '@'") != std::string::npos);
  CHECK(fault_of("postgresql://db/crm?user=bob@secret").find("'@' behind the '?'") != std::string::npos);
  CHECK(fault_of("host=db password=secret").find("a blank") != std::string::npos);
  CHECK(fault_of("bob:secret@db").find("does not begin with") != std::string::npos);
}

TEST_CASE("values in PostgreSQL's binary form") {
  using namespace std::string_literals;
  CHECK(text_field("ab") == "\0\0\0\2ab"s);
  CHECK(text_field("") == "\0\0\0\0"s);
  CHECK(text_field("a\0b"s) == "\0\0\0\5a\xef\xbf\xbd"s + "b");
  CHECK(text_field("a\xff\xe4") == "\0\0\0\7a\xef\xbf\xbd\xef\xbf\xbd"s);
  CHECK(text_field("\xed\xa0\x80").find('\xed') == std::string::npos);  // half of a surrogate pair
  CHECK(text_field("東") == "\0\0\0\3東"s);
  CHECK(fields_of([](BinaryRows& rows) { rows.add_null(); }) == "\xff\xff\xff\xff");
  CHECK(fields_of([](BinaryRows& rows) { rows.add_integer(-2); }) == "\0\0\0\x08\xff\xff\xff\xff\xff\xff\xff\xfe"s);
  CHECK(fields_of([](BinaryRows& rows) { rows.add_real(1); }) == "\0\0\0\x08\x3f\xf0\0\0\0\0\0\0"s);
  CHECK(fields_of([](BinaryRows& rows) { rows.begin_row(3); }) == "\0\3"s);
  CHECK(fields_of([](BinaryRows& rows) { rows.end(); }) == "\xff\xff");
  CHECK(time_field(946'684'801) == "\0\0\0\x08\0\0\0\0\0\x0f\x42\x40"s);  // a million microseconds after 2000-01-01
  CHECK(time_field(253'402'300'799).size() == 12);
  CHECK(time_field(253'402'300'800) == "\xff\xff\xff\xff");  // the year 10000 has no text in the views
}

TEST_CASE("equal rows of a story get digests of their own, the same each time") {
  RowDigests digests;
  const std::string first(digests.add("a", "x"));
  const std::string second(digests.add("a", "x"));
  const std::string third(digests.add("a", "x"));
  CHECK(first.size() == 16);
  CHECK(first != second);
  CHECK(second != third);
  CHECK(first != std::string(digests.add("b", "x")));
  CHECK(first == std::string(digests.add("a", "x")));
  CHECK(second == std::string(digests.add("a", "x")));
}

TEST_CASE("the tables have the columns of the views, behind those of the warehouse") {
  for (const index::CopiedView& view : index::copied_views()) {
    const std::vector<TableColumn> columns = columns_of(view);
    CHECK(columns.front() == TableColumn("repository", "text"));
    CHECK(columns.size() == view.columns.size() + (view.key.empty() ? 3 : 2));
    for (const index::CopiedColumn& column : view.columns) {
      CHECK(column.name.front() != '_');
      CHECK(column.name != "repository");
      CHECK((column.name.ends_with("_at") || column.name == "at") == (column.type == index::CopiedColumn::Type::time));
    }
  }
}

}  // namespace crmtrack::exchange::test
