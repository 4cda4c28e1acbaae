#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "fixture.hpp"
#include "index/read/lookup.hpp"
#include "index/schema/schema.hpp"

/// A fixed set of stories, and the rows that they fold to. An index that another version of the fold made is made anew
/// by its number alone, so that no fold may give other rows under the same number.
namespace crmtrack::index::test {

namespace {

/// Writes stories of every kind of record, an hour after each other.
class GoldenTales {
 public:
  explicit GoldenTales(Repository& repository) : repository_(repository) {}

  void tell() {
    customers();
    full_life();
    reopened();
    waited();
    contested();
    moved();
    ended();
    planned();
    reported();
    decided();
    repository_.commit_bulk(after_hours(hour_));
  }

 private:
  using Fields = std::initializer_list<std::pair<std::string, std::string>>;

  /// After what was told last of the story, or beside it: after `known` alone.
  std::string add(const record::StoryRef& story, const char* kind, yaml::Node body, std::string known = {}) {
    std::string& last = last_[story.id];
    if (known.empty()) known = last;
    last = repository_.prepare(story, kind, after_hours(++hour_), std::move(body),
                               known.empty() ? std::vector<std::string>() : std::vector{known});
    return last;
  }
  std::string add(const record::StoryRef& story, const char* kind, Fields body) {
    return add(story, kind, fields(body));
  }
  std::string set(const record::StoryRef& story, Fields values, std::string known = {}) {
    return add(story, "change", yaml::Node::map({{"set", fields(values)}}), std::move(known));
  }
  std::string correct(const record::StoryRef& story, const std::string& record, yaml::Node set) {
    yaml::Node body = fields({{"corrects", record}, {"why", "typed wrong"}});
    body.set("set", std::move(set));
    return add(story, "correction", std::move(body));
  }
  std::string escalate(const record::StoryRef& story, int from, int to, Fields values) {
    yaml::Node body = fields(values);
    body.set("from_level", yaml::Node::integer(from));
    body.set("to_level", yaml::Node::integer(to));
    return add(story, "escalation", std::move(body));
  }
  std::string resolve(const record::StoryRef& story, const char* outcome, const char* evidence) {
    return add(story, "resolution",
               {{"outcome", outcome}, {"code", "fixed"}, {"cause", "delay"}, {"evidence", evidence}, {"text", "done"}});
  }
  void confirm(const record::StoryRef& story) {
    add(story, "change",
        yaml::Node::map({{"set", fields({{"status", "resolved"}, {"accepted_by", "customer"}})},
                         {"evidence", yaml::Node::scalar("acknowledged")}}));
  }

  void customers() {
    const auto acme = customer("acme");
    add(acme, "customer",
        {{"name", "Acme Ltd"}, {"segment", "retail"}, {"region", "north"}, {"manager", "lena@example.com"}});
    set(acme, {{"segment", "wholesale"}});
    add(acme, "activity", {{"type", "compliment"}, {"direction", "in"}, {"text", "well done"}});
    yaml::Node call = fields({{"type", "call"}, {"direction", "out"}, {"with", "customer"}});
    call.set("promises", yaml::Node::list({fields({{"what", "call again"}, {"due", "2026-02-01T09:00:00Z"}})}));
    add(acme, "activity", std::move(call));
  }

  void full_life() {
    const auto story = complaint("20260107-0000000001");
    yaml::Node body = fields({{"customer", "acme"},
                              {"contact", "Ms Roth"},
                              {"project", "apollo"},
                              {"channel", "phone"},
                              {"reason", "billing"},
                              {"severity", "high"},
                              {"summary", "Invoice 4711 charged twice"},
                              {"source", "cfpb:1"}});
    body.set("refs", yaml::Node::list_of({"helpdesk:HD-1"}));
    body.set("links", yaml::Node::list_of({"related:20260107-0000000002"}));
    const std::string own = add(story, "complaint", std::move(body));
    add(story, "activity", {{"type", "email"}, {"direction", "out"}, {"purpose", "acknowledge"}, {"evidence", "sent"}});
    add(story, "assignment", {{"to", "asha@example.com"}});
    add(story, "assignment", {{"to", "Bo@example.com"}});
    yaml::Node asked = fields({{"type", "call"}, {"direction", "in"}, {"sentiment", "negative"}});
    asked.set("minutes", yaml::Node::integer(12));
    asked.set("expects", fields({{"what", "reply"}, {"due", "2026-01-20T09:00:00Z"}}));
    add(story, "activity", std::move(asked));
    const std::string first = escalate(story, 0, 1, {{"trigger", "manual"}, {"why", "stuck"}, {"asked", "decide"}});
    add(story, "escalation", {{"answers", first}, {"answer", "accept"}});
    const std::string second = escalate(story, 1, 2, {{"nature", "functional"}, {"to", "max@example.com"}});
    add(story, "escalation", {{"answers", second}, {"answer", "return"}, {"why", "not mine"}});
    resolve(story, "not_upheld", "attempted");
    yaml::Node answer = fields({{"outcome", "partly_upheld"},
                                {"code", "fixed"},
                                {"cause", "delay"},
                                {"systemic", "suspected"},
                                {"evidence", "sent"},
                                {"text", "We mended it"}});
    answer.set("redress", fields({{"amount", "12.50"}, {"currency", "EUR"}}));
    add(story, "resolution", std::move(answer));
    confirm(story);
    add(story, "review", {{"lesson", "ask sooner"}});
    set(story, {{"status", "closed"}});
    correct(story, own, fields({{"severity", "critical"}, {"customer", "acme"}}));
  }

