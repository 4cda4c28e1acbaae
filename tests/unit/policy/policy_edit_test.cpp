#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "policy/check.hpp"
#include "policy/load.hpp"
#include "policy/templates.hpp"
#include "policy/text/edit.hpp"
#include "util/error.hpp"
#include "yaml/read.hpp"

using crmtrack::policy::add_entry;
using crmtrack::policy::check;
using crmtrack::policy::edit_entry;
using crmtrack::policy::load;
using crmtrack::policy::templates;
using crmtrack::util::Error;
using crmtrack::util::ErrorKind;
using crmtrack::yaml::Node;

namespace {

Node entry_of(const std::string& text) {
  auto node = crmtrack::yaml::read(text);
  REQUIRE(node.has_value());
  return *node;
}

std::string add(const std::string& text, const std::string& entry) {
  return add_entry("reasons.yaml", text, entry_of(entry));
}
std::string edit(const std::string& text, const std::string& fields, const std::string& key = "aa") {
  return edit_entry("reasons.yaml", text, key, entry_of(fields));
}

/// The error of an edit that is refused; its kind must be the one given.
template <class Edit>
std::string error_of(ErrorKind kind, const Edit& edit) {
  try {
    return "no error: " + edit();
  } catch (const Error& error) {
    CHECK(error.kind() == kind);
    return error.what();
  }
}

}  // namespace

TEST_CASE("an entry is added in the indentation of the others") {
  CHECK(add("# head\nreasons:\n  - code: aa\n    label: A\n\n# foot\n", "{code: bb, label: B, synonyms: [u, v]}") ==
        "# head\nreasons:\n  - code: aa\n    label: A\n  - code: bb\n    label: B\n    synonyms: [u, v]\n\n# foot\n");
  CHECK(add("reasons:\n- code: aa\n", "{code: bb, label: B}") == "reasons:\n- code: aa\n- code: bb\n  label: B\n");
  CHECK(add("reasons:\n    -   code: aa\n", "{code: bb, label: B}") ==
        "reasons:\n    -   code: aa\n    -   code: bb\n        label: B\n");
  CHECK(add("reasons:\n  -\n    code: aa\n", "{code: bb, label: B}") ==
        "reasons:\n  -\n    code: aa\n  - code: bb\n    label: B\n");
  CHECK(add("reasons:\n  - code: aa", "{code: bb}") == "reasons:\n  - code: aa\n  - code: bb\n");
}

TEST_CASE("an entry is added in flow style where the last one is") {
  CHECK(add("reasons:\n  - {code: aa, label: A}  # first\n", "{code: bb, label: 'B, b'}") ==
        "reasons:\n  - {code: aa, label: A}  # first\n  - {code: bb, label: \"B, b\"}\n");
  CHECK(add("reasons: [{code: aa}]  # all\n", "{code: bb, synonyms: [x]}") ==
        "reasons: [{code: aa}, {code: bb, synonyms: [x]}]  # all\n");
  CHECK(add("reasons: [\n  {code: aa},  # first\n]\n", "{code: bb}") ==
        "reasons: [\n  {code: aa}, {code: bb}  # first\n]\n");
  CHECK(add("{reasons: [{code: aa}]}\n", "{code: bb}") == "{reasons: [{code: aa}, {code: bb}]}\n");
}

TEST_CASE("an entry is added to an empty list") {
  const std::string expected = "reasons:\n  - code: aa\n    label: A\n";
  for (const char* const text : {"reasons: []\n", "reasons:\n", "reasons:", "reasons: ~\n", "reasons: null\n", ""}) {
    CAPTURE(text);
    CHECK(add(text, "{code: aa, label: A}") == expected);
  }
  CHECK(add("# only comments\n", "{code: aa}") == "# only comments\nreasons:\n  - code: aa\n");
  CHECK(add("reasons: [ ]  # none yet\n# foot\n", "{code: aa}") == "reasons:  # none yet\n# foot\n  - code: aa\n");
  CHECK(add("# head\n\nreasons:\n  # - code: example\n\n", "{code: aa}") ==
        "# head\n\nreasons:\n  # - code: example\n  - code: aa\n\n");
}

