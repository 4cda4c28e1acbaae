#include "git/object/git_rules.hpp"

#include <doctest/doctest.h>

#include <map>

#include "git/object/tree.hpp"
#include "git/object/tree_compare.hpp"

namespace crmtrack::git {
namespace {

ObjectId id_of(std::uint8_t number) {
  ObjectId id;
  id.bytes[0] = number;
  return id;
}

struct Entry {
  std::string_view mode, name;
  std::uint8_t id = 1;
};

std::string tree_of(const std::vector<Entry>& entries) {
  std::string tree;
  for (const Entry& entry : entries) append_entry(tree, entry.mode, entry.name, id_of(entry.id));
  return tree;
}

std::string fault_of(const std::vector<Entry>& entries) { return find_tree_fault(tree_of(entries)).value_or(""); }

TEST_CASE("a tree as Git writes it has no fault") {
  CHECK(fault_of({}).empty());
  CHECK(fault_of({{"100644", "a"}, {"100644", "a.b"}, {"40000", "b"}, {"100755", "b0"}, {"120000", "c"}}).empty());
  // A folder is ordered as if its name ended in a slash.
  CHECK(fault_of({{"100644", "a-b"}, {"40000", "a"}, {"100644", "a0"}}).empty());
  CHECK(fault_of({{"100644", std::string(255, 'n')}}).empty());
  for (const char* name : {".gitx", "git", ".github", "git~10", "g", "\u200c", "a\\b"}) {
    CAPTURE(name);
    CHECK(fault_of({{"100644", name}}).empty());
  }
}

TEST_CASE("the faults that git fsck finds in a tree are found") {
  CHECK(fault_of({{"100644", "a"}, {"100644", "a", 2}}) == "holds 'a' twice");
  CHECK(fault_of({{"40000", "a"}, {"40000", "a", 2}}) == "holds 'a' twice");
  CHECK(fault_of({{"100644", "a"}, {"40000", "a", 2}}) == "holds 'a' twice");
  CHECK(fault_of({{"100644", "a"}, {"100644", "a-"}, {"100644", "a.b"}, {"40000", "a", 2}}) == "holds 'a' twice");
  CHECK(fault_of({{"100644", "b"}, {"100644", "a"}}) == "is out of Git's order at 'a'");
  CHECK(fault_of({{"40000", "a"}, {"100644", "a-b"}}) == "is out of Git's order at 'a-b'");
  CHECK(fault_of({{"100644", "a", 0}}) == "holds 'a' without an object");
  for (const char* mode : {"040000", "100600", "0", "644", "40755", ""}) {
    CAPTURE(mode);
    CHECK(fault_of({{mode, "a"}}) == "holds 'a' with a mode that Git does not write");
  }
  for (const char* name : {"", ".", "..", "a/b", ".git", ".GiT", "git~1", "GIT~1", ".git.", ".git  .", ".git:x",
                           "x\\.git", ".g\u200cit", "\ufeff.git", ".git\\x"}) {
    CAPTURE(name);
    CHECK(fault_of({{"100644", name}}).starts_with("holds a name that Git does not take"));
  }
  CHECK(fault_of({{"100644", std::string(256, 'n')}}).starts_with("holds a name that Git does not take"));
}

constexpr std::string_view kTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

std::string person_fault(std::string_view author) {
  const std::string committer = "committer Asha <asha@example.com> 1700000000 +0100\n";
  const std::string commit = std::string(kTree) + "author " + std::string(author) + "\n" + committer + "\nwords\n";
  return std::string(find_commit_fault(commit).value_or(""));
}

TEST_CASE("the faults that git fsck finds in a commit are found") {
  CHECK(person_fault("Asha <asha@example.com> 1700000000 +0100").empty());
  CHECK(person_fault(" <> 0 -0000").empty());
  CHECK(person_fault("Asha <asha@example.com> 9223372036854775807 +0000").empty());
  const std::map<std::string_view, std::string_view> faults{
      {"<asha@example.com> 1 +0000", "has an author or committer without a name"},
      {"Asha", "has an author or committer without a mail address"},
      {"Asha> <a@b> 1 +0000", "has a bad name of its author or committer"},
      {"Asha<a@b> 1 +0000", "has no blank before a mail address"},
      {"Asha <a<b> 1 +0000", "has a bad mail address"},
      {"Asha <a@b", "has a bad mail address"},
      {"Asha <a@b>", "has no date"},
      {"Asha <a@b>1 +0000", "has no date"},
      {"Asha <a@b> x +0000", "has no date"},
      {"Asha <a@b> 1", "has no date"},
      {"Asha <a@b> 01 +0000", "has a date that begins with a zero"},
      {"Asha <a@b> 9223372036854775808 +0000", "has a date that overflows"},
      {"Asha <a@b> 99999999999999999999 +0000", "has a date that overflows"},
      {"Asha <a@b> 1 0000", "has a bad time zone"},
      {"Asha <a@b> 1 +00", "has a bad time zone"},
      {"Asha <a@b> 1 +0000 x", "has a bad time zone"}};
  for (const auto& [author, fault] : faults) {
    CAPTURE(author);
    CHECK(person_fault(author) == fault);
  }
}

TEST_CASE("a commit's headers are looked at as Git does") {
  const std::string tree(kTree), author = "author A <a@b> 1 +0000\n", committer = "committer A <a@b> 1 +0000\n";
  CHECK(!find_commit_fault(tree + author + committer + "\nwords"));
  CHECK(!find_commit_fault(tree + author + committer + "gpgsig x\n y\nencoding latin1\n\nwords"));
  CHECK(find_commit_fault(tree + committer + "\n") == "has no author");
  CHECK(find_commit_fault(tree + author + author + committer + "\n") == "has two authors");
  CHECK(find_commit_fault(tree + author + "\n") == "has no committer");
  CHECK(find_commit_fault("tree x\n" + author + committer + "\n") == "names no tree");
  CHECK(find_commit_fault(tree + "parent x\n" + author + committer + "\n") == "names a parent that is none");
  CHECK(find_commit_fault(tree + author + committer + "\na" + std::string(1, '\0')) == "has a NUL in its message");
  const std::string head = tree + author + committer + "\n";
  CHECK(!find_commit_fault(head + std::string(kLargestCommit - head.size(), 'a')));
  CHECK(find_commit_fault(head + std::string(kLargestCommit - head.size() + 1, 'a')) == kCommitTooLarge);
  CHECK(find_commit_fault(tree + author + committer + "x" + std::string(1, '\0') + "\n\na") ==
        "has a NUL in its header");
}

/// Trees by id, and what a comparison of two of them tells.
struct Forest {
  std::map<ObjectId, TreeBytes> trees;

