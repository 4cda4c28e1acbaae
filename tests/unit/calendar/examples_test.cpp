#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "calendar/clock.hpp"
#include "calendar/explanation.hpp"
#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;

namespace {

/// An example of docs/calendars.md: what its lines state, and what they claim.
struct Example {
  Plan plan{"example", crmtrack::util::Zone::utc(), {}, {}, {}};
  std::vector<std::vector<std::string>> pauses;
  std::string start;
  std::string target;
  std::vector<std::vector<std::string>> claims;
};

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::vector<Hours> hours_of_words(const std::vector<std::string>& words, std::size_t first) {
  std::vector<Hours> read;
  for (std::size_t i = first; i < words.size(); ++i) {
    const auto one = parse_hours(words[i]);
    REQUIRE(one);
    read.push_back(*one);
  }
  return read;
}

void read_line(const std::vector<std::string>& words, Example& example) {
  const std::string& key = words.at(0);
  if (key == "zone")
    example.plan.zone = crmtrack::util::Zone::load(words.at(1));
  else if (key == "hours" || key == "daily")
    for (std::size_t day = 0; day < (key == "daily" ? 7 : 5); ++day) example.plan.week[day] = hours_of_words(words, 1);
  else if (key == "holiday")
    example.plan.holidays[date(words.at(1))] = "holiday";
  else if (key == "exception")
    example.plan.exceptions[date(words.at(1))] = {hours_of_words(words, 2), ""};
  else if (key == "pause")
    example.pauses.push_back(words);
  else if (key == "start")
    example.start = words.at(1);
  else if (key == "target")
    example.target = words.at(1);
  else
    example.claims.push_back(words);
}

std::vector<Example> read_examples() {
  std::ifstream page(CRMTRACK_SOURCE_DIR "/docs/calendars.md");
  std::vector<Example> examples;
  bool is_inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line == "```clock") examples.emplace_back();
    if (line.starts_with("```"))
      is_inside = line == "```clock";
    else if (is_inside)
      read_line(words_of(line), examples.back());
  }
  return examples;
}

/// A time as the page writes it: without seconds where there are none.
std::string written(const Calendar& calendar, std::optional<crmtrack::util::Instant> time) {
  const std::string text = shown(calendar, time);
  return text.ends_with(":00") && text.size() == 19 ? text.substr(0, 16) : text;
}

std::string open_of(const Calendar& calendar, std::string_view day) {
  std::string text;
  for (const OpenSpan& span : open_on(calendar.plan(), date(day)))
    text += written(calendar, span.from) + ".." + written(calendar, span.to);
  return text.empty() ? "none" : text;
}

void check_claim(const Calendar& calendar, const Example& example, const Pauses& pauses,
                 const std::vector<std::string>& claim) {
  if (claim.at(0) == "open") {
    CHECK(open_of(calendar, claim.at(1)) == claim.at(2));
    return;
  }
  const auto start = at(calendar, example.start);
  const Target target = *parse_target(example.target);
  if (claim.at(0) == "due") {
    CHECK(written(calendar, due(start, target, calendar, pauses)) == claim.at(1));
    CHECK(explain(start, target, calendar, pauses, "").due == due(start, target, calendar, pauses));
  } else if (claim.at(0) == "warn") {
    const auto point = parse_warning_point(claim.at(1));
    REQUIRE(point);
    CHECK(written(calendar, warn_at(start, target, *point, calendar, pauses)) == claim.at(2));
  } else {
    REQUIRE(claim.at(0) == "rung");
    CHECK(written(calendar, rung_at(start, target, std::stoi(claim.at(1)) * kPercent, calendar, pauses)) ==
          claim.at(2));
  }
}

}  // namespace

TEST_CASE("the examples of docs/calendars.md hold") {
  const std::vector<Example> examples = read_examples();
  CHECK(examples.size() == 21);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    CAPTURE(i);
    const Calendar calendar(examples[i].plan);
    std::vector<Pause> pauses;
    for (const auto& words : examples[i].pauses)
      pauses.push_back({at(calendar, words.at(1)),
                        words.at(2) == "never" ? std::nullopt : std::optional(at(calendar, words.at(2)))});
    CHECK_FALSE(examples[i].claims.empty());
    for (const auto& claim : examples[i].claims) check_claim(calendar, examples[i], Pauses(pauses), claim);
  }
}
