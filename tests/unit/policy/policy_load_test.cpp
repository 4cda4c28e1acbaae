#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "policy/check.hpp"
#include "policy/load.hpp"
#include "policy/policy.hpp"
#include "policy/templates.hpp"

using crmtrack::policy::check;
using crmtrack::policy::Files;
using crmtrack::policy::load;
using crmtrack::policy::Policy;
using crmtrack::policy::templates;

namespace {

const Files kFiles{
    {"reasons.yaml",
     "reasons:\n"
     "  - code: billing\n"
     "    label: Billing\n"
     "    question: Is it about money?\n"
     "    synonyms: [invoice, Über-Rechnung]\n"
     "    why: Asked for by sales\n"
     "    approved_by: asha@example.com\n"
     "  - {code: parking, label: Parking, question: Is it about a place to park, valid_from: 2026-01-01,\n"
     "     valid_to: 2026-07-01, replaced_by: billing}\n"},
    {"people.yaml",
     "people:\n"
     "  - {email: Asha@example.com, name: Asha Rao, role: front_line, team: north}\n"
     "  - {email: ben@example.com, name: Ben Okoro, role: complaints_manager}\n"
     "  - {email: chen@example.com, name: Chen Li, role: complaints_manager, valid_to: 2026-07-01}\n"
     "  - {email: ben.two@example.com, name: Ben Okoro, role: senior_management}\n"},
    {"projects.yaml",
     "projects:\n"
     "  - {id: apollo, name: Apollo, manager: asha@example.com, people: {2: [dana@example.com, ben@example.com]}}\n"
     "  - {id: gemini, valid_to: 2026-07-01, calendar: london, regulatory: disp}\n"},
    {"lifecycle.yaml", "lifecycle: {silence_days: 7, reopen_days: 60}\n"}};

}  // namespace

TEST_CASE("the templates are sound and are what holds without files") {
  for (const auto& finding : check(templates()))
    FAIL(finding.file << ":" << finding.mark.line << ":" << finding.mark.column << ": " << finding.message);
  for (const Policy& policy : {load(templates()), load({})}) {
    CHECK(policy.findings.empty());
    CHECK(policy.reasons.size() == 12);
    CHECK(policy.find_reason("other") != nullptr);
    for (const auto& reason : policy.reasons) {
      CHECK_FALSE(reason.label.empty());
      CHECK_FALSE(reason.question.empty());
    }
    CHECK(policy.levels.size() == 5);
    CHECK(policy.level_name(2) == "complaints manager");
    CHECK(policy.people.empty());
    CHECK(policy.projects.empty());
    CHECK(policy.forms.empty());
    CHECK(policy.silence_days == 14);
    CHECK(policy.reopen_days == 30);
  }
}

TEST_CASE("the examples in the templates are sound once their # is gone") {
  Files files = templates();
  for (const std::string name : {"reasons", "people", "projects", "forms"}) {
    std::string& text = files.at(name + ".yaml");
    std::string examples;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      if (line.starts_with("#   - ") || line.starts_with("#     ")) examples += line.substr(2) + "\n";
      at = end + 1;
    }
    REQUIRE_FALSE(examples.empty());
    const std::string key = name + ":\n";
    text.insert(text.find("\n" + key) + 1 + key.size(), examples);
  }
  for (const auto& finding : check(files))
    FAIL(finding.file << ":" << finding.mark.line << ":" << finding.mark.column << ": " << finding.message);
  const Policy policy = load(files);
  CHECK(policy.reasons.size() == 13);
  CHECK(policy.people.size() == 3);
  CHECK(policy.projects.size() == 1);
  CHECK(policy.forms.size() == 2);
  CHECK(policy.people_at("apollo", 2) == std::vector<std::string>{"ben@example.com", "chen@example.com"});
}

TEST_CASE("entries are read as written") {
  const Policy policy = load(kFiles);
  REQUIRE(policy.findings.empty());
  const auto* const reason = policy.find_reason("billing");
  REQUIRE(reason != nullptr);
  CHECK(reason->label == "Billing");
  CHECK(reason->question == "Is it about money?");
  CHECK(reason->why == "Asked for by sales");
  CHECK(reason->approved_by == "asha@example.com");
  CHECK(reason->mark.line == 2);
  CHECK(reason->mark.column == 5);
  CHECK(policy.find_project("gemini")->calendar == "london");
  CHECK(policy.find_project("gemini")->regulatory == "disp");
  CHECK(policy.silence_days == 7);
  CHECK(policy.reopen_days == 60);
}

