#include <doctest/doctest.h>

#include <fmt/format.h>
#include <algorithm>

#include <ctime>
#include <string>
#include <vector>

#include "policy/check.hpp"
#include "policy/load.hpp"
#include "policy/policy.hpp"

using crmtrack::policy::check;
using crmtrack::policy::Files;
using crmtrack::policy::find_errors;
using crmtrack::policy::parse_size;

namespace {

std::string text_of(const crmtrack::policy::Finding& finding) {
  return fmt::format("{}:{}:{}: {}{}", finding.file, finding.mark.line, finding.mark.column,
                     finding.warning ? "warning: " : "", finding.message);
}

/// All findings as `file:line:column: [warning: ]message`, joined by line feeds.
std::string findings_of(const Files& files, std::string_view today = {}) {
  std::string text;
  for (const auto& finding : check(files, today)) text += (text.empty() ? "" : "\n") + text_of(finding);
  return text;
}

std::string reasons(const std::string& entries) { return findings_of({{"reasons.yaml", "reasons:\n" + entries}}); }
std::string forms(const std::string& entries) { return findings_of({{"forms.yaml", "forms:\n" + entries}}); }
std::string levels(const std::string& entries) { return findings_of({{"levels.yaml", "levels:\n" + entries}}); }
std::string people(const std::string& entries) { return findings_of({{"people.yaml", "people:\n" + entries}}); }
std::string projects(const std::string& entries) {
  return findings_of(
      {{"people.yaml", "people:\n- {email: asha@example.com}\n- {email: old@example.com, valid_to: 2020-01-01}\n"},
       {"projects.yaml", "projects:\n" + entries}});
}

std::string many_reasons(int count) {
  std::string text = "reasons:\n";
  for (int i = 0; i < count; ++i) text += fmt::format("- {{code: reason-{}, label: x, question: y}}\n", i);
  return text;
}

}  // namespace

TEST_CASE("a file that cannot be read says where") {
  CHECK(findings_of({{"reasons.yaml", "reasons:\n  - {code: a\n"}}).starts_with("reasons.yaml:"));
  CHECK(findings_of({{"reasons.yaml", "reasons:\n- {code: aa, question: Is it late?, label: x}\n"}}) ==
        "reasons.yaml:2:34: cannot be read: put text with ? , : # or brackets in quotes");
  CHECK(findings_of({{"reasons.yaml", "reasons: &a []\n"}}) == "reasons.yaml:1:10: an anchor");
  CHECK(findings_of({{"reasons.yaml", "reasons: []\nreasons: []\n"}}) ==
        "reasons.yaml:2:1: the key 'reasons' stands here twice");
  CHECK(findings_of({{"reasons.yaml", "reasons:\n  - \xff\n"}}) == "reasons.yaml:2:5: no valid UTF-8");
  CHECK(findings_of({{"reasons.yaml", "- a\n"}}) == "reasons.yaml:1:1: must be a map with the key 'reasons'");
  CHECK(findings_of({{"reasons.yaml", "reason: []\n"}}) ==
        "reasons.yaml:1:1: must have the key 'reasons'\n"
        "reasons.yaml:1:9: warning: the key 'reason' is not known here: only 'reasons' is read");
  CHECK(findings_of({{"reasons.yaml", "reasons: []\nmore: 1\n"}}) ==
        "reasons.yaml:2:7: warning: the key 'more' is not known here: only 'reasons' is read");
  CHECK(findings_of({{"reasons.yaml", "reasons: {a: b}\n"}}) == "reasons.yaml:1:10: 'reasons' must be a list");
  CHECK(findings_of({{"lifecycle.yaml", "lifecycle: [a]\n"}}) == "lifecycle.yaml:1:12: 'lifecycle' must be a map");
  CHECK(findings_of({{"reasons.yaml", "reasons: []\n"}, {"people.yaml", "people:\n=======\n>>>>>>> b\n"}}) ==
        "people.yaml:3:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit");
  CHECK(findings_of({{"surveys.yaml", "surveys: []\n"}}) ==
        "surveys.yaml:1:1: warning: this version reads no policy file of that name: it is not used");
}

