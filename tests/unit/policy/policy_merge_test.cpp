#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "policy/check.hpp"
#include "policy/conflicts.hpp"
#include "policy/load.hpp"
#include "policy/sheet.hpp"
#include "policy/templates.hpp"
#include "policy/text/entry_key.hpp"
#include "policy/text/merge.hpp"
#include "yaml/read.hpp"

namespace crmtrack::policy {
namespace {

using yaml::Node;

/// Ours was committed at `ours`, theirs at `theirs`, whatever the entry.
FindLastChange times(std::int64_t ours, std::int64_t theirs) {
  return [=](Side side, const std::string&) {
    return side == Side::ours ? LastChange{ours, "a", false} : LastChange{theirs, "b", false};
  };
}

MergedSheet merge(const std::string& file, const std::string& base, const std::string& ours, const std::string& theirs,
                  const FindLastChange& last_change = times(1, 2)) {
  auto merged = merge_sheets(file, base, ours, theirs, last_change);
  REQUIRE_MESSAGE(merged.has_value(), (merged.has_value() ? "" : merged.error()));
  return *merged;
}

std::string why_not(const std::string& file, const std::string& base, const std::string& ours,
                    const std::string& theirs) {
  const auto merged = merge_sheets(file, base, ours, theirs, times(1, 2));
  REQUIRE_FALSE(merged.has_value());
  return merged.error();
}

const std::string kBase =
    "# Why\n\nreasons:\n  # the first\n  - code: aa\n    label: A\n\n  - {code: bb, label: B} # two\n# the end\n";

TEST_CASE("entries that both sides added stand one after the other, with their comments") {
  const std::string ours = kBase.substr(0, kBase.size() - 10) + "  # ours\n  - code: cc\n    label: C\n# the end\n";
  const std::string theirs =
      kBase.substr(0, kBase.size() - 10) + "  # theirs\n  - {code: dd, label: D} # four\n# the end\n";
  const auto merged = merge("reasons.yaml", kBase, ours, theirs);
  CHECK(merged.text ==
        kBase.substr(0, kBase.size() - 10) +
            "  # ours\n  - code: cc\n    label: C\n  # theirs\n  - {code: dd, label: D} # four\n# the end\n");
  CHECK(merged.clashes.empty());
  CHECK(merge("reasons.yaml", kBase, theirs, ours, times(2, 1)).text == merged.text);
  CHECK(merge("reasons.yaml", kBase, ours, theirs, times(2, 1)).text ==
        merge("reasons.yaml", kBase, theirs, ours, times(1, 2)).text);
}

TEST_CASE("one side changes an entry, the other another one, and comments stay") {
  const std::string ours =
      "# Why\n\nreasons:\n  # the first\n  - code: aa\n    label: A new # said so\n\n  - {code: bb, label: B} # two\n# "
      "the end\n";
  const std::string theirs =
      "# Why, in all\n\nreasons:\n  # the first\n  - code: aa\n    label: A\n\n  - {code: bb, label: Bee} # two\n# the "
      "end\n";
  const auto merged = merge("reasons.yaml", kBase, ours, theirs);
  CHECK(merged.text ==
        "# Why, in all\n\nreasons:\n  # the first\n  - code: aa\n    label: A new # said so\n\n  - {code: bb, label: "
        "Bee} # two\n# the end\n");
  CHECK(merged.clashes.empty());
}

TEST_CASE("an entry that one side removed is gone; where the other changed it, the first to commit is right") {
  const std::string without = "reasons:\n  - {code: bb}\n", before = "reasons:\n  - {code: aa}\n  - {code: bb}\n";
  CHECK(merge("reasons.yaml", before, without, before + "  - {code: cc}\n").text ==
        "reasons:\n  - {code: bb}\n  - {code: cc}\n");
  const std::string changed = "reasons:\n  - {code: aa, label: A}\n  - {code: bb}\n";
  const auto removed = merge("reasons.yaml", before, without, changed, times(1, 2));
  CHECK(removed.text == without);
  REQUIRE(removed.clashes.size() == 1);
  CHECK_FALSE(removed.clashes[0].stands.has_value());
  CHECK(removed.clashes[0].other->text_of("label") == "A");
  const auto kept = merge("reasons.yaml", before, without, changed, times(2, 1));
  CHECK(kept.text == changed);
  CHECK(kept.clashes[0].stands->text_of("label") == "A");
  CHECK_FALSE(kept.clashes[0].other.has_value());
}

TEST_CASE("one change on both sides is one; two are a clash, which the first to commit decides") {
  const std::string base = "people:\n  - {email: ben@x.y}\n";
  const std::string ours = "people:\n  - {email: ben@x.y, name: Ben}\n",
                    theirs = "people:\n  - {email: Ben@x.y, name: Bo}\n";
  CHECK(merge("people.yaml", base, ours, "people:\n  - email: ben@x.y\n    name: Ben\n").clashes.empty());
  const auto first = merge("people.yaml", base, ours, theirs);
  CHECK(first.text == ours);
  REQUIRE(first.clashes.size() == 1);
  CHECK(first.clashes[0].key == "ben@x.y");
  CHECK(first.clashes[0].standing == Side::ours);
  CHECK(first.clashes[0].stands->text_of("name") == "Ben");
  CHECK(first.clashes[0].other->text_of("name") == "Bo");
  CHECK(first.clashes[0].stands_commit == "a");
  CHECK(first.clashes[0].other_commit == "b");
  CHECK(merge("people.yaml", base, ours, theirs, times(2, 1)).text == theirs);
  CHECK(merge("people.yaml", base, ours, theirs, times(1, 1)).text == ours);  // equal times: by the commit's id
  CHECK(merge("people.yaml", "", ours, theirs).clashes.size() == 1);          // both added it
}

TEST_CASE("a version that the other side has gone on from is no change") {
  const auto crossed = [](Side side, const std::string&) { return LastChange{1, "a", side == Side::ours}; };
  const auto merged = merge("people.yaml", "people:\n  - {email: b@x.y}\n", "people:\n  - {email: b@x.y, name: B}\n",
                            "people:\n  - {email: b@x.y, name: Bo}\n", crossed);
  CHECK(merged.clashes.empty());
  CHECK(merged.text == "people:\n  - {email: b@x.y, name: Bo}\n");
}

TEST_CASE("entries of one key with another `from` are entries of their own") {
  const std::string base = "rights:\n  - {right: close, roles: [a]}\n";
  const auto merged = merge("rights.yaml", base, base + "  - {right: close, roles: [b], from: 2027-01-01}\n",
                            base + "  - {right: close, roles: [c], from: 2027-06-01}\n");
  CHECK(merged.clashes.empty());
  CHECK(merged.text ==
        base + "  - {right: close, roles: [b], from: 2027-01-01}\n  - {right: close, roles: [c], from: 2027-06-01}\n");
}

TEST_CASE("maps merge by key") {
  const std::string base = "settings:\n  # days\n  grace: 7\n  zone: Europe/London\n";
  const auto merged = merge("settings.yaml", base, "settings:\n  # days\n  grace: 9\n  zone: Europe/London\n",
                            base + "  attachment_limit: 5MiB # small\n  main_allows:\n    - docs/**\n");
  CHECK(merged.text ==
        "settings:\n  # days\n  grace: 9\n  zone: Europe/London\n  attachment_limit: 5MiB # small\n  main_allows:\n    "
        "- docs/**\n");
  const auto clash = merge("settings.yaml", base, "settings:\n  grace: 9\n", "settings:\n  grace: 8\n  zone: UTC\n");
  REQUIRE(clash.clashes.size() == 2);
  CHECK(clash.clashes[0].key == "grace");
  CHECK(clash.clashes[1].key == "zone");
  CHECK_FALSE(clash.clashes[1].stands.has_value());
}

TEST_CASE("files without entries, in flow form, with CR LF or another indentation merge too") {
  CHECK(merge("people.yaml", "people:\n", "people: [{email: a@x.y}]\n", "people:\n- email: b@x.y\n").text ==
        "people:\n  - email: a@x.y\n  - email: b@x.y\n");
  CHECK(merge("people.yaml", "# who\npeople: []\n", "# who\npeople:\n  - email: a@x.y\n",
              "# who\npeople:\n    -   email: b@x.y\n")
            .text == "# who\npeople:\n  - email: a@x.y\n  - email: b@x.y\n");
  CHECK(merge("people.yaml", "people:\r\n  - email: a@x.y\r\n", "people:\r\n  - email: a@x.y\r\n  - email: c@x.y\r\n",
              "people:\n  - email: a@x.y\n    name: A\n")
            .text == "people:\r\n  - email: a@x.y\r\n    name: A\r\n  - email: c@x.y\r\n");
  CHECK(merge("people.yaml", "people:\n  - email: a@x.y\n", "people:\n", "people:\n  - email: a@x.y\n# end\n").text ==
        "people:\n# end\n");
  const std::string text = templates().at("reasons.yaml");
  CHECK(merge("reasons.yaml", "", text, text).text == text);
}

TEST_CASE("a file that cannot be read by entries waits for a person") {
  const std::string good = "people:\n  - email: a@x.y\n", other = "people:\n  - email: b@x.y\n";
  CHECK(why_not("people.yaml", good, "people:\n  - email: [\n", other).starts_with("line 3"));
  CHECK(why_not("people.yaml", good, "<<<<<<< ours\n" + good, other) == "line 1 is a conflict marker of a Git merge");
  CHECK(why_not("people.yaml", good, good + "  - email: A@x.y\n", other) == "'A@x.y' stands there twice");
  CHECK(why_not("people.yaml", good, "people:\n  - name: A\n", other) == "an entry has no key");
  CHECK(why_not("people.yaml", good, good + "others: []\n", other) == "it is not a map with the one key 'people'");
  CHECK(why_not("people.yaml", good, "people: {a: b}\n", other) == "one version holds a list, another a map");
}

TEST_CASE("an entry is put in the place of another, added, or taken out") {
  const auto entry = [](const std::string& text) { return *yaml::read(text); };
  CHECK(
      *put_entry("reasons.yaml", kBase, "AA", entry("{code: aa, label: New}")) ==
      "# Why\n\nreasons:\n  # the first\n  - code: aa\n    label: New\n\n  - {code: bb, label: B} # two\n# the end\n");
  CHECK(*put_entry("reasons.yaml", kBase, "bb", std::nullopt) ==
        "# Why\n\nreasons:\n  # the first\n  - code: aa\n    label: A\n# the end\n");
  CHECK(*put_entry("reasons.yaml", "reasons: []\n", "cc", entry("{code: cc}")) == "reasons:\n  - code: cc\n");
  CHECK(*put_entry("settings.yaml", "settings:\n  grace: 7\n", "grace", entry("8")) == "settings:\n  grace: 8\n");
}

Conflict conflict(const std::string& key, const std::string& stands, const std::string& other) {
  const auto value = [&](const std::string& name) { return *yaml::read("{email: " + key + ", name: " + name + "}"); };
  return {"people.yaml", key, value(stands), value(other), std::string(40, stands[0]), std::string(40, other[0])};
}

TEST_CASE("conflicts.yaml is written, read, checked and merged as a set") {
  const Conflict one = conflict("x@x.y", "a", "b"), two = conflict("y@x.y", "c", "d");
  const std::string text = render_conflicts({two, one});
  CHECK(text.find("file: people.yaml") != std::string::npos);
  CHECK(render_conflicts(*read_conflicts(text)) == text);
  CHECK(read_conflicts(render_conflicts({}))->empty());
  const auto findings = check({{"conflicts.yaml", text}});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].warning);
  CHECK(findings[0].message == "'x@x.y' of people.yaml waits to be settled: crmtrack policy settle");
  const auto bad = check({{"conflicts.yaml", "conflicts:\n  - {file: ../x.yaml, key: k, commits: [a, b]}\n"}});
  CHECK(std::ranges::count(bad, false, &Finding::warning) == 2);
  CHECK(render_conflicts(merge_conflicts({one}, {one}, {}, {})) == render_conflicts({}));  // settled there
  CHECK(render_conflicts(merge_conflicts({}, {one}, {two}, {})) == text);                  // one from each side
  CHECK(render_conflicts(merge_conflicts({one}, {one, two}, {one}, {})) == text);
}

