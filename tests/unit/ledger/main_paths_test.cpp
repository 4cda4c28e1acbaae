#include "ledger/main/paths.hpp"

#include <doctest/doctest.h>

namespace crmtrack::ledger {
namespace {

TEST_CASE("a glob means what people expect of one") {
  CHECK(matches_glob("*", ""));
  CHECK(matches_glob("LICENSE", "LICENSE"));
  CHECK_FALSE(matches_glob("LICENSE", "LICENSES"));
  CHECK(matches_glob("docs/*", "docs/a/b.md"));
  CHECK(matches_glob("docs/**/*.md", "docs/a/b.md"));
  CHECK(matches_glob("?.md", "a.md"));
  CHECK_FALSE(matches_glob("?.md", ".md"));
  CHECK_FALSE(matches_glob("", "a"));
  // However many stars: no time that grows with their number's power.
  std::string glob;
  for (int i = 0; i < 200; ++i) glob += "*a";
  CHECK_FALSE(matches_glob(glob + "b", std::string(5000, 'a')));
}

/// Empty: it may stand there; `!`: it may not, and is grave.
std::string fault(std::string_view path, const std::vector<std::string>& allows = {},
                  std::string_view mode = git::kFileMode) {
  const auto found = main_path_fault(path, mode, allows);
  return !found ? "" : found->is_grave ? "!" : "out of place";
}

TEST_CASE("main takes README.md, policy and what settings allow") {
  CHECK(fault("README.md") == "");
  CHECK(fault("policy/people.yaml") == "");
  CHECK(fault("policy/surveys/after.yaml") == "");
  CHECK(fault("policy/run", {}, git::kProgramMode) == "");
  CHECK(fault("LICENSE") == "out of place");
  CHECK(fault("LICENSE", {"LICENSE"}) == "");
  CHECK(fault("docs/a.md", {"docs/*"}) == "");
  CHECK(fault("policy.yaml") == "out of place");
}

TEST_CASE("nothing on main decides what Git makes of policy") {
  CHECK(fault(".gitattributes") == "!");
  CHECK(fault("policy/.gitattributes") == "!");
  CHECK(fault("policy/.GitAttributes") == "!");
  CHECK(fault(".gitattributes", {"*"}) == "!");
  CHECK(fault(".gitattributes", {".gitattributes"}) == "");
  CHECK(fault(".gitlab-ci.yml", {".gitlab-ci.yml"}) == "");
  CHECK(fault("policy/people.yaml", {}, "120000") == "!");
  CHECK(fault("policy/sub", {}, git::kSubmoduleMode) == "!");
  CHECK(fault("policy/" + std::string(256, 'a')) == "!");
  CHECK(fault("policy/" + std::string(255, 'a')) == "");
}

}  // namespace
}  // namespace crmtrack::ledger