TEST_CASE("findings on reasons") {
  CHECK(reasons("  - just a word\n") == "reasons.yaml:2:5: an entry must be a map, such as {key: value}");
  CHECK(reasons("  - {label: x, question: y}\n") == "reasons.yaml:2:5: 'code' is missing");
  CHECK(reasons("  - {code: Bad Code, label: x, question: y}\n") ==
        "reasons.yaml:2:12: 'code' is 'Bad Code', but must be a slug: 2 to 63 of a-z, 0-9 and -");
  CHECK(reasons("  - {code: [a], label: x, question: y}\n") == "reasons.yaml:2:12: 'code' must be a single value");
  CHECK(reasons("  - {code: aa, question: y}\n") ==
        "reasons.yaml:2:5: reason 'aa' has no 'label': the name that people read");
  CHECK(reasons("  - {code: aa, label: x}\n") ==
        "reasons.yaml:2:5: reason 'aa' has no 'question': the question that it answers");
  CHECK(reasons("  - code: aa\n    label: x\n    question: y\n    valid_from: soon\n") ==
        "reasons.yaml:5:17: 'valid_from' is 'soon', but must be a date such as 2026-11-21");
  CHECK(reasons("  - {code: aa, label: x, question: y, valid_from: 2026-07-01, valid_to: 2026-07-01}\n") ==
        "reasons.yaml:2:73: reason 'aa' ends before it begins: 'valid_to' must be after 'valid_from'");
  CHECK(reasons("  - {code: aa, label: x, question: y, from: 2026-02-30}\n") ==
        "reasons.yaml:2:45: 'from' is '2026-02-30', but must be a date such as 2026-11-21");
  CHECK(reasons("  - {code: aa, label: x, question: y, synonyms: [[a]]}\n") ==
        "reasons.yaml:2:49: 'synonyms' must be a list of texts");
  CHECK(reasons("  - {code: aa, label: x, question: y, lable: z}\n") ==
        "reasons.yaml:2:46: warning: the field 'lable' is not known and not used; did you mean 'label'");
  CHECK(reasons("  - {code: aa, label: x, question: y, colour: red}\n") ==
        "reasons.yaml:2:47: warning: the field 'colour' is not known and not used");
}

TEST_CASE("findings across reasons") {
  CHECK(reasons("  - {code: aa, label: x, question: y}\n  - {code: aa, label: z, question: y}\n") ==
        "reasons.yaml:3:12: 'aa' stands here twice; give one of them another 'from', or take it out");
  CHECK(reasons("  - {code: aa, label: x, question: y}\n  - {code: aa, label: z, question: y, from: 2026-07-01}\n") ==
        "");
  CHECK(reasons("  - {code: aa, label: x, question: y, valid_to: 2026-01-01, replaced_by: bb}\n") ==
        "reasons.yaml:2:74: reason 'aa' is replaced by 'bb', which is no reason here");
  CHECK(reasons("  - {code: aa, label: x, question: y, valid_to: 2026-01-01, replaced_by: aa}\n") ==
        "reasons.yaml:2:74: reason 'aa' is in the end replaced by itself");
  CHECK(reasons("  - {code: aa, label: x, question: y, valid_to: 2026-01-01, replaced_by: bb}\n"
                "  - {code: bb, label: x, question: y, valid_to: 2026-01-01, replaced_by: aa}\n") ==
        "reasons.yaml:2:74: reason 'aa' is in the end replaced by itself\n"
        "reasons.yaml:3:74: reason 'bb' is in the end replaced by itself");
  CHECK(reasons("  - {code: aa, label: x, question: y, replaced_by: bb}\n  - {code: bb, label: x, question: y}\n") ==
        "reasons.yaml:2:52: warning: reason 'aa' is replaced, but has no 'valid_to': it is still in use");
  CHECK(reasons("  - {code: aa, label: x, question: y, synonyms: [Same]}\n"
                "  - {code: bb, label: x, question: y, synonyms: [same]}\n") ==
        "reasons.yaml:2:49: the synonym 'Same' of reason 'aa' also stands for 'bb': take it from one of them (crmtrack "
        "reason edit CODE --no-synonym WORD)\n"
        "reasons.yaml:3:49: the synonym 'same' of reason 'bb' also stands for 'aa': take it from one of them (crmtrack "
        "reason edit CODE --no-synonym WORD)");
  CHECK(reasons("  - {code: aa, label: x, question: y, synonyms: [bb]}\n  - {code: bb, label: x, question: y}\n") ==
        "reasons.yaml:2:49: the synonym 'bb' of reason 'aa' also stands for 'bb': take it from one of them (crmtrack "
        "reason edit CODE --no-synonym WORD)");
  CHECK(reasons("  - {code: aa, label: x, question: y, synonyms: [aa, cc, cc]}\n") == "");
}