TEST_CASE("three versions of one entry give the same conflicts in whatever order they meet") {
  // `a` was committed first, then `b`, then `c`.
  const Conflict ab = conflict("x@x.y", "a", "b"), ac = conflict("x@x.y", "a", "c"), bc = conflict("x@x.y", "b", "c");
  const std::string wanted = render_conflicts({ab, ac});
  CHECK(render_conflicts(merge_conflicts({}, {ab}, {}, {ac})) == wanted);
  CHECK(render_conflicts(merge_conflicts({}, {ac}, {}, {ab})) == wanted);
  CHECK(render_conflicts(merge_conflicts({}, {bc}, {}, {ab})) == wanted);
  CHECK(render_conflicts(merge_conflicts({}, {}, {bc}, {ab})) == wanted);
}

// The property: random edits on both sides.

struct World {
  std::map<std::string, std::int64_t> ours, theirs;  ///< when a side changed an entry
  [[nodiscard]] FindLastChange find(bool swapped = false) const {
    return [this, swapped](Side side, const std::string& key) {
      const bool is_ours = (side == Side::ours) != swapped;
      const auto& times = is_ours ? ours : theirs;
      const auto found = times.find(compared_key(key));
      return LastChange{found == times.end() ? 0 : found->second, is_ours ? "a" : "b", false};
    };
  }
};