TEST_CASE("reasons are found by code and synonym") {
  const Policy policy = load(kFiles);
  CHECK(policy.find_reason("invoice") == policy.find_reason("billing"));
  CHECK(policy.find_reason("INVOICE") == policy.find_reason("billing"));
  CHECK(policy.find_reason("ÜBER-rechnung") == policy.find_reason("billing"));
  CHECK(policy.find_reason("") == nullptr);
  CHECK(policy.find_reason("money") == nullptr);
}

TEST_CASE("a reason is active from its first day until the day before its end") {
  const Policy policy = load(kFiles);
  const auto* const reason = policy.find_reason("parking");
  REQUIRE(reason != nullptr);
  CHECK_FALSE(reason->active_on("2025-12-31"));
  CHECK(reason->active_on("2026-01-01"));
  CHECK(reason->active_on("2026-06-30"));
  CHECK_FALSE(reason->active_on("2026-07-01"));
  CHECK(policy.find_reason("billing")->active_on("1970-01-01"));
}

TEST_CASE("people are found by address whatever its case, or by a name of one") {
  const Policy policy = load(kFiles);
  CHECK(policy.find_person("asha@EXAMPLE.com") == policy.find_person("asha rao"));
  CHECK(policy.find_person("asha rao")->team == "north");
  CHECK(policy.find_person("Ben Okoro") == nullptr);
  CHECK(policy.find_person("ben.two@example.com") != nullptr);
  CHECK(policy.find_person("") == nullptr);
  CHECK(policy.find_person("nobody") == nullptr);
}

TEST_CASE("levels are found by number and name") {
  const Policy policy = load(kFiles);
  CHECK(policy.find_level("2") == 2);
  CHECK(policy.find_level("Complaints-Manager") == 2);
  CHECK(policy.find_level("level 3") == 3);
  CHECK_FALSE(policy.find_level("7").has_value());
  CHECK_FALSE(policy.find_level("").has_value());
  CHECK(policy.level_name(7) == "level 7");
  const Policy open = load({{"levels.yaml", "levels: []\n"}});
  CHECK(open.find_level("7") == 7);
  CHECK_FALSE(open.find_level("77").has_value());
}

TEST_CASE("who stands at a level: the project's people, its manager, or those with the role") {
  const Policy policy = load(kFiles);
  CHECK(policy.people_at("apollo", 2) == std::vector<std::string>{"dana@example.com", "ben@example.com"});
  CHECK(policy.people_at("apollo", 1) == std::vector<std::string>{"asha@example.com"});
  CHECK(policy.people_at("gemini", 1).empty());
  CHECK(policy.people_at("gemini", 2) == std::vector<std::string>{"ben@example.com"});
  CHECK(policy.people_at("gemini", 2, "2026-06-30") == std::vector<std::string>{"ben@example.com", "chen@example.com"});
  CHECK(policy.people_at("unknown", 3) == std::vector<std::string>{"ben.two@example.com"});
  CHECK(policy.people_at("apollo", 9).empty());
}

TEST_CASE("of several entries with one key the newest that has come holds") {
  const Policy policy = load({{"levels.yaml",
                               "levels:\n"
                               "  - {level: 1, name: team lead, role: team_lead}\n"
                               "  - {level: 1, name: head of service, role: head, from: 2026-07-01}\n"}});
  CHECK(policy.level_name(1, "2026-06-30") == "team lead");
  CHECK(policy.level_name(1, "2026-07-01") == "head of service");
  CHECK(policy.level_name(1) == "head of service");
  CHECK(policy.find_level("team lead") == 1);
  CHECK(check({{"levels.yaml", "levels:\n  - {level: 1, name: a}\n  - {level: 1, name: b, from: 2026-07-01}\n"}})
            .empty());
}

TEST_CASE("a file of nothing but comments is like none, an empty list is empty") {
  CHECK(load({{"reasons.yaml", "# nothing yet\n\n"}}).reasons.size() == 12);
  CHECK(load({{"reasons.yaml", ""}}).reasons.size() == 12);
  for (const char* const text : {"reasons: []\n", "reasons:\n", "reasons: ~\n", "reasons:\n  # none yet\n"}) {
    const Policy policy = load({{"reasons.yaml", text}});
    CHECK(policy.reasons.empty());
    CHECK(policy.findings.empty());
  }
}

TEST_CASE("a bad entry is left out, all else holds") {
  const Policy policy = load({{"reasons.yaml",
                               "reasons:\n"
                               "  - {code: Bad Code, label: x, question: y}\n"
                               "  - {code: good, label: x, question: y}\n"},
                              {"people.yaml", "people: {\n"},
                              {"lifecycle.yaml", "lifecycle: {silence_days: 7, reopen_days: soon}\n"}});
  REQUIRE(policy.reasons.size() == 1);
  CHECK(policy.reasons[0].code == "good");
  CHECK(policy.people.empty());
  CHECK(policy.levels.size() == 5);
  CHECK(policy.silence_days == 7);
  CHECK(policy.reopen_days == 30);
  CHECK(policy.findings.size() == 3);
}