TEST_CASE("hostile text is added and means the same") {
  for (const char* const text :
       {"a: b", "- x", "# no comment", "'",  "\"", "{", "]", ", ", "two\nlines\n", "\n",      " blank ", "no",    "12",
        "~",    "&a",  "*a",           "!t", "|",  "%", "@", "`",  "\\",           "\x1b[0m", "\u2028",  "Grüße", "?",
        "a?, b"}) {
    CAPTURE(text);
    Node entry = entry_of("{code: bb}");
    entry.set("label", Node::scalar(text));
    for (const char* const file : {"reasons:\n  - code: aa\n", "reasons:\n- {code: aa}\n", "reasons: [{code: aa}]\n"}) {
      const auto root = crmtrack::yaml::read(add_entry("reasons.yaml", file, entry));
      REQUIRE(root.has_value());
      CHECK(root->find("reasons")->items.at(1).text_of("label") == (text == std::string("~") ? "~" : text));
    }
  }
}

TEST_CASE("an entry that is there already is not added") {
  const std::string text = "reasons:\n  - code: aa\n";
  CHECK(error_of(ErrorKind::refused, [&] { return add(text, "{code: aa, label: other}"); }) ==
        "cannot add reason 'aa': it is in reasons.yaml already");
  CHECK(add(text, "{code: aa, from: 2026-07-01}") == text + "  - code: aa\n    from: \"2026-07-01\"\n");
  CHECK(error_of(
            ErrorKind::refused,
            [] { return add_entry("people.yaml", "people: [{email: a@b.c}]\n", entry_of("{email: A@B.C}")); }) ==
        "cannot add person 'A@B.C': it is in people.yaml already");
  CHECK(error_of(ErrorKind::refused, [] {
          return add_entry("forms.yaml", "forms: [{filter: 'a:b', require: [x]}]\n", entry_of("{filter: 'a:b'}"));
        }) == "cannot add form 'a:b': it is in forms.yaml already");
}

TEST_CASE("a field is replaced in place and its comment kept") {
  const std::string text =
      "reasons:\n  # about money\n  - code: aa  # never changes\n    label: Old label   # as sales says\n"
      "    synonyms: [x, y] # two\n    question: \"What # now?\"\n  - code: bb\n    label: B\n";
  CHECK(edit(text, "{label: New}") ==
        "reasons:\n  # about money\n  - code: aa  # never changes\n    label: New   # as sales says\n"
        "    synonyms: [x, y] # two\n    question: \"What # now?\"\n  - code: bb\n    label: B\n");
  CHECK(edit(text, "{synonyms: [z], question: 'x'}") ==
        "reasons:\n  # about money\n  - code: aa  # never changes\n    label: Old label   # as sales says\n"
        "    synonyms: [z] # two\n    question: x\n  - code: bb\n    label: B\n");
  CHECK(edit(text, "{label: Old label}") == text);
  CHECK(edit("reasons:\n  - code: aa\n    label: \"a\" # it's \"b\"\n", "{label: c}") ==
        "reasons:\n  - code: aa\n    label: c # it's \"b\"\n");
  CHECK(edit("reasons:\n  - \"code\": aa\n    'label' : x # y\n", "{label: c}") ==
        "reasons:\n  - \"code\": aa\n    'label' : c # y\n");
}

TEST_CASE("a field is added at the entry's end") {
  const std::string text = "reasons:\n  - code: aa\n    label: A  # a\n\n  # about bb\n  - code: bb\n# foot\n";
  CHECK(edit(text, "{valid_to: 2026-07-01, replaced_by: bb}") ==
        "reasons:\n  - code: aa\n    label: A  # a\n    valid_to: \"2026-07-01\"\n    replaced_by: bb\n\n  # about bb\n"
        "  - code: bb\n# foot\n");
  CHECK(edit(text, "{label: B}", "bb") ==
        "reasons:\n  - code: aa\n    label: A  # a\n\n  # about bb\n  - code: bb\n    label: B\n# foot\n");
}

