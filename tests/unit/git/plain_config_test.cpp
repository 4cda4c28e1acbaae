#include "git/program/plain_config.hpp"

#include <doctest/doctest.h>

namespace crmtrack::git {
namespace {

std::string listed(std::string_view text) {
  const auto entries = parse_plain_config(text);
  if (!entries) return "not plain";
  std::string lines;
  for (const ConfigEntry& entry : *entries) lines += entry.key + "=" + entry.value + "\n";
  return lines;
}

}  // namespace

TEST_CASE("plain configuration: every setting, with its key as Git compares it") {
  CHECK(listed("[Core]\n\tBare = false\n; why\n[remote \"Origin.x y\"]\n\turl=/srv/a b.git\n\n[core]\nbare = true") ==
        "core.bare=false\nremote.Origin.x y.url=/srv/a b.git\ncore.bare=true\n");
  CHECK(listed("").empty());
}

TEST_CASE("plain configuration: quotes, escapes and comments of values") {
  CHECK(listed("[a]\nb = \"c; #d\"  \n") == "a.b=c; #d\n");
  CHECK(listed("[a]\nb = c \"d\"e  ; why\n") == "a.b=c de\n");
  CHECK(listed("[a]\nb = \"c \" # why\n") == "a.b=c \n");
  CHECK(listed("[a]\nb = \"\"\n") == "a.b=\n");
  CHECK(listed("[a]\nb = c\\\\d\\\"\\t\\ne\n") == "a.b=c\\d\"\t\ne\n");
}

TEST_CASE("settings that only libgit2 can tell for certain") {
  for (const char* text : {"[a]\nb = \"c\n",
                           "[a]\nb = # d\n",
                           "[a]\nb = c\\x\n",
                           "[a]\nb = c\\\n d\n",
                           "[a]\nb\n",
                           "[a]\nb =\n",
                           "[a]\nb = c\td\n",
                           "[a]\r\nb = c\r\n",
                           "[a.b]\nc = d\n",
                           "[a \"b\\\"c\"]\nd = e\n",
                           "[a\"b\"]\nc = d\n",
                           "[include]\npath = x\n",
                           "[includeIf \"gitdir:x\"]\npath = x\n",
                           "b = c\n",
                           "[a] b = c\n",
                           "[a\nb = c\n",
                           "[]\nb = c\n",
                           "[a]\nb_c = d\n",
                           "[a \"b]\nc = d\n",
                           "\xef\xbb\xbf[a]\nb = c\n"}) {
    CAPTURE(text);
    CHECK(listed(text) == "not plain");
  }
}

}  // namespace crmtrack::git