TEST_CASE("a finding is one line, whatever a file holds") {
  CHECK(reasons("  - {code: \"a\\nb\", label: x, question: y}\n").find('\n') == std::string::npos);
  const std::string both = reasons(
      "  - {code: aa, label: x, question: y, synonyms: [\"b\\nb\"]}\n"
      "  - {code: cc, label: x, question: y, synonyms: [\"b\\nb\"]}\n");
  CHECK(std::count(both.begin(), both.end(), '\n') == 1);
}

TEST_CASE("too many reasons in use") {
  CHECK(findings_of({{"reasons.yaml", many_reasons(24)}}) == "");
  const std::string many =
      "reasons.yaml:26:3: warning: 25 reasons or more are in use: people pick badly from long lists";
  CHECK(findings_of({{"reasons.yaml", many_reasons(25)}}) == many);
  CHECK(findings_of({{"reasons.yaml", many_reasons(40)}}) == many);
  CHECK(findings_of({{"reasons.yaml", many_reasons(41)}}) ==
        many + "\nreasons.yaml:42:3: warning: more than 40 reasons are in use: retire some");
  const std::string ended = "- {code: ended, label: x, question: y, valid_to: 2026-07-01}\n";
  CHECK(findings_of({{"reasons.yaml", many_reasons(24) + ended}}) == "");
  CHECK(findings_of({{"reasons.yaml", many_reasons(24) + ended}}, "2026-07-01") == "");
  CHECK(findings_of({{"reasons.yaml", many_reasons(24) + ended}}, "2026-06-30") == many);
}

TEST_CASE("findings on people") {
  CHECK(people("  - {name: Asha}\n") == "people.yaml:2:5: 'email' is missing");
  CHECK(people("  - {email: Asha Rao}\n") == "people.yaml:2:13: 'email' is 'Asha Rao', but must be a mail address");
  CHECK(people("  - {email: \"a@b\\nBcc: c@d\"}\n").starts_with("people.yaml:2:13: 'email' is '"));
  CHECK(people("  - {email: a@b.c}\n  - {email: A@B.C}\n") ==
        "people.yaml:3:13: 'A@B.C' stands here twice; give one of them another 'from', or take it out");
}

TEST_CASE("findings on levels") {
  CHECK(levels("  - {level: 10, name: x}\n") == "levels.yaml:2:13: 'level' must be a whole number from 0 to 9");
  CHECK(levels("  - {level: -1, name: x}\n") == "levels.yaml:2:13: 'level' must be a whole number from 0 to 9");
  CHECK(levels("  - {level: '1', name: x}\n") == "levels.yaml:2:13: 'level' must be a whole number from 0 to 9");
  CHECK(levels("  - {name: x}\n") == "levels.yaml:2:5: 'level' is missing");
  CHECK(levels("  - {level: 1}\n") == "levels.yaml:2:5: 'name' is missing");
  CHECK(levels("  - {level: 1, name: x}\n  - {level: 1, name: y}\n") ==
        "levels.yaml:3:13: '1' stands here twice; give one of them another 'from', or take it out");
  CHECK(levels("  - {level: 1, name: x}\n  - {level: 2, name: X}\n") ==
        "levels.yaml:3:22: warning: two levels are called 'X': name a level by its number then");
}

