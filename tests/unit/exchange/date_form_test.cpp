#include <doctest/doctest.h>

#include "exchange/date_form.hpp"

using namespace crmtrack;
using exchange::DateForm;

namespace {

std::string read(const char* pattern, const char* text, const char* zone = "UTC") {
  const auto form = DateForm::parse(pattern);
  REQUIRE(form);
  const auto time = form->read(text, util::Zone::load(zone));
  return time ? util::format_rfc3339(*time) : "none";
}

std::vector<DateForm> forms(const std::vector<std::string>& patterns) {
  std::vector<DateForm> all;
  for (const auto& pattern : patterns) all.push_back(*DateForm::parse(pattern));
  return all;
}

}  // namespace

TEST_CASE("the forms of dates that exports have") {
  CHECK(read("%m/%d/%Y", "03/04/2015") == "2015-03-04T00:00:00Z");
  CHECK(read("%m/%d/%Y", "8/30/2013") == "2013-08-30T00:00:00Z");
  CHECK(read("%m/%d/%y", "9/24/19") == "2019-09-24T00:00:00Z");
  CHECK(read("%d-%m-%y", "31-12-68") == "2068-12-31T00:00:00Z");
  CHECK(read("%d-%m-%y", "31-12-99") == "1999-12-31T00:00:00Z");
  CHECK(read("%d-%b-%y", "04-Aug-15") == "2015-08-04T00:00:00Z");
  CHECK(read("%d %B %Y", "26 May 2026") == "2026-05-26T00:00:00Z");
  CHECK(read("%d %b %Y", "1 Sept. 2026") == "2026-09-01T00:00:00Z");
  CHECK(read("%A, %d %b %Y", "Monday, 1 june 2026") == "2026-06-01T00:00:00Z");
  CHECK(read("%m/%d/%Y %I:%M:%S %p", "06/26/2018 12:50:01 PM") == "2018-06-26T12:50:01Z");
  CHECK(read("%m/%d/%Y %I:%M:%S %p", "06/26/2018 12:50:01 AM") == "2018-06-26T00:50:01Z");
  CHECK(read("%Y-%m-%dT%H:%M:%S", "2023-12-10T12:00:00.000") == "2023-12-10T12:00:00Z");
  CHECK(read("%Y%m%d", "20140102") == "2014-01-02T00:00:00Z");
  CHECK(read("%Y-%m-%d %H:%M %z", "2014-01-02 10:00 +01:30") == "2014-01-02T10:00:00+01:30");
  CHECK(read("rfc3339", "2014-01-02T10:00:00-05:00") == "2014-01-02T10:00:00-05:00");
  CHECK(read("unix", "86400") == "1970-01-02T00:00:00Z");
  CHECK(read("%Y-%m-%d", "  2014-01-02 ") == "2014-01-02T00:00:00Z");
}

TEST_CASE("a date without a zone is of the map's, in gaps and on the hour that comes twice too") {
  CHECK(read("%Y-%m-%d", "2026-07-01", "Europe/Paris") == "2026-07-01T00:00:00+02:00");
  CHECK(read("%Y-%m-%d %H:%M", "2026-03-29 02:30", "Europe/Paris") == "2026-03-29T03:00:00+02:00");
  CHECK(read("%Y-%m-%d %H:%M", "2026-10-25 02:30", "Europe/Paris") == "2026-10-25T02:30:00+02:00");
}

TEST_CASE("a text that is no date of the form") {
  for (const auto& [pattern, text] :
       std::vector<std::pair<const char*, const char*>>{{"%m/%d/%Y", "13/01/2015"},
                                                        {"%m/%d/%Y", "02/30/2015"},
                                                        {"%m/%d/%Y", "02/03/15"},
                                                        {"%m/%d/%y", "02/03/2015"},
                                                        {"%m/%d/%Y", "02/03/20151"},
                                                        {"%Y-%m-%d", "2015-1"},
                                                        {"%Y-%m-%d", ""},
                                                        {"%d %b %Y", "1 foo 2020"},
                                                        {"%Y-%m-%d %H:%M", "2015-01-01 24:00"},
                                                        {"%Y-%m-%d %I:%M %p", "2015-01-01 13:00 PM"},
                                                        {"unix", "1e3"},
                                                        {"unix", "-1"}}) {
    CAPTURE(pattern);
    CAPTURE(text);
    CHECK(read(pattern, text) == "none");
  }
  CHECK_FALSE(DateForm::parse("%Q"));
  CHECK_FALSE(DateForm::parse("%Y-%m-%"));
  CHECK_FALSE(DateForm::parse("%Y-%m"));
  CHECK_FALSE(DateForm::parse("%H:%M"));
  CHECK_FALSE(DateForm::parse("%Y-%m-%d %I:%M"));
}

TEST_CASE("a date that two forms read differently is an error, never a guess") {
  const auto both = forms({"%m/%d/%Y", "%d/%m/%Y", "%Y-%m-%d"});
  const util::Zone utc = util::Zone::utc();
  CHECK(exchange::read_date("03/04/2015", both, utc).error() ==
        "'03/04/2015' is 2015-03-04T00:00:00Z by %m/%d/%Y and 2015-04-03T00:00:00Z by %d/%m/%Y: state one with --set "
        "date_format=…");
  CHECK(exchange::read_date("04/04/2015", both, utc).has_value());
  CHECK(exchange::read_date("13/04/2015", both, utc).has_value());
  CHECK(exchange::read_date("2015-04-13", both, utc).has_value());
  CHECK(exchange::read_date("soon", both, utc).error() == "'soon' is no date of the form %m/%d/%Y, %d/%m/%Y, %Y-%m-%d");
}