  void reported() {
    const auto story = complaint("20260107-0000000020");
    add(story, "complaint", {{"customer", "acme"}, {"channel", "email"}, {"summary", "no answer"}});
    for (const char* evidence : {"attempted", "read"}) {
      const std::string ours = add(story, "activity", {{"type", "email"}, {"direction", "out"}, {"evidence", "sent"}});
      yaml::Node report = fields({{"type", "email"}, {"direction", "in"}, {"evidence", evidence}, {"about", ours}});
      report.set("automatic", yaml::Node::boolean(true));
      add(story, "activity", std::move(report));
    }
    const std::string sent =
        add(story, "activity", {{"type", "email"}, {"direction", "out"}, {"evidence", "attempted"}});
    for (const char* outcome : {"failed", "sent"})
      add(story, "delivery", {{"about", sent}, {"channel", "email"}, {"outcome", outcome}});
  }

  void reopened() {
    const auto story = complaint("20260107-0000000002");
    add(story, "complaint", {{"customer", "nobody"}, {"channel", "email"}, {"region", "west"}, {"summary", "late"}});
    resolve(story, "upheld", "sent");
    set(story, {{"status", "investigating"}, {"rejected", "yes"}});
    resolve(story, "upheld", "acknowledged");
    confirm(story);
    add(story, "waiver", {{"promise", "review"}, {"why", "small"}});
    set(story, {{"status", "closed"}});
    set(story, {{"status", "investigating"}, {"reopened", "yes"}});
  }

  void waited() {
    const auto story = complaint("20260107-0000000003");
    add(story, "complaint", {{"customer", "acme"}, {"channel", "web"}, {"summary", "東京 delivery"}});
    yaml::Node call = fields({{"type", "call"}, {"direction", "out"}});
    call.set("promises", yaml::Node::list({fields({{"what", "a spare part"}, {"due", "2026-01-10T09:00:00Z"}})}));
    const std::string promised = add(story, "activity", std::move(call));
    set(story, {{"status", "waiting"}, {"waiting_on", "carrier"}});
    add(story, "activity", {{"type", "call"}, {"direction", "in"}, {"text", "where is it"}});
    add(story, "activity", {{"type", "work"}, {"direction", "internal"}});
    add(story, "waiver", {{"promise", "commitment@" + promised}, {"why", "settled otherwise"}});
    add(story, "activity", {{"type", "call"}, {"direction", "in"}, {"key", "desk:1"}, {"sentiment", "positive"}});
    add(story, "activity", {{"type", "call"}, {"direction", "in"}, {"key", "desk:1"}, {"sentiment", "negative"}});
  }

  void contested() {
    const auto story = complaint("20260107-0000000004");
    const std::string own = add(story, "complaint", {{"customer", "acme"}, {"severity", "low"}, {"summary", "odd"}});
    set(story, {{"severity", "high"}}, own);
    set(story, {{"severity", "medium"}}, own);
    add(story, "complaint", {{"customer", "globex"}, {"summary", "the same, by somebody else"}});
  }

  void moved() {
    const auto from = complaint("20260107-0000000005");
    const auto to = complaint("20260107-0000000006");
    add(from, "complaint", {{"customer", "acme"}, {"summary", "from here"}});
    add(to, "complaint", {{"customer", "acme"}, {"summary", "to there"}});
    const std::string call = add(from, "activity", {{"type", "call"}, {"direction", "in"}, {"sentiment", "negative"}});
    correct(from, call, fields({{"complaint", to.id}}));
    yaml::Node work = fields({{"type", "note"}, {"direction", "internal"}});
    work.set("minutes", yaml::Node::integer(5));
    const std::string note = add(from, "activity", std::move(work));
    yaml::Node right = fields({{"purpose", "update"}});
    right.set("minutes", yaml::Node::integer(7));
    correct(from, note, std::move(right));
    // records without the complaint that they belong to
    add(complaint("20260107-0000000007"), "activity", {{"type", "note"}, {"direction", "internal"}});
  }

  void ended() {
    const auto withdrawn = complaint("20260107-0000000008");
    add(withdrawn, "complaint", {{"customer", "acme"}, {"summary", "never mind"}});
    set(withdrawn, {{"status", "withdrawn"}});
    const auto nothing = complaint("20260107-0000000009");
    add(nothing, "complaint", {{"summary", "a test"}});
    set(nothing, {{"status", "void"}});
    set(nothing, {{"status", "resolved"}});
  }