TEST_CASE("findings on projects") {
  CHECK(projects("- {id: apollo, manager: asha@example.com, people: {1: [ASHA@example.com]}}\n") == "");
  CHECK(projects("- {name: Apollo}\n") == "projects.yaml:2:3: 'id' is missing");
  CHECK(projects("- {id: Apollo}\n") ==
        "projects.yaml:2:8: 'id' is 'Apollo', but must be a slug: 2 to 63 of a-z, 0-9 and -");
  CHECK(projects("- {id: apollo, manager: ben@example.com}\n") ==
        "projects.yaml:2:25: warning: the manager of project 'apollo' is 'ben@example.com', who is not in people.yaml");
  CHECK(projects("- {id: apollo, manager: old@example.com}\n") ==
        "projects.yaml:2:25: warning: the manager of project 'apollo' is 'old@example.com', who is retired");
  CHECK(projects("- id: apollo\n  people:\n    1: [asha@example.com, ben@example.com]\n") ==
        "projects.yaml:4:27: warning: level 1 of project 'apollo' is 'ben@example.com', who is not in people.yaml");
  CHECK(projects("- {id: apollo, people: {8: asha@example.com}}\n") ==
        "projects.yaml:2:28: warning: project 'apollo' names people for level 8, which levels.yaml does not have");
  CHECK(projects("- {id: apollo, people: {lead: [asha@example.com]}}\n")
            .starts_with("projects.yaml:2:31: 'people' names the level 'lead', but levels are 0 to 9"));
  CHECK(projects("- {id: apollo, people: {1: {a: b}}}\n") ==
        "projects.yaml:2:28: the people of level 1 must be a list of mail addresses");
  CHECK(projects("- {id: apollo, people: [asha@example.com]}\n") == "projects.yaml:2:24: 'people' must be a map");
  CHECK(projects("- {id: apollo}\n- {id: apollo}\n") ==
        "projects.yaml:3:8: 'apollo' stands here twice; give one of them another 'from', or take it out");
  CHECK(findings_of({{"projects.yaml", "projects:\n- {id: apollo, manager: anybody@example.com}\n"}}) == "");
}

TEST_CASE("findings on forms") {
  CHECK(forms("- {filter: 'project:apollo', require: [contract]}\n") == "");
  CHECK(forms("- {filter: 'project:apollo'}\n") ==
        "forms.yaml:2:3: warning: this form asks for nothing: it has neither 'require' nor 'match'");
  CHECK(forms("- filter: project:apollo status:open\n  require: [contract]\n") ==
        "forms.yaml:2:26: 'filter': 'status' is none of the facts that policy may ask for: customer, project, channel, "
        "reason, severity, vulnerable, segment, region, type");
  CHECK(forms("- {filter: \"project:apollo overdue:yes\", require: [contract]}\n")
            .starts_with("forms.yaml:2:28: 'filter': 'overdue' is none of the facts"));
  CHECK(forms("- {filter: project:apollo refund, require: [contract]}\n")
            .starts_with("forms.yaml:2:27: 'filter': bare words are none of the facts"));
  CHECK(forms("- {filter: projekt:apollo, require: [contract]}\n").starts_with("forms.yaml:2:12: 'filter': "));
  CHECK(forms("- {filter: project:apollo severity:worst, require: [contract]}\n")
            .starts_with("forms.yaml:2:36: 'filter': "));
  CHECK(forms("- filter: |\n    project:apollo status:open\n  require: [contract]\n")
            .starts_with("forms.yaml:2:11: 'filter': 'status' is none"));
  CHECK(forms("- {require: [Contract No]}\n") ==
        "forms.yaml:2:13: 'require' names 'Contract No', but a field is a word of a-z, 0-9 and _");
  CHECK(forms("- {require: {a: b}}\n") == "forms.yaml:2:13: 'require' must be a list of texts");
  CHECK(forms("- {match: {contract: '(unclosed'}}\n")
            .starts_with("forms.yaml:2:22: the pattern of 'contract' cannot be used: "));
  CHECK(forms("- {match: {contract: '(?=look)ahead'}}\n")
            .starts_with("forms.yaml:2:22: the pattern of 'contract' cannot be used: "));
  CHECK(forms("- {match: {contract: '((((a{100}){100}){100}){100})'}}\n")
            .starts_with("forms.yaml:2:22: the pattern of 'contract' cannot be used: "));
  CHECK(forms("- {match: {contract: [a]}}\n") ==
        "forms.yaml:2:22: the pattern of 'contract' must be a text of at most 1000 bytes");
  CHECK(forms("- {match: {'No.': a}}\n") ==
        "forms.yaml:2:19: 'match' names 'No.', but a field is a word of a-z, 0-9 and _");
  CHECK(forms("- {match: contract}\n") == "forms.yaml:2:11: 'match' must be a map");
}