using Entries = std::map<std::string, std::string>;  ///< key to what the entry says

Entries entries_of(const std::string& text) {
  Entries entries;
  const auto root = yaml::read(text);
  REQUIRE_MESSAGE(root.has_value(), text);
  const Node* const list = root->find("reasons");
  REQUIRE(list != nullptr);
  for (const Node& item : list->items) entries[key_of_entry("reasons.yaml", item)] = item.text_of("label");
  return entries;
}

/// The entries in one of the forms that people write, with comments.
std::string written(const std::vector<std::pair<std::string, std::string>>& entries, std::mt19937& random) {
  if (entries.empty()) return random() % 2 == 0 ? "reasons: []\n" : "# none\nreasons:\n";
  const std::string dash = random() % 3 == 0 ? "- " : random() % 2 == 0 ? "  - " : "   -   ";
  const std::string indent(dash.size(), ' ');
  std::string text = random() % 2 == 0 ? "# head\nreasons: # these\n" : "reasons:\n";
  for (const auto& [key, label] : entries) {
    if (random() % 4 == 0) text += std::string(dash.find('-'), ' ') + "# above " + key + "\n\n";
    switch (random() % 4) {
      case 0:
        text += dash + fmt::format("{{code: {}, label: \"{}\"}} # flow\n", key, label);
        break;
      case 1:
        text += dash + fmt::format("code: {}\n{}label: |-\n{}  {}\n", key, indent, indent, label);
        break;
      case 2:
        text += dash + fmt::format("label: '{}'\n{}# inside\n{}code: {}\n", label, indent, indent, key);
        break;
      default:
        text += dash + fmt::format("code: {}\n{}label: {} # said\n", key, indent, label);
    }
  }
  if (random() % 3 == 0) text += "# tail\n";
  return text;
}