  std::string step(const record::StoryRef& story, const char* state, const std::string& of, Fields values,
                   const char* part = nullptr, yaml::Node value = {}) {
    yaml::Node body = fields(values);
    body.set("state", yaml::Node::scalar(state));
    if (!of.empty()) body.set("step", yaml::Node::scalar(of));
    if (part != nullptr) body.set(part, std::move(value));
    return add(story, "step", std::move(body));
  }

  void planned() {
    const auto story = complaint("20260107-0000000010");
    add(story, "complaint", {{"customer", "acme"}, {"summary", "planned"}});
    const std::string alert =
        step(story, "agreed", "",
             {{"text", "alert"}, {"goal", "no double runs"}, {"owner", "bo@x.com"}, {"due", "2026-01-20T09:00:00Z"}});
    const std::string train =
        step(story, "agreed", "", {{"text", "train"}, {"owner", "cy@x.com"}, {"due", "2026-01-21T09:00:00Z"}}, "needs",
             yaml::Node::list_of({alert}));
    step(story, "slipped", alert, {{"due", "2026-01-22T09:00:00Z"}, {"why", "ill"}});
    step(story, "done", train, {});
    const std::string done = step(story, "done", alert, {});
    correct(story, done, fields({{"by", "bo@x.com"}}));
    step(story, "verified", alert, {});
    yaml::Node effect = fields({{"measure", "double runs"}, {"before", "3"}, {"after", "0"}});
    effect.set("effective", yaml::Node::boolean(true));
    step(story, "verified", alert, {}, "effect", std::move(effect));
    const auto acme = customer("acme");
    const std::string visit =
        step(acme, "agreed", "", {{"text", "visit"}, {"owner", "bo@x.com"}, {"due", "2026-01-25T09:00:00Z"}});
    step(acme, "dropped", visit, {{"why", "they moved"}});
  }

  void decided() {
    const record::StoryRef story{record::StoryKind::journal, "20260107-0000000030"};
    add(story, "decision",
        {{"text", "two more people"}, {"measure", "backlog"}, {"review_on", "2026-02-01T09:00:00Z"}});
    add(story, "decision", {{"result", "too early"}, {"review_on", "2026-03-01T09:00:00Z"}});
    add(story, "assignment", {{"to", "bo@x.com"}});
    add(story, "decision", {{"result", "half as many"}});
    const record::StoryRef back{record::StoryKind::journal, "20260107-0000000031"};
    const std::string own =
        add(back, "decision", {{"text", "close it"}, {"measure", "backlog"}, {"review_on", "2026-02-01T09:00:00Z"}});
    yaml::Node set = yaml::Node::map();
    set.set("struck", yaml::Node::boolean(true));
    correct(back, own, std::move(set));
  }

  Repository& repository_;
  std::map<std::string, std::string> last_;  ///< record by story
  int hour_ = 0;
};

/// The rows of folds, a line each, without their fingerprint.
std::string rows_of_folds(const std::filesystem::path& database) {
  std::string text;
  for (const std::string& line : dump(database)) {
    const std::string_view what = std::string_view(line).substr(0, line.find('='));
    if (what == "'meta'" || what == "'policy'" || what == "'story'" || what == "'source'" || what == "'word'" ||
        what == "'record'" || what == "'bad'" || what == "'correction'")
      continue;
    const std::size_t fingerprint = line.find("fold=");
    text += line.substr(0, fingerprint);
    if (fingerprint != std::string::npos) text += line.substr(line.find('|', fingerprint) + 1);
    text += '\n';
  }
  return text;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the golden fold: rows change only with the fold's version") {
  Repository repository;
  repository.set_policy("levels.yaml", "levels:\n  - {level: 1, name: manager, role: project_manager}\n");
  repository.set_policy("projects.yaml", "projects:\n  - {id: apollo, name: Apollo, manager: asha@example.com}\n");
  GoldenTales(repository).tell();
  for (const Disregarded& bad : bad_records(repository.open())) CHECK_MESSAGE(false, bad.path << ": " << bad.fault);
  const std::string rows = rows_of_folds(repository.database());
  const std::filesystem::path folder = std::filesystem::path(CRMTRACK_SOURCE_DIR) / "tests/unit/index/golden";
  const std::filesystem::path golden = folder / fmt::format("fold-{}.txt", kFoldVersion);
  const bool is_to_update = std::getenv("CRMTRACK_UPDATE_GOLDEN") != nullptr;
  if (is_to_update && !std::filesystem::exists(golden)) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream(golden, std::ios::binary) << rows;
  }
  const bool is_same = rows == read_text(golden);
  CHECK_MESSAGE(is_same,
                "the fold gives other rows: raise kFoldVersion in schema.hpp, then run this test once with "
                "CRMTRACK_UPDATE_GOLDEN=1 and look at the difference");
}

}  // namespace crmtrack::index::test
