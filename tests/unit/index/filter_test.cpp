#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "fixture.hpp"
#include "index/build/search_text.hpp"
#include "index/read/lookup.hpp"
#include "index/read/report_rows.hpp"
#include "index/read/search.hpp"
#include "index/read/select.hpp"
#include "query/filter_match.hpp"
#include "query/filter_parse.hpp"
#include "query/search.hpp"
#include "record/filter_keys.hpp"
#include "record/machine_place.hpp"
#include "story/customer.hpp"
#include "story/terms.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "util/text/words.hpp"

namespace crmtrack::index::test {

namespace {

/// A folded complaint as the predicate asks it.
class FoldedRow : public query::Row {
 public:
  FoldedRow(const story::Complaint& complaint, std::optional<story::Customer> customer, util::Instant now)
      : complaint_(complaint), customer_(std::move(customer)), now_(now) {
    for (const story::Entry& entry : complaint.entries) texts_.push_back(util::words_of(searchable_text(entry.record)));
  }

  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override {
    if (key == "id") return {complaint_.id};
    const story::Complaint& c = complaint_;
    if (key == "status") return {std::string(record::name_of(c.status))};
    if (key == "owner") return {c.owner};
    if (key == "level") return {std::to_string(c.level)};
    if (key == "segment") return {customer_ ? customer_->segment : ""};
    if (key == "region") return {c.text_of("region").empty() && customer_ ? customer_->region : c.text_of("region")};
    if (key == "outcome") return {c.outcome};
    if (key == "code") return {c.code};
    if (key == "cause") return {c.cause};
    if (key == "accepted_by") return {c.accepted_by};
    if (key == "type") return {c.types.begin(), c.types.end()};
    if (key == "sentiment") return {c.sentiments.begin(), c.sentiments.end()};
    if (key == "ref") return {c.refs.begin(), c.refs.end()};
    if (key == "link") return links_and_kinds(c);
    if (key == "promise") return open_promises();
    if (key == "contested") return {c.contested() ? "yes" : "no"};
    if (key == "overdue") return {c.overdue(now_) ? "yes" : "no"};
    const story::Promise* const next = story::find_next_due(c.promises);
    if (key == "due") return time(next == nullptr ? std::nullopt : next->due_at);
    if (key == "owes") return {next == nullptr ? "" : std::string(story::name_of(next->debtor))};
    if (key == "received") return {util::format_utc(c.received_at)};
    if (key == "acknowledged") return time(c.acknowledged_at);
    if (key == "resolved") return time(c.resolved_at);
    if (key == "closed") return time(c.closed_at);
    return {c.text_of(key)};
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return texts_; }

 private:
  [[nodiscard]] std::vector<std::string> open_promises() const {
    std::vector<std::string> kinds;
    for (const story::Promise& promise : complaint_.promises)
      if (story::is_open(promise)) kinds.emplace_back(record::name_of(promise.kind));
    return kinds;
  }
  static std::vector<std::string> links_and_kinds(const story::Complaint& complaint) {
    std::vector<std::string> values;
    for (const std::string& link : complaint.links) {
      values.push_back(link);
      values.push_back(link.substr(0, link.find(':')));
    }
    return values;
  }
  static std::vector<std::string> time(const std::optional<util::Instant>& at) {
    return at ? std::vector{util::format_utc(*at)} : std::vector<std::string>{};
  }

  const story::Complaint& complaint_;
  std::optional<story::Customer> customer_;
  util::Instant now_;
  std::vector<std::vector<std::string>> texts_;
};

class FilterWriter {
 public:
  explicit FilterWriter(unsigned seed) : random_(seed) {}

  std::string write() {
    std::string text = term();
    while (below(3) == 0) text += ' ' + term();
    return text;
  }

 private:
  int below(std::size_t bound) { return static_cast<int>(random_() % bound); }
  template <class Words>
  std::string pick(const Words& words) {
    return std::string(words[static_cast<std::size_t>(below(std::size(words)))]);
  }