std::vector<std::pair<std::string, std::string>> edited(std::vector<std::pair<std::string, std::string>> entries,
                                                        std::map<std::string, std::int64_t>& times,
                                                        std::mt19937& random) {
  for (int edits = static_cast<int>(random() % 5); edits > 0; --edits) {
    const std::string key = fmt::format("k{}", random() % 8), label = fmt::format("v{}", random() % 3);
    const auto found = std::ranges::find(entries, key, &std::pair<std::string, std::string>::first);
    times[key] = static_cast<std::int64_t>(random() % 4 + 1);
    if (found == entries.end())
      entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(random() % (entries.size() + 1)), {key, label});
    else if (random() % 3 == 0)
      entries.erase(found);
    else
      found->second = label;
  }
  return entries;
}

std::string value_in(const Entries& entries, const std::string& key) {
  const auto found = entries.find(key);
  return found == entries.end() ? "(none)" : found->second;
}

/// Nothing of either side is lost: each entry is as it must be, or the other version is a clash.
void check_values(const Entries& base, const Entries& ours, const Entries& theirs, const MergedSheet& merged) {
  const Entries result = entries_of(merged.text);
  for (int i = 0; i < 8; ++i) {
    const std::string key = fmt::format("k{}", i);
    const std::string b = value_in(base, key), o = value_in(ours, key), t = value_in(theirs, key);
    const std::string r = value_in(result, key);
    const auto clash = std::ranges::find(merged.clashes, key, &Clash::key);
    const bool is_clash = clash != merged.clashes.end();
    CHECK(is_clash == (o != b && t != b && o != t));
    if (!is_clash) {
      CHECK(r == (o == b ? t : o));
      continue;
    }
    const auto label = [](const std::optional<Node>& value) { return value ? value->text_of("label") : "(none)"; };
    CHECK(r == label(clash->stands));
    CHECK(((r == o && label(clash->other) == t) || (r == t && label(clash->other) == o)));
  }
}