TEST_CASE("findings on the lifecycle") {
  const auto lifecycle = [](const std::string& text) {
    return findings_of({{"lifecycle.yaml", "lifecycle:\n" + text}});
  };
  CHECK(lifecycle("  silence_days: 7\n") == "");
  CHECK(lifecycle("  silence_days: 2 weeks\n") ==
        "lifecycle.yaml:2:17: 'silence_days' must be a whole number from 0 to 3650");
  CHECK(lifecycle("  reopen_days: -1\n") == "lifecycle.yaml:2:16: 'reopen_days' must be a whole number from 0 to 3650");
  CHECK(lifecycle("  reopen_day: 1\n") ==
        "lifecycle.yaml:2:15: warning: the field 'reopen_day' is not known and not used; did you mean 'reopen_days'");
}

TEST_CASE("findings come in order of file and place") {
  const auto all = check({{"people.yaml", "people:\n- {email: b}\n- {name: c}\n"},
                          {"forms.yaml", "forms:\n- {require: {}}\n"},
                          {"levels.yaml", "levels: x\n"}});
  REQUIRE(all.size() == 4);
  CHECK(all[0].file == "forms.yaml");
  CHECK(all[1].file == "levels.yaml");
  CHECK(all[2].mark.line == 2);
  CHECK(all[3].mark.line == 3);
}

TEST_CASE("a large file is checked in reasonable time") {
  std::string chain = "reasons:\n";
  std::string crowd = "people:\n";
  std::string staffed = "projects:\n";
  for (int i = 0; i < 5000; ++i) {
    chain +=
        fmt::format("- {{code: r{}, label: x, question: y, valid_to: 2026-01-01, replaced_by: r{}, synonyms: [s{}]}}\n",
                    i + 10, i + 11, i);
    crowd += fmt::format("- {{email: p{}@example.com, name: P, role: external}}\n", i);
    staffed += fmt::format("- {{id: p{}, manager: p{}@example.com}}\n", i + 10, i);
  }
  const std::clock_t begin = std::clock();  // the processor's time: a busy machine is no fault of the check
  (void)check({{"reasons.yaml", chain}, {"people.yaml", crowd}, {"projects.yaml", staffed}});
  CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 10);
}