  std::string term() {
    static constexpr const char* kTexts[] = {"invoice", "late*", "\"charged twice\"", "again", "gesperrt",
                                             "asha",    "東京",  "\"late again\"",    "4711",  "nothing"};
    if (below(6) == 0) return pick(kTexts);
    const auto& key = record::complaint_keys()[static_cast<std::size_t>(below(record::complaint_keys().size()))];
    static constexpr const char* kModifiers[] = {"", ".not", ".min", ".max", ".after", ".before", ".has", ".none"};
    for (;;) {
      const std::string modifier = pick(kModifiers);
      std::string text = std::string(key.name) + modifier + ":" + (modifier == ".none" ? yes_or_no() : values(key));
      if (query::parse(text, record::complaint_keys())) return text;
    }
  }

  std::string yes_or_no() { return below(2) == 0 ? "yes" : "no"; }
  std::string values(const query::KeySpec& key) {
    std::string text = value(key);
    while (below(3) == 0) text += ',' + value(key);
    return text;
  }
  std::string value(const query::KeySpec& key) {
    static constexpr const char* kWords[] = {"acme",  "globex",           "apollo", "hermes",   "phone",  "billing",
                                             "other", "ASHA@example.com", "bo",     "me",       "North",  "südwest",
                                             "key",   "helpdesk:HD-1",    "apo",    "umbrella", "cfpb:1", "open"};
    static constexpr const char* kTimes[] = {"2026-01-08", "2026-01",   "2026-q1", "-10d",
                                             "today",      "yesterday", "2026",    "2026-01-09T10:00:00Z"};
    switch (key.type) {
      case query::KeyType::integer:
        return std::to_string(below(4));
      case query::KeyType::boolean:
        return yes_or_no();
      case query::KeyType::time:
        return pick(kTimes);
      case query::KeyType::days:
        return std::to_string(below(40));
      default:
        return !key.values.empty() && below(4) != 0 ? pick(key.values) : pick(kWords);
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a filter means the same as SQL and as a predicate") {
  Repository repository;
  Storyteller teller(repository, 42);
  for (int step = 0; step < 600; ++step) teller.step();
  repository.commit_bulk(teller.now);
  const Index index = repository.open();
  const query::Moment now = moment(teller.now);
  std::vector<story::Complaint> complaints;
  for (const std::string& id : teller.complaints())
    complaints.push_back(*find_complaint(index, id, story::terms_of(index.policy())));
  std::vector<FoldedRow> rows;
  for (const story::Complaint& folded : complaints) {
    std::optional<story::Customer> whose;
    if (auto story = find_story(index, customer(folded.text_of("customer"))))
      whose = story::fold_customer(std::move(*story), story::Terms{});
    rows.emplace_back(folded, std::move(whose), now.now);
  }
  FilterWriter writer(43);
  int selective = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = writer.write();
    CAPTURE(text);
    const query::Filter asked = filter(text);
    const query::Matcher matcher(asked, record::complaint_keys(), now);
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (matcher.matches(rows[i])) expected.push_back(complaints[i].id);
    std::ranges::sort(expected);
    REQUIRE(select_ids(index, {asked, now, {"id"}, {}}) == expected);
    REQUIRE(count(index, asked, now) == expected.size());
    if (round % 10 == 0) {
      std::size_t found = 0;
      ReportRows(index, asked, now, {}).each_complaint([&](const auto&) { ++found; });
      REQUIRE(found == expected.size());
    }
    selective += !expected.empty() && expected.size() < rows.size() ? 1 : 0;
  }
  CHECK(selective > 800);
}

TEST_CASE("lists are newest first, cut and sorted as asked") {
  Repository repository;
  Storyteller teller(repository, 4);
  for (int step = 0; step < 200; ++step) teller.step();
  repository.commit_bulk(teller.now);
  const Index index = repository.open();
  const query::Moment now = moment(teller.now);
  const auto all = select(index, {{}, now, {}, {}});
  REQUIRE(all.size() == teller.complaints().size());
  CHECK(std::ranges::is_sorted(
      all, [](const Row& a, const Row& b) { return std::tie(a.received_at, a.id) > std::tie(b.received_at, b.id); }));
  CHECK(select(index, {{}, now, {}, 3}).size() == 3);
  const auto oldest = select(index, {{}, now, {"-age"}, 1});
  CHECK(oldest[0].id == all.back().id);
  const auto by_severity = select_ids(index, {filter("severity.none:no"), now, {"-severity", "id"}, {}});
  CHECK_FALSE(by_severity.empty());
  CHECK_THROWS_AS((void)select(index, {{}, now, {"severty"}, {}}), util::Error);
}

TEST_CASE("lists are sorted by every key of the manual, in both directions") {
  Repository repository;
  Storyteller teller(repository, 5);
  for (int step = 0; step < 50; ++step) teller.step();
  repository.commit_bulk(teller.now);
  const Index index = repository.open();
  for (const char* key :
       {"id",        "status",       "severity",   "received",    "received_at", "acknowledged", "acknowledged_at",
        "responded", "responded_at", "resolved",   "resolved_at", "closed",      "closed_at",    "age",
        "age_days",  "due",          "overdue",    "customer",    "project",     "channel",      "reason",
        "owner",     "level",        "peak_level", "cycle",       "handovers",   "outcome",      "code",
        "contested", "summary"}) {
    CAPTURE(key);
    const query::Moment now = moment(teller.now);
    CHECK(select(index, {{}, now, {key}, {}}).size() == teller.complaints().size());
    CHECK(select(index, {{}, now, {"-" + std::string(key)}, {}}).size() == teller.complaints().size());
  }
  for (const char* key : {"segment", "region", "tail", "owner_folded", "cause"})
    CHECK_THROWS_AS((void)select(index, {{}, moment(teller.now), {key}, {}}), util::Error);
}

TEST_CASE("prefixes and sources") {
  Repository repository;
  for (const char* id : {"20260107-7f3q2mxab4", "20260107-7f3q2aaaaa", "20260108-8888888888", "20260109-8888888888"})
    repository.prepare(complaint(id), "complaint", kStart, fields({{"summary", "x"}}));
  const std::string imported = util::make_complaint_id(kStart, record::random_of_source("cfpb:1"));
  repository.prepare(complaint(imported), "complaint", kStart, fields({{"summary", "x"}, {"source", "cfpb:1"}}));
  repository.prepare(complaint("20260109-7777777777"), "complaint", kStart,
                     fields({{"summary", "x"}, {"source", "cfpb:1"}}));
  repository.commit(kStart);
  const Index index = repository.open();
  CHECK(complaints_by_prefix(index, "7f3q").size() == 2);
  CHECK(complaints_by_prefix(index, "7f3q2m").size() == 1);
  CHECK(complaints_by_prefix(index, "20260108-8").size() == 1);
  CHECK(complaints_by_prefix(index, "zzzz").empty());
  CHECK(unique_prefix(index, "20260107-7f3q2mxab4") == 6);
  CHECK(unique_prefix(index, "20260108-8888888888") == 0);
  CHECK(complaints_by_source(index, "cfpb:1") == std::vector{imported});
  CHECK(complaints_by_source(index, "cfpb:").empty());
}

TEST_CASE("search ranks records and knows phrases, prefixes, and, or, not") {
  Repository repository;
  const auto story = complaint("20260107-7f3q2mxab4");
  repository.add(story, "complaint", kStart,
                 fields({{"summary", "Invoice charged twice"}, {"description", "The invoice came late.\n"}}));
  const std::string call =
      repository.add(story, "activity", after_hours(1), fields({{"type", "call"}, {"text", "invoice invoice"}}));
  const Index index = repository.open();
  const auto found = [&](const char* text) { return search(index, *query::parse_search(text), 10).best; };
  REQUIRE(found("invoice").size() == 2);
  CHECK(found("invoice")[0].record_id == call);
  CHECK(found("\"charged twice\"").size() == 1);
  CHECK(found("\"twice charged\"").empty());
  CHECK(found("inv*").size() == 2);
  CHECK(found("invoice not late").size() == 1);
  CHECK(found("late or call").size() == 2);
  CHECK(found("INVOICE late").size() == 1);
}

TEST_CASE("words are those of the predicate, whatever the text") {
  std::mt19937 random(9);
  const std::vector<std::string> pieces{"a", "Z",  "9", " ",    "-", "\n", "é",      "E\u0301",
                                        "ß", "東", "ﬁ", "\xff", "_", "'",  "\u202e", "İ"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 12; ++i) text += pieces[random() % (round % 2 == 0 ? 6 : pieces.size())];
    CHECK(joined_words(text) == util::join(util::words_of(text), " "));
  }
}

}  // namespace crmtrack::index::test