  ObjectId add(std::uint8_t number, const std::vector<Entry>& entries) {
    trees[id_of(number)] = std::make_shared<const TreeText>(tree_of(entries));
    return id_of(number);
  }
  [[nodiscard]] std::vector<std::string> compare(const ObjectId& older, const ObjectId& newer) const {
    std::vector<std::string> told;
    compare_trees([&](const ObjectId& id) { return trees.at(id); }, older, newer,
                  [&](const TreeDifference& file) {
                    const char* const words[] = {"added ", "removed ", "changed "};
                    told.push_back(words[static_cast<int>(file.kind)] + file.path);
                  },
                  {},
                  [&](const std::string& folder, const std::string& fault) { told.push_back(folder + " " + fault); });
    return told;
  }
};

using Told = std::vector<std::string>;

TEST_CASE("trees out of order, or with a name twice, are compared by what stands in them") {
  Forest forest;
  const ObjectId sound = forest.add(101, {{"100644", "a", 1}, {"100644", "b", 2}});
  const ObjectId unsorted = forest.add(102, {{"100644", "b", 2}, {"100644", "a", 1}});
  CHECK(forest.compare(sound, unsorted) == Told{". is out of Git's order at 'a'"});
  CHECK(forest.compare(unsorted, sound).empty());
  const ObjectId twice = forest.add(103, {{"100644", "a", 1}, {"100644", "a", 3}, {"100644", "b", 2}});
  CHECK(forest.compare(sound, twice) == Told{". holds 'a' twice", "changed a"});
  CHECK(forest.compare(twice, sound).empty());
  CHECK(forest.compare(twice, forest.add(104, {{"100644", "b", 2}})) == Told{"removed a", "removed a"});
}

TEST_CASE("a folder that stands twice holds what either has") {
  Forest forest;
  forest.add(1, {{"100644", "x", 11}});
  forest.add(2, {{"100644", "x", 11}, {"100644", "y", 12}});
  forest.add(3, {{"100644", "z", 13}});
  const ObjectId one = forest.add(101, {{"40000", "d", 2}});
  const ObjectId two = forest.add(102, {{"40000", "d", 1}, {"40000", "d", 3}});
  CHECK(forest.compare(one, two) == Told{". holds 'd' twice", "removed d/y", "added d/z"});
  CHECK(forest.compare(two, one) == Told{"removed d/z", "added d/y"});
}

TEST_CASE("a name with a slash never looks like a path") {
  Forest forest;
  const ObjectId none = forest.add(101, {});
  const ObjectId slash = forest.add(102, {{"100644", "a/b", 1}});
  CHECK(forest.compare(none, slash) == Told{". holds a name that Git does not take: 'a/b'", "added a//b"});
}

}  // namespace
}  // namespace crmtrack::git