TEST_CASE("fields of several lines are replaced as a whole") {
  const std::string block =
      "reasons:\n  - code: aa\n    question: |  # long\n      One?\n      # not a comment\n\n      Two?\n    label: "
      "A\n";
  CHECK(edit(block, "{question: Short}") == "reasons:\n  - code: aa\n    question: Short  # long\n    label: A\n");
  CHECK(edit("reasons:\n  - code: aa\n    question: Short  # long\n    label: A\n", "{question: \"One?\\nTwo?\\n\"}") ==
        "reasons:\n  - code: aa\n    question: |  # long\n      One?\n      Two?\n    label: A\n");
  CHECK(edit("reasons:\n  - code: aa\n    synonyms:\n    - x\n    - y\n    label: A\n", "{synonyms: [z]}") ==
        "reasons:\n  - code: aa\n    synonyms: [z]\n    label: A\n");
  CHECK(edit("reasons:\n  - code: aa\n    label:\n      folded\n      text\n    why: w\n", "{label: A}") ==
        "reasons:\n  - code: aa\n    label: A\n    why: w\n");
  CHECK(edit_entry("projects.yaml", "projects:\n  - id: apollo\n    people:\n      1: [a@b.c]\n    name: A\n", "apollo",
                   entry_of("{people: {2: [d@e.f]}}")) ==
        "projects:\n  - id: apollo\n    people:\n      \"2\": [d@e.f]\n    name: A\n");
}

TEST_CASE("an entry in flow style is edited") {
  const std::string text =
      "reasons:\n  - {code: aa, label: 'it''s, A', synonyms: [x, {a: b}]}  # one\n  - {code: bb}\n";
  CHECK(edit(text, "{label: New, why: 'a, b'}") ==
        "reasons:\n  - {code: aa, label: New, synonyms: [x, {a: b}], why: \"a, b\"}  # one\n  - {code: bb}\n");
  CHECK(edit(text, "{synonyms: []}") ==
        "reasons:\n  - {code: aa, label: 'it''s, A', synonyms: []}  # one\n  - {code: bb}\n");
  CHECK(edit(text, "{valid_to: 2026-07-01}", "bb") ==
        "reasons:\n  - {code: aa, label: 'it''s, A', synonyms: [x, {a: b}]}  # one\n  - {code: bb, valid_to: "
        "\"2026-07-01\"}\n");
  CHECK(edit("reasons:\n  - {\n    code: aa, # c, d\n    label: it's,\n    }\n", "{label: A, why: w}") ==
        "reasons:\n  - {\n    code: aa, # c, d\n    label: A, why: w\n    }\n");
  CHECK(edit("reasons: [{\"code\": aa, \"label\":\"x\"}]\n", "{label: z}") ==
        "reasons: [{\"code\": aa, \"label\":z}]\n");
  CHECK(edit("reasons: [{code: aa, label:}]\n", "{label: z}") == "reasons: [{code: aa, label: z}]\n");
  CHECK(edit("reasons: [{code: aa, url: http://x/y#z}]\n", "{url: 'ftp://a'}") ==
        "reasons: [{code: aa, url: ftp://a}]\n");
}