TEST_CASE("a file with conflict markers falls back, the others hold") {
  Files files = kFiles;
  files["people.yaml"] =
      "people:\n<<<<<<< ours\n  - {email: a@example.com}\n=======\n  - {email: b@example.com}\n>>>>>>> theirs\n";
  const Policy policy = load(files);
  REQUIRE(policy.findings.size() == 1);
  CHECK(policy.findings[0].file == "people.yaml");
  CHECK(policy.findings[0].mark.line == 2);
  CHECK(policy.findings[0].mark.column == 1);
  CHECK(policy.findings[0].message ==
        "has the conflict markers of a Git merge: choose what stands, then git add and git commit");
  CHECK(policy.people.empty());
  CHECK(policy.reasons.size() == 2);
}

TEST_CASE("files as other systems write them are read") {
  const std::string mark = "\xef\xbb\xbf";
  const Policy policy = load({{"levels.yaml", mark + "levels:\r\n  - level: 1\r\n    name: team lead\r\n"}});
  CHECK(policy.findings.empty());
  CHECK(policy.level_name(1) == "team lead");
}

TEST_CASE("property: no bytes make load or check throw") {
  std::mt19937 random(20261121);
  const std::vector<std::string> parts{"reasons:",
                                       "people:",
                                       "projects:",
                                       "levels:",
                                       "forms:",
                                       "lifecycle:",
                                       "\n",
                                       "\n  - ",
                                       "- ",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ": ",
                                       ", ",
                                       "code",
                                       "email",
                                       "id",
                                       "level",
                                       "filter: ",
                                       "match: {a: '('}",
                                       "status:open",
                                       "project:x",
                                       "\"",
                                       "'",
                                       "|\n",
                                       "# c",
                                       "\xff",
                                       "\t",
                                       "&a",
                                       "*a",
                                       "!!x",
                                       "---\n",
                                       "null",
                                       "9",
                                       "-1",
                                       "people: {x: {}}",
                                       "<<<<<<< a\n",
                                       "require: [[]]",
                                       "from: 2026-13-01",
                                       "\\",
                                       "synonyms: [a, a]",
                                       "replaced_by: x"};
  const std::vector<std::string> names{"reasons.yaml", "people.yaml",    "projects.yaml", "levels.yaml",
                                       "forms.yaml",   "lifecycle.yaml", "x/y.yaml"};
  const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  const Files sound = templates();
  for (int round = 0; round < 3000; ++round) {
    Files files;
    const std::string& name = names[pick(names.size())];
    std::string text = name.substr(0, name.find('.')) + ":\n  - ";
    for (std::size_t i = pick(30); i > 0; --i) text += parts[pick(parts.size())];
    if (const auto found = sound.find(name); found != sound.end() && pick(2) == 0) {
      text = found->second;
      text.replace(pick(text.size()), pick(8), parts[pick(parts.size())]);
    }
    files[name] = text;
    CAPTURE(text);
    for (const auto& finding : check(files)) {
      REQUIRE(finding.file == name);
      REQUIRE(finding.mark.line >= 1);
      REQUIRE(finding.mark.column >= 1);
      REQUIRE_FALSE(finding.message.empty());
    }
  }
}

TEST_CASE("the canonical form of files means the same, without comments; one that has a finding keeps its places") {
  const auto summary = [](const Policy& policy) {
    std::string text;
    for (const auto& reason : policy.reasons)
      text += reason.code + '|' + reason.label + '|' + reason.valid_to + '|' + reason.replaced_by + '\n';
    for (const auto& person : policy.people) text += person.email + '\n';
    for (const auto& level : policy.levels) text += std::to_string(level.level) + level.name + level.role + '\n';
    return text + std::to_string(policy.forms.size()) + ' ' + std::to_string(policy.silence_days);
  };
  for (const Files& files : {kFiles, templates()}) {
    const Files canonical = crmtrack::policy::canonical(files);
    CHECK(summary(load(canonical)) == summary(load(files)));
    CHECK(crmtrack::policy::canonical(canonical) == canonical);
    CHECK(canonical.at("reasons.yaml").find('#') == std::string::npos);
  }
  const Files bad{{"reasons.yaml", "# why\nreasons:\n  - code: billing\n    colour: red\n"}};
  CHECK(crmtrack::policy::canonical(bad) == bad);
}