TEST_CASE("random edits on both sides: nothing is lost, and the sides may be swapped") {
  std::mt19937 random(20261121);
  for (int round = 0; round < 800; ++round) {
    World world;
    std::map<std::string, std::int64_t> none;
    const auto base = edited(edited(edited({}, none, random), none, random), none, random);
    const auto ours = edited(base, world.ours, random), theirs = edited(base, world.theirs, random);
    const std::string b = written(base, random), o = written(ours, random), t = written(theirs, random);
    CAPTURE(round);
    CAPTURE(b);
    CAPTURE(o);
    CAPTURE(t);
    const MergedSheet merged = merge("reasons.yaml", b, o, t, world.find());
    CAPTURE(merged.text);
    check_values(entries_of(b), entries_of(o), entries_of(t), merged);
    const MergedSheet swapped = merge("reasons.yaml", b, t, o, world.find(true));
    CHECK(entries_of(swapped.text) == entries_of(merged.text));
    REQUIRE(swapped.clashes.size() == merged.clashes.size());
    for (std::size_t i = 0; i < merged.clashes.size(); ++i)
      CHECK(swapped.clashes[i].stands == merged.clashes[i].stands);
    // Merging the result once more changes nothing.
    CHECK(merge("reasons.yaml", b, merged.text, b, world.find()).text == merged.text);
    CHECK(merge("reasons.yaml", b, merged.text, merged.text, world.find()).text == merged.text);
    CHECK(entries_of(merge("reasons.yaml", o, merged.text, o, world.find()).text) == entries_of(merged.text));
    std::vector<Finding> findings;
    CHECK(read_sheet({{"reasons.yaml", merged.text}}, "reasons", findings).content.is_list());
    CHECK(findings.empty());
  }
}

}  // namespace
}  // namespace crmtrack::policy