TEST_CASE("entries are found by their file's key") {
  CHECK(edit_entry("people.yaml", "people:\n- email: a@b.c\n", "A@B.C", entry_of("{name: A}")) ==
        "people:\n- email: a@b.c\n  name: A\n");
  CHECK(edit_entry("levels.yaml", "levels:\n- {level: 1, name: x}\n- {level: 2, name: y}\n", "2",
                   entry_of("{name: z}")) == "levels:\n- {level: 1, name: x}\n- {level: 2, name: z}\n");
  CHECK(edit_entry("forms.yaml", "forms:\n- filter: project:x\n  require: [a]\n", "project:x",
                   entry_of("{require: [a, b]}")) == "forms:\n- filter: project:x\n  require: [a, b]\n");
  CHECK(edit_entry("forms.yaml", "forms:\n- name: all\n  require: [a]\n", "all", entry_of("{example: E}")) ==
        "forms:\n- name: all\n  require: [a]\n  example: E\n");
  CHECK(
      edit("reasons:\n- {code: aa}\n- {code: aa, from: 2026-07-01}\n- {code: aa, from: 2026-01-01}\n", "{label: A}") ==
      "reasons:\n- {code: aa}\n- {code: aa, from: 2026-07-01, label: A}\n- {code: aa, from: 2026-01-01}\n");
}

TEST_CASE("an edit that cannot be made is refused with the reason") {
  const auto refused = [](const std::string& text) {
    return error_of(ErrorKind::refused, [&] { return edit(text, "{label: A}"); });
  };
  CHECK(refused("reasons:\n- {code: aa\n").starts_with("cannot edit 'reasons.yaml': line "));
  CHECK(refused("reasons: {code: aa}\n") == "cannot edit 'reasons.yaml': it has no list 'reasons'");
  CHECK(refused("people: []\n") == "cannot edit 'reasons.yaml': it has no list 'reasons'");
  CHECK(refused("reasons: [code: aa]\n") ==
        "cannot edit 'reasons.yaml': its form is not one that can be edited safely");
  CHECK(error_of(
            ErrorKind::not_found, [] { return edit("reasons:\n- code: billing\n", "{label: A}", "biling"); }) ==
        "cannot find reason 'biling' in reasons.yaml");
  CHECK(error_of(
            ErrorKind::conflict, [] { return edit("reasons:\n<<<<<<< ours\n- code: aa\n", "{label: A}"); }) ==
        "cannot edit 'reasons.yaml': it has the conflict markers of a Git merge");
  CHECK(error_of(ErrorKind::refused, [] {
          return edit_entry("lifecycle.yaml", "lifecycle: {}\n", "x", Node::map());
        }) == "cannot edit 'lifecycle.yaml': it has no list of entries");
}

TEST_CASE("files of other systems keep their byte order mark and line ends") {
  const std::string mark = "\xef\xbb\xbf";
  CHECK(add(mark + "reasons:\r\n- code: aa\r\n", "{code: bb, label: B}") ==
        mark + "reasons:\r\n- code: aa\r\n- code: bb\r\n  label: B\r\n");
  CHECK(edit(mark + "reasons:\r\n- {code: aa, label: A} # c\r\n", "{label: B}") ==
        mark + "reasons:\r\n- {code: aa, label: B} # c\r\n");
  // A line end that was cut in half: fuzzing found an edit that left a file which nobody could read.
  CHECK(error_of(ErrorKind::refused, [] { return add("reasons:\r\n- code: aa\r", "{code: bb, label: B}"); }) ==
        "cannot edit 'reasons.yaml': its form is not one that can be edited safely");
}