TEST_CASE("findings on the settings") {
  const auto settings = [](const std::string& text) { return findings_of({{"settings.yaml", "settings:\n" + text}}); };
  CHECK(settings("  grace: 14\n  attachment_limit: 20MiB\n  main_allows: ['docs/**']\n") == "");
  CHECK(settings("  grace: a week\n") == "settings.yaml:2:10: 'grace' must be a whole number from 0 to 3650");
  CHECK(settings("  attachment_limit: 41MiB\n") ==
        "settings.yaml:2:21: 'attachment_limit' is '41MiB', but must be a size such as 10MiB, at most 40MiB");
  CHECK(settings("  attachment_limit: lots\n") ==
        "settings.yaml:2:21: 'attachment_limit' is 'lots', but must be a size such as 10MiB, at most 40MiB");
  CHECK(settings("  main_allows: {a: b}\n") == "settings.yaml:2:16: 'main_allows' must be a list of texts");
  CHECK(settings("  inbox: complaint\n") == "");
  CHECK(settings("  inbox: customer:acme\n") == "");
  CHECK(settings("  inbox: customer:acme status:open\n")
            .starts_with("settings.yaml:2:24: 'inbox': 'status' is none of the facts that policy may ask for"));
  CHECK(settings("  inbox: [wait]\n") == "settings.yaml:2:10: 'inbox' must be a single value");
  CHECK(settings("  graze: 1\n") ==
        "settings.yaml:2:10: warning: the field 'graze' is not known and not used; did you mean 'grace'");
}

TEST_CASE("settings have defaults, and say what they say") {
  const auto none = crmtrack::policy::load({});
  CHECK(none.settings.grace == std::chrono::days(7));
  CHECK(none.settings.attachment_limit == 10U << 20U);
  CHECK(none.settings.main_allows.empty());
  CHECK(none.settings.inbox == "wait");
  CHECK(crmtrack::policy::load({{"settings.yaml", "settings: {inbox: 'customer:acme'}"}}).inbox.terms.size() == 1);
  const auto some = crmtrack::policy::load(
      {{"settings.yaml", "settings: {grace: 0, attachment_limit: 500KiB, main_allows: [LICENSE]}"}});
  CHECK(some.settings.grace == std::chrono::days(0));
  CHECK(some.settings.attachment_limit == 500U << 10U);
  CHECK(some.settings.main_allows == std::vector<std::string>{"LICENSE"});
  CHECK(parse_size("4096") == 4096);
  CHECK(parse_size("10 MiB") == 10U << 20U);
  for (const char* bad : {"", "MiB", "-1", "1GiB", "1.5MiB", "99999999999MiB"}) CHECK(parse_size(bad) == 0);
}

TEST_CASE("the errors of files that stand alone are those of the whole check") {
  const std::vector<std::pair<const char*, std::vector<std::string>>> texts{
      {"people.yaml",
       {"", "people:\n- {email: asha@example.com, role: agent}\n", "people: [\n", "people:\n- {email: nobody}\n",
        "people:\n- {email: a@example.com}\n- {email: A@example.com}\n", "people:\n<<<<<<< ours\n", "more: 1\n"}},
      {"rights.yaml",
       {"", "rights:\n- {right: close, roles: [agent]}\n", "rights:\n- {right: fly, roles: []}\n",
        "rights:\n- {right: close, roles: []}\n- {right: close, roles: []}\n", "rights:\n- {right: close}\n"}},
      {"settings.yaml", {"", "settings: {grace: 3}\n", "settings: {grace: soon, zone: Nowhere}\n", "settings: []\n"}},
      {"signatures.yaml", {"", "signatures: {signers: 1}\n", "signatures: {}\n"}}};
  // Each text beside each other one: the number of a mixture says which, 0 that a file is absent.
  for (std::size_t mixture = 0;; ++mixture) {
    Files files;
    std::size_t rest = mixture;
    for (const auto& [file, choices] : texts) {
      const std::size_t choice = rest % (choices.size() + 1);
      rest /= choices.size() + 1;
      if (choice > 0) files[file] = choices[choice - 1];
    }
    if (rest > 0) break;
    std::string alone, whole;
    for (const auto& finding : find_errors(files)) alone += text_of(finding) + "\n";
    for (const auto& finding : check(files))
      if (!finding.warning) whole += text_of(finding) + "\n";
    CHECK(alone == whole);
  }
}

TEST_CASE("the errors of other files are found beside those that stand alone") {
  const auto errors = find_errors({{"people.yaml", "people: []\n"}, {"projects.yaml", "projects: [{id: A b}]\n"}});
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().file == "projects.yaml");
}