TEST_CASE("commands write sound entries into the templates") {
  auto files = templates();
  files["reasons.yaml"] = add_entry("reasons.yaml", files["reasons.yaml"],
                                    entry_of("{code: parking, label: P, question: 'Is it?', why: asked}"));
  files["reasons.yaml"] = edit_entry("reasons.yaml", files["reasons.yaml"], "delay",
                                     entry_of("{valid_to: 2026-07-01, replaced_by: parking, why: merged}"));
  files["people.yaml"] =
      add_entry("people.yaml", files["people.yaml"], entry_of("{email: a@b.c, name: A, role: agent}"));
  files["people.yaml"] = add_entry("people.yaml", files["people.yaml"], entry_of("{email: d@e.f, name: D}"));
  files["projects.yaml"] = add_entry("projects.yaml", files["projects.yaml"],
                                     entry_of("{id: apollo, manager: a@b.c, people: {1: [d@e.f]}}"));
  files["levels.yaml"] = edit_entry("levels.yaml", files["levels.yaml"], "2", entry_of("{name: head of service}"));
  files["levels.yaml"] = add_entry("levels.yaml", files["levels.yaml"], entry_of("{level: 5, name: board}"));
  files["forms.yaml"] =
      add_entry("forms.yaml", files["forms.yaml"],
                entry_of("{filter: 'project:apollo', require: [contract], match: {contract: 'C-\\d+'}}"));
  for (const auto& finding : check(files))
    FAIL(finding.file << ":" << finding.mark.line << ":" << finding.mark.column << ": " << finding.message);
  const auto policy = load(files);
  CHECK(policy.people_at("apollo", 1) == std::vector<std::string>{"d@e.f"});
  CHECK(policy.find_reason("delay")->replaced_by == "parking");
  CHECK(policy.level_name(2) == "head of service");
  for (const auto& [name, text] : templates())
    for (const std::string& line : {text.substr(0, text.find('\n')), std::string("Change ")})
      CHECK(files[name].find(line) != std::string::npos);
}

TEST_CASE("property: an edit means what was asked for or is refused, and loses no comment") {
  std::mt19937 random(7);
  const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  const std::vector<std::string> values{"x",
                                        "'it''s'",
                                        "\"a # b\"",
                                        "[a, 'b, c']",
                                        "{k: v, l: [m]}",
                                        "12",
                                        "a b: c",
                                        "~",
                                        "|\n      t\n      # u\n",
                                        ">\n      folded\n",
                                        "'two\n      lines'"};
  const std::vector<std::string> flow_values{"x", "'it''s, '", "\"}]\"", "[a, 'b, c']", "{k: v, l: [m]}", "12", ""};
  int edited = 0;
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text = "# top\nreasons:\n";
    for (std::size_t i = 0; i < 3; ++i) {
      if (pick(2) == 0) {
        text += fmt::format("  - {{code: c{}, label: {}, why: {}}}  # flow {}\n", i,
                            flow_values[pick(flow_values.size())], flow_values[pick(flow_values.size())], i);
      } else {
        text += fmt::format("  - code: c{}  # block {}\n    label: {}\n    # inner {}\n    why: {}\n", i, i,
                            values[pick(values.size())], i, values[pick(values.size())]);
      }
      text += pick(3) == 0 ? "\n  # between\n" : "";
    }
    const auto before = crmtrack::yaml::read(text);
    if (!before) continue;
    const std::string key = fmt::format("c{}", pick(3));
    Node fields = Node::map();
    fields.set(pick(2) == 0 ? "label" : "added", Node::scalar(pick(2) == 0 ? "new, text" : "two\nlines\n"));
    Node wanted = *before;
    for (Node& item : wanted.find("reasons")->items)
      if (item.text_of("code") == key) item.set(fields.entries[0].first, fields.entries[0].second);
    CAPTURE(text);
    try {
      const std::string after = edit_entry("reasons.yaml", text, key, fields);
      CAPTURE(after);
      const auto read = crmtrack::yaml::read(after);
      REQUIRE(read.has_value());
      REQUIRE(*read == wanted);
      for (const char* const comment : {"# top", "# flow 0", "# block 0", "# inner 0", "# flow 1", "# block 1",
                                        "# inner 1", "# flow 2", "# block 2", "# inner 2"})
        REQUIRE((text.find(comment) == std::string::npos) == (after.find(comment) == std::string::npos));
      ++edited;
    } catch (const Error& error) {
      REQUIRE(error.kind() == ErrorKind::refused);
      ++refused;
    }
  }
  CHECK(edited > 1000);
  CHECK(refused < edited / 20);
}
